"""The sides of a claim: two of one group, and those that the sentence leaves open, from the pair or from the sentence itself."""

from __future__ import annotations

import itertools

from comity.mentions import GLEANED, ActorName, How, Mention, PersonName
from comity.model import Span
from comity.resolving import paired
from comity.resolving.between import is_between, reconciled
from comity.resolving.bothways import is_of_one
from comity.resolving.bystanders import befriended, helping, is_for_no_state, judging
from comity.resolving.called import SHORT
from comity.resolving.context import BY_TITLE
from comity.resolving.plurals import is_they
from comity.resolving.work import Work

_INNER = ("government", "regime", "authorities", "cabinet", "army", "parliament", "junta", "president", "minister", "premier")
_AS_STATES = frozenset({How.NAME, How.CAPITAL, How.SEAT, How.FIRST})  # by which a state acts as one


def openness(slot: tuple[str, tuple[Mention, ...]]) -> int:
    """How much the rest of the claim must tell of who fills a field: nothing of a name, most of "we"."""
    return max((_is_open(mention) for mention in slot[1]), default=0)


def _is_open(mention: Mention) -> int:
    value = mention.value
    if isinstance(value, ActorName):
        return {How.FIRST: 3, How.BEARER: 2, How.PRONOUN: 2, How.ITS: 2}.get(value.how, 0)
    return int(_is_unplaced(mention))


def _is_unplaced(mention: Mention) -> bool:
    """Is it a person of whom no state is told?"""
    return (isinstance(mention.value, PersonName) and not mention.value.state) or _is_bearer(mention)


def _is_bearer(mention: Mention) -> bool:
    return isinstance(mention.value, ActorName) and mention.value.how is How.BEARER


def split_even(work: Work) -> None:
    """Two sides that one group fills: the first named into the one, the others into the other."""
    if len(work.kind.sides) != 2 or reconciled(work, [code for codes in work.actors.values() for code in codes]):
        return
    one, two = sorted(work.kind.sides, key=[*work.draft.slots, *work.kind.sides].index)
    left, right = work.actors.get(one, ()), work.actors.get(two, ())
    even = work.kind.even({**work.fields})
    home = work.who.context.home
    if even and home and not right and len(left) > 1 and one == work.kind.sides[1] and home not in left:
        work.actors[two] = (home,)  # relations with Togo and Ghana, in a text on Mali
        work.note(work.who.context.why_other(home))
    elif even and len(left) == 1 and left == right and _speak(work) and (other := work.who.context.other(left[0])):
        work.actors[two] = (other,)
        work.note(work.who.context.why_other(other))
    elif _with_several(work, one, left, right):
        work.actors[two] = (_spoken_of(work, left),)
        work.note(f"the document is about {work.actors[two][0]}")
    elif len(left) > 1 and (left == right or (not right and even)):
        work.actors[one], work.actors[two] = left[:1], left[1:]
    elif len(right) > 1 and not left and even:
        work.actors[one], work.actors[two] = right[:1], right[1:]
    elif _is_mutual(work, left, right):
        work.actors[one], work.actors[two] = left[:1], left[1:]
        work.note(f"{' and '.join(left)} do it to each other")


def _with_several(work: Work, filled: str, named: tuple[str, ...], others: tuple[str, ...]) -> bool:
    """Did the one state of which a document tells do it with each of several: relations were broken off with Peru and Chile?

    Or was it done to it by each of them: Peru and Chile recognised the young republic.
    """
    first, second = work.kind.sides
    by_each = filled == first and list(work.draft.slots)[:1] == [first] and work.kind.is_by_each(work.fields)
    with_each = filled == second and work.kind.even_sides == "always" and not work.who.context.pair
    return (by_each or with_each) and len(named) > 1 and not others and bool(_spoken_of(work, named))


def _spoken_of(work: Work, but: tuple[str, ...]) -> str:
    """The one state of which the document speaks, besides some."""
    context = work.who.context
    left = [code for code in dict.fromkeys(context.pair or (context.home,)) if code and code not in but]
    return left[0] if len(left) == 1 else ""


def _is_mutual(work: Work, left: tuple[str, ...], right: tuple[str, ...]) -> bool:
    """Do the two of whom the document speaks do what two do to each other, with nobody else named?"""
    one, other = work.kind.sides
    pair = set(work.who.context.pair)
    alone = not right and not work.draft.slots.get(other) and list(work.draft.slots)[:1] != [other]
    about = len(left) == 2 and set(left) == pair and not work.who.named_in(work.draft.evidence) - pair
    return alone and about and bool(work.draft.slots.get(one)) and work.kind.is_mutual(work.fields)


def _speak(work: Work) -> bool:
    """Do first persons alone fill both sides: we meet often?"""
    filled = [mention for name in work.kind.sides for mention in work.draft.slots.get(name, ())]
    return all(isinstance(mention.value, ActorName) and mention.value.how is How.FIRST for mention in filled)


