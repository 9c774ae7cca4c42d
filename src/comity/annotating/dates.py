"""Dates and periods, told outright or from another date, each with the word that binds it.

>>> for start, end, words in find("Since May 1990 they met often, and in August of the same year signed the 1972 treaty."):
...     print(start, end, words.edtf or words.relative, words.role)
0 14 1990-05/.. since
35 61 text:year+0:XXXX-08 in
73 77 1972 of
>>> [words.edtf for _, _, words in find("between 1975 and 1985; 8-10 May 2024; by the end of the 1980s; around 1960")]
['1975/1985', '2024-05-08/2024-05-10', '../198X', '1960~']
>>> [words.relative for _, _, words in find("on 14 June; two years later; last July; from 8 to 10 May; on Tuesday")]
['near:on:XXXX-06-14', 'text:year+2', 'pub:last:XXXX-07', 'near:on:XXXX-05-08 to near:on:XXXX-05-10', 'pub:on:W2']
>>> find("Resolution 1973 on 1500 troops may march; page 2004; the 1,975 tonnes of Laros-2019")
[]
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from comity.annotating import _date_doubt as doubt
from comity.annotating._date_forms import odd
from comity.annotating._date_leads import Lead, inherited, lead_before, outer
from comity.annotating._date_points import Part, read_point, read_range, stretch
from comity.annotating._date_relative import relatives
from comity.annotating._date_told import told
from comity.annotating._date_words import CORE, MONTH_NAMES, OPEN_ENDS
from comity.edtf import framed
from comity.mentions import Annotated, DateWords, Mention
from comity.model import Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from comity.annotating import Tools

KIND = "date"
NEEDS: frozenset[str] = frozenset()
AHEAD = re.compile(
    r"\b(?:will|shall|(?:is|are)\s+(?:to|due|set|expected|scheduled|planning|going)|plans?\s+to|scheduled\s+for)\b[^.;:!?]*$"
)
Found = tuple[int, int, DateWords]
_INNER = frozenset({"in", "on", "of", "during"})
_LISTED = re.compile(r"\d(?:,| and)(?: in)? $")
_RESPECTIVELY = re.compile(r",? respectively")
_THROUGH = frozenset({"to", "until", "till", "through", "up"})


_HYPHENS = str.maketrans("‐‑", "--")


def annotate(annotated: Annotated, tools: Tools) -> Iterable[Mention]:
    """Every date of the document; none reaches from one of its blocks into the next."""
    text = annotated.document.text.translate(_HYPHENS)
    pieces = {(block.span.start, block.span.end) for block in annotated.document.blocks} or {(0, len(text))}
    found = {(low + start, low + end): words for low, high in sorted(pieces) for start, end, words in find(text[low:high])}
    return [Mention(KIND, Span(*place), words) for place, words in found.items()]


def find(text: str) -> list[Found]:
    """The dates of a text, each with its begin, its end (with the words that bind it) and what it tells."""
    plain = list(_outright(text))
    forms = [_bound(text, found) for found in odd(text) if not _is_told(found, plain)]
    outright = forms + [found for found in plain if not _touches(found, forms)]
    formed = [found for found in told(text) if not _touches(found, outright)]
    taken = sorted((start, end) for start, end, _ in outright + formed)
    found = sorted(outright + formed + list(relatives(text, taken)), key=lambda found: found[:2])
    return [_in_phrase(text, one) for one in found]


def _touches(found: Found, others: Sequence[Found]) -> bool:
    return any(found[0] < end and start < found[1] for start, end, _ in others)


def _in_phrase(text: str, found: Found) -> Found:
    """The date with the word over the phrase that it ends, if there is one."""
    start, end, words = found
    if words.role not in _INNER:
        return found
    role, reach = outer(text, start, end)
    return (start, end, replace(words, outer=role, reach=reach)) if role else found


def _is_told(form: Found, plain: Sequence[Found]) -> bool:
    """Do the plain forms read a day, month or year there already?"""
    return "/" not in form[2].edtf and any(
        start <= form[0] and form[1] <= end and words.edtf and "X" not in words.edtf for start, end, words in plain
    )


def _bound(text: str, form: Found) -> Found:
    """The date with the word before it that binds it."""
    start, end, words = form
    lead = lead_before(text, start)
    if not lead.role:
        return form
    edtf = words.edtf if "/" in words.edtf else framed(words.edtf, lead.role)
    return start - lead.bound_length(with_other=False), end, DateWords(edtf, "", lead.role)


class _Core(NamedTuple):
    """A number, month or weekday that may be a date, or a stretch of two."""

    start: int
    end: int
    first: Part
    last: Part | None = None
    is_open: bool = False
    """Its end is the present: "from 1979 to date"."""

    @property
    def is_bare_year(self) -> bool:
        return self.first.is_bare_year and (self.last is None or self.last.is_bare_year)

    @property
    def point(self) -> str:
        if self.is_open:
            return f"{self.first.point}/.." if self.first.year else ""
        if self.last:
            return stretch(self.first, self.last)
        return self.first.point if self.first.year else ""

    @property
    def relative(self) -> str:
        return f"{self.first.relative} to {self.last.relative}" if self.last and not self.first.year else self.first.relative


def _outright(text: str) -> Iterator[Found]:
    position, before = 0, Lead()
    before_end = -1
    while match := CORE.search(text, position):
        position = match.end("first")
        core = _core(text, match)
        if core is None:
            continue
        lead = lead_before(text, core.start)
        if not lead.length and inherited(text, before_end, core.start):
            lead = Lead(role=before.role)
        if found := _standing(text, core, lead):
            yield found
            before, before_end = Lead(role=found[2].role), core.end
        position = core.end


def _core(text: str, match: re.Match[str]) -> _Core | None:
    """What a match tells: both ends where they make a stretch, else the first alone; None where that is no date."""
    start, middle, end = match.start("first"), match.end("first"), match.end()
    first, glue, second = match["first"], (match["glue"] or "").replace("&", "and").split(), match["second"] or ""
    part = read_point(first)
    dash = glue[0] if glue and not glue[0].isalpha() else ""
    if part and second.lower() in OPEN_ENDS and (dash or glue[0] in _THROUGH):
        return _Core(start, end, part, is_open=True) if part.year else _alone(text, match, part)
    pair = read_range(first, second, dash) if second else None
    if pair is None:
        return _alone(text, match, part)
    a, b = pair
    if first[:4].isdigit() and len(second) == 2 and dash == "-" and b.month:
        return _Core(start, end, b)
    if dash or _joined(text, match, glue, pair):
        return _Core(start, end, a, b)
    return _Core(start, middle, a)


def _alone(text: str, match: re.Match[str], part: Part | None) -> _Core | None:
    if part is None or not (part.year or part.month or part.weekday or part.step):
        return None
    if doubt.before_christ(text, match.end("first")) and not part.month:
        return None
    return _Core(match.start("first"), match.end("first"), part)


def _joined(text: str, match: re.Match[str], glue: list[str], pair: tuple[Part, Part]) -> bool:
    """Do words, not a dash, make a stretch of two dates? "And" does after "between", for decades and centuries, and for two years
    that follow each other.

    "In 1960 or 1961" is some time in the two.
    """
    start, second = match.start("first"), match["second"]
    if glue[0] in _THROUGH:
        return not second.isdigit() or len(second) > 2 or lead_before(text, start).role in {"from", "between"}
    between = lead_before(text, start).role == "between"
    if glue[0] == "or":
        return all(part.year and not part.year.endswith("X") for part in pair)
    a, b = pair
    following = a.is_bare_year and b.is_bare_year and int(b.year) == int(a.year) + 1
    one_time = following and not (_RESPECTIVELY.match(text, match.end()) or _LISTED.search(text, max(0, start - 16), start))
    return glue[0] == "and" and (between or one_time or all(part.year.endswith("X") for part in pair))


def _standing(text: str, core: _Core, lead: Lead) -> Found | None:
    """The date with the words before it; None where it is none after all."""
    if core.first.weekday or not core.first.year:
        return _yearless(text, core, lead)
    if core.last and core.is_bare_year and doubt.is_anniversary(text, core.start, core.end):
        core = core._replace(last=None)
    if core.is_bare_year and _is_no_year(text, core, lead):
        return None
    if lead.may_be_article and not core.first.year.endswith("X") and doubt.is_attributive(text, core.start, core.end):
        named = core.is_bare_year and doubt.is_named_pact(text, core.end)
        return None if named else (core.start, core.end, DateWords(core.point, "", "of"))
    before = text[max(0, core.start - lead.length - 12) : core.start].lower()
    role = _role(text, core, lead, before)
    point = _marked(core, lead, before)
    return core.start - lead.bound_length(with_other=False), core.end, DateWords(framed(point, role), "", role)


def _is_no_year(text: str, core: _Core, lead: Lead) -> bool:
    """Is a bare year rather a number, or part of an address or of the name of games?"""
    if doubt.is_address(text, core.start, core.end) or (not core.last and doubt.is_part_of_number(text, core.start, core.end)):
        return True
    if not lead.strong:
        about = lead.about and not lead.role
        if doubt.is_number(text, core.start, core.end, bound=bool(lead.role or lead.about)):
            return True
        if about and doubt.is_round_guess(core.first.year, text, core.end):
            return True
    return not (lead.role and not lead.article) and doubt.is_games(text, core.end)


def _role(text: str, core: _Core, lead: Lead, before: str) -> str:
    """The word that binds it; what did not happen until or before a date, did then or from then on."""
    if lead.role == "until" and doubt.is_negated(text, core.start - lead.length):
        return "in"
    if (lead.role == "before" and before.rstrip().endswith("not")) or " not before" in f" {before}":
        return "from"
    return lead.role or "in"


def _marked(core: _Core, lead: Lead, before: str) -> str:
    """The point with its season, and with how surely it is told; "since the 1990s" is since the first of them."""
    if core.last:
        return core.point
    point = f"{core.point}-{lead.season}" if lead.season and core.is_bare_year else core.point
    if lead.role in {"since", "from"} and not lead.fill and not point.endswith("XX"):
        point = point.replace("X", "0")
    if lead.about or "or about " in before:
        return f"{point}~"
    return f"{point}?" if "possibly" in before else point


def _yearless(text: str, core: _Core, lead: Lead) -> Found | None:
    """A month, a day of a month or a weekday; where nothing before it says that it is a date, only if nothing speaks against."""
    part = core.first
    start, role = core.start - lead.bound_length(with_other=True), lead.role or ("on" if part.weekday else "in")
    bound = bool(lead.role or lead.fill or lead.other)
    if part.weekday:
        if doubt.is_named_weekday(text, core.start, core.end):
            return None
    elif doubt.is_named_day(text, core.start, core.end) or doubt.is_yearly(text, core.start):
        return None
    elif part.month and not part.day and not part.step:
        words = text[core.start : core.end].split(maxsplit=1)[0]
        if not bound or (not core.last and words not in MONTH_NAMES) or (words == "May" and lead.role == "of" and not lead.fill):
            return None
        if lead.role == "of" and doubt.is_day_in_words(text, start):
            return None
    elif not bound and not part.step and doubt.is_name_after(text, core.start, core.end):
        return None
    relative = core.relative
    if part.weekday and not lead.other and not part.step and AHEAD.search(text, max(0, start - 140), start):
        relative = relative.replace("pub:on", "pub:next")
    if lead.other and not part.step:
        told = relative.rpartition(":")[2]
        relative = f"{lead.step(weekday=bool(part.weekday))}:{told}" if not core.last else relative
    return start, core.end, DateWords("", relative, role)
