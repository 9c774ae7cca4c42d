"""Numbers of a claim: value, bound and unit; and when a length of time ran: the 30-year friendship, told in 2024, from 1994."""

from __future__ import annotations

from comity import edtf
from comity.mentions import Quantity
from comity.resolving.work import Work, number

_LONGEST = 1000
"""Years: nothing that relations are measured by has lasted longer."""


def fill(work: Work, published: str) -> None:
    """Put a draft's number into its claim; `published` is when the text was written."""
    for mention in work.draft.slots.get("value", ()):
        if isinstance(mention.value, Quantity):
            told = mention.value
            work.fields |= {"value": number(told.value), "bound": told.bound}
            unit, step = currency(work, told)
            work.fields.setdefault("unit", unit)
            work.note(step)
            if told.value_to is not None:
                work.fields["value_to"] = number(told.value_to)
    lasted, step = stretch(work, published)
    work.when = lasted or work.when
    work.note(step)


def currency(work: Work, told: Quantity) -> tuple[str, str]:
    """The unit of an amount, and the step where several states have a currency of its name: that of who gives, or receives.

    Where neither has one, it is that of the one state which has and is named in the sentence, or of whom the text tells.
    """
    owned = dict(told.currencies)
    about = work.who.context
    sides = [code for name in work.kind.sides for code in work.actors.get(name, ()) if code in owned]
    for among in (work.who.named_in(work.draft.evidence), {*about.pair, about.home}) if owned else ():
        only = owned.keys() & among
        sides += sorted(only) if len(only) == 1 else ()
    if not sides or owned[sides[0]] == told.unit:
        return told.unit, ""
    return owned[sides[0]], f"the currency of that name is {sides[0]}'s: {owned[sides[0]]}"


def stretch(work: Work, published: str) -> tuple[str, str]:
    """The years of a length of time that a claim tells, and the step; "" where it is no length or nobody says when it ended.

    It ends at the claim's own date, or when the text was written. A length of "more than" so many years has no first year.
    """
    years = work.fields.get("value")
    told = work.fields.get("bound") == "exact" and isinstance(years, int) and "value_to" not in work.fields
    if not told or not isinstance(years, int) or not 0 < years < _LONGEST:
        return "", ""
    if not any(work.fields.get(name) in values for name, values in work.kind.lengths.items()):
        return "", ""
    end = edtf.year_of(work.when or published)
    if end is None or edtf.precision(work.when or published) not in {"day", "month", "year"}:
        return "", ""
    found = f"{end - years:04}/{end:04}"
    return found, f"{years} years up to {end}: {edtf.say(found)}"