def from_context(work: Work) -> None:
    """Sides that the sentence leaves open, from the topic pair."""
    sides = work.kind.sides
    given = [code for name in sides for code in work.actors.get(name, ())]
    pair, home = work.who.context.pair, work.who.context.home
    if len(sides) == 1:
        _parties(work, sides[0])
        return
    missing = [name for name in sides if not work.actors.get(name) and _may_fill(work, name) and not is_for_no_state(work, name)]
    if not missing or work.kind.sideless(work.fields) or work.kind.one_sided(work.fields):
        return
    both = all(work.kind.fields[name].from_context for name in missing) or (
        is_between(work) if work.draft.between else work.kind.even(work.fields)
    )
    if len(missing) == 2 and not given and both and pair and not is_of_one(work):
        work.actors[sides[0]], work.actors[sides[1]] = pair[:1], pair[1:2]
        work.note(f"the topic pair is {', '.join(pair)}: {work.who.context.why_pair}")
    elif len(missing) == 1 and len(given) == 1 and (pair or both or work.draft.paired) and (other := other_of(work, given[0])):
        work.actors[missing[0]] = (other,)
        work.note(work.who.context.why_other(other))
    elif len(missing) == 1 and (two := reconciled(work, given)):
        work.actors[missing[0]] = two
        work.note(f"the topic pair is {', '.join(two)}: {work.who.context.why_pair}")
    elif len(missing) == 1 and given and _is_left(work, given) and home and not {home, *pair} & {*given}:
        work.actors[missing[0]] = (home,)
        work.note(work.who.context.why_other(home))


def _is_left(work: Work, given: list[str]) -> bool:
    """May an open side be that of which the document is about, as who befalls it, or is with it, is alone in the sentence?"""
    fitting = work.kind.may_befall(work.fields) or work.kind.even_sides == "always" or work.kind.each_way
    named = work.who.named_in(work.draft.evidence) - befriended(work)
    alone = fitting and named <= {*given} and not work.fields.get("place")
    return alone or work.draft.paired or work.draft.how == GLEANED


def from_sentence(work: Work) -> None:
    """A side that is still open, from the only other state that the sentence names."""
    if not work.kind.any_of or work.kind.sideless(work.fields) or len(work.kind.sides) != 2:
        return
    missing = [name for name in work.kind.sides if not work.actors.get(name)]
    if work.draft.paired and work.who.context.home and not work.who.context.pair:
        return
    if any(_is_refused(work, name) for name in work.kind.sides[1:]) or any(_is_speaker(work, name) for name in missing):
        return
    given = {code for name in work.kind.sides for code in work.actors.get(name, ())}
    if len(missing) != 1 or not given or is_for_no_state(work, missing[0]):
        return
    pointing = [mention.span.start for mention in work.draft.slots.get(missing[0], ()) if _is_pronoun(mention)]
    within = Span(work.draft.evidence.start, min(pointing, default=work.draft.evidence.end))
    given = {work.who.settled(code, work.when)[0] for code in given}
    others = {
        work.who.settled(code, work.when)[0] for code in work.who.named_in(within) - judging(work) - befriended(work)
    } - given
    about = set(work.who.context.pair) if given & set(work.who.context.pair) else set()
    if len(others) == 1 and (untold := _befallen(work, given, others)):
        known = missing[0] in work.kind.sides[1:] or untold == work.who.context.home
        if known and not work.draft.slots.get("place"):
            work.actors[missing[0]] = (untold,)
            work.note(f"{untold} is the one of {', '.join(work.who.context.pair)} of whom the sentence tells nothing else")
    elif len(others) == 1 and (not about or others & about or work.who.context.why_pair != BY_TITLE):
        work.actors[missing[0]] = tuple(others)
        work.note(f"{next(iter(others))} is the only other state that the sentence names")


def _befallen(work: Work, given: set[str], others: set[str]) -> str:
    """Whom a third state's act falls upon under a heading about two: not the one of whom the sentence tells something else."""
    pair = [work.who.settled(code, work.when)[0] for code in work.who.context.pair]
    if not work.who.context.home or not work.kind.may_befall(work.fields) or given & set(pair) or not others <= set(pair):
        return ""
    return next((code for code in pair if code not in others), "")


def _is_pronoun(mention: Mention) -> bool:
    """Is it "they", "it" or "he", of whom nothing tells the state?"""
    value = mention.value
    return is_they(mention) or (isinstance(value, ActorName) and value.how is How.PRONOUN and not value.text.startswith("the "))


def _is_speaker(work: Work, name: str) -> bool:
    """Is it who speaks, of whom nothing tells the state?"""
    return any(
        isinstance(mention.value, ActorName) and mention.value.how is How.FIRST for mention in work.draft.slots.get(name, ())
    )


def _may_fill(work: Work, name: str) -> bool:
    body = work.kind.fields[name]
    even = work.kind.even(work.fields)
    filled = work.draft.slots.get(name, ())
    unplaced = even and work.who.context.titled and all(_is_unplaced(mention) for mention in filled)
    if (any(map(_is_bearer, filled)) or _is_speaker(work, name)) and not work.who.context.titled:
        return False
    acts = name == work.kind.sides[0] and not even and not is_between(work) and work.draft.how != GLEANED
    return body.from_context or (name in work.kind.any_of and not acts and (not filled or unplaced))


def _parties(work: Work, name: str) -> None:
    body, pair = work.kind.fields[name], work.who.context.pair
    codes = work.actors.get(name, ())
    if body.type == "actors" and body.from_context and len(codes) == 1 and (other := other_of(work, codes[0])):
        work.actors[name] = (*codes, other)
        work.note(work.who.context.why_other(other))
    elif (
        not codes
        and body.type == "actors"
        and body.from_context
        and not (pair or work.who.context.home or work.draft.slots.get(name))
    ):
        named = sorted(work.who.named_in(work.draft.evidence))
        if len(named) == 2:
            work.actors[name] = tuple(named)
            work.note(f"{', '.join(named)} are the only two that the sentence names")
    elif not codes and body.type == "state" and body.from_context and work.who.context.home and _is_at_home(work, name):
        work.actors[name] = (work.who.context.home,)
        work.note(work.who.context.why_pair or f"the document is about {work.who.context.home}")
    elif not codes and body.from_context and pair and not may_be_of_others(work, pair):
        work.actors[name] = pair if body.type == "actors" or (name not in work.draft.slots and _is_of_both(work)) else ()
        work.note(f"the topic pair is {', '.join(pair)}: {work.who.context.why_pair}")


def _is_at_home(work: Work, name: str) -> bool:
    """Does a line of a list, or a wording that names nobody, tell of the state that the document is about?"""
    return work.draft.how in ("table", "list", "pair") or (name not in work.draft.slots and not work.who.context.pair)


def _is_of_both(work: Work) -> bool:
    """Is "both" the subject: both belong to it?"""
    text = work.who.annotated.document.text
    return text[work.draft.evidence.start : work.draft.trigger.start].rstrip().lower().endswith("both")


def refuse_unknown(work: Work) -> None:
    """Who acts by a word alone, and for a state that nothing tells, is nobody's act."""
    told = {code for name in work.kind.sides for code in work.actors.get(name, ())}
    if work.draft.answers and (not told or len(work.who.named_in(work.draft.evidence) - told) > 1):
        work.void = True
    work.void = work.void or any(_is_refused(work, name) for name, body in work.kind.fields.items() if body.holds_actors)


def _is_refused(work: Work, name: str) -> bool:
    """Is it an open word of who acts, or of a body that those who quarrel with it have themselves: opposed the government?"""
    if work.actors.get(name):
        return False
    filled = [mention.value for mention in work.draft.slots.get(name, ()) if isinstance(mention.value, ActorName)]
    if any(map(is_they, work.draft.slots.get(name, ()))):
        return True
    if any(value.how is How.PRONOUN and value.text == "him" for value in filled) and not work.kind.is_speech(work.fields):
        return True
    if any(value.how is How.PRONOUN and value.text.rpartition(" ")[2].lower() in SHORT for value in filled):
        return name in work.kind.sides[:1]  # the Council, of which nothing tells whose
    if not any(value.how is How.BEARER for value in filled):
        return False
    return name in work.kind.sides[:1] or is_inner(work, name)


def is_inner(work: Work, name: str) -> bool:
    """Is it a body or office that those who act against it have themselves: the army overthrew the president?"""
    if name not in work.kind.sides[1:] or work.kind.even(work.fields):
        return False
    words = [mention.value.text.lower() for mention in work.draft.slots.get(name, ()) if isinstance(mention.value, ActorName)]
    acts = [mention.value for mention in work.draft.slots.get(work.kind.sides[0], ())]
    as_state = acts and all(
        isinstance(value, PersonName) or (isinstance(value, ActorName) and value.how in _AS_STATES) for value in acts
    )
    return not as_state and any(text.endswith(_INNER) for text in words)


def other_of(work: Work, code: str) -> str:
    """The other one of the topic pair, also where the sentence tells of what the one was then: the Soviets, for Russia."""
    if other := work.who.context.other(code):
        return other
    pairs = itertools.permutations(work.who.context.pair, 2)
    settled = (other for other, one in pairs if work.who.settled(one, work.when)[0] == code)
    return next(settled, "") or (paired.other_of(work, code) if work.draft.paired else "")


def may_be_of_others(work: Work, pair: tuple[str, ...]) -> bool:
    """May what is called by its date be that of a third state, which the sentence names, and not both of the pair?"""
    if not any(mention.span in work.draft.trigger for mention in work.draft.slots.get("when", ())):
        return False
    named = {work.who.settled(code, work.when)[0] for code in work.who.named_in(work.draft.evidence) - helping(work)}
    both = {work.who.settled(code, work.when)[0] for code in pair}
    return bool(named - both) and not both <= named
