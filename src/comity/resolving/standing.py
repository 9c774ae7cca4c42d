"""Who stands on the sides of what was gleaned: of those who are named, and those of whom the text speaks anyway.

The model that reads a sentence tells how likely each word for somebody names one of either side. Whom the words mean, and who is
meant where a sentence names only one of two, the document tells. A second, small model has learned from coded documents to weigh
both; and how often a claim is right with all its sides, as sure as it is of each.
"""

from __future__ import annotations

import bisect
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cached_property

from comity.arranging import Arrangement, Sides
from comity.gazetteer import Gazetteer
from comity.learned import Signs, log_odds
from comity.mentions import GLEANED, ActorName, Annotated, Draft, How, Mention, Stand, state_of
from comity.model import Claim, Span
from comity.resolving.bystanders import befriended, judging
from comity.resolving.order import orders
from comity.resolving.work import Work
from comity.schema import Kind
from comity.sensing import alike, two_sides

_BACK = 2
"""Sentences before, in which somebody may be named who is not named again."""
KNOWN = "known"
"""Marks what is learned of claims whose words a rule has."""
_AHEAD = 5.0
"""How far an arrangement may be ahead of the next, to count: models are surer than they should be."""
_MOST = 3
"""States of which a document speaks most, that may be meant where they are not named."""


@dataclass(frozen=True)
class Candidate:
    """Somebody who may stand on a side, with all that speaks for and against it."""

    code: str
    signs: Signs
    here: bool


class Standing:
    """Tells who stands on the sides of gleaned claims in one document."""

    def __init__(self, annotated: Annotated, gazetteer: Gazetteer, sides: Sides, limit: float) -> None:
        self._annotated, self._gazetteer, self._sides, self._limit = annotated, gazetteer, sides, limit
        self._starts = [mention.span.start for mention in annotated.all("sentence")]
        self._near: dict[int, Sequence[Sequence[str]]] = {}

    def lends(self, draft: Draft, kind: Kind, claims: Sequence[Claim]) -> bool:
        """Is a sentence to be read as a whole: a rule has its words, and cannot tell who stands on one side at least?"""
        known = draft.how != GLEANED and draft.stands and self._sides.knows(f"{draft.kind} {KNOWN}")
        return bool(known) and is_open(draft, kind, claims)

    def settle(self, work: Work, steps: int) -> None:
        """Fill the sides of a gleaned claim; it is void where it is less likely to be right than is asked.

        Args:
            work: The claim, with its sides as the words and the context alone would have them.
            steps: How many steps were taken before its open sides were filled: the others fall where its sides are changed.
        """
        read = dict(work.actors)
        if self._sides.knows(weighed_as(work.draft)):
            sure, meant = self._weigh(work)
        else:
            sure, meant = work.draft.likely * _surest(work.draft), []
        if read != work.actors:
            del work.steps[steps:]
            for code in meant:
                work.note(f"{code} is not named here; the document speaks of it")
        lacking = bool(work.draft.known) and len({code for codes in work.actors.values() for code in codes}) < 2
        work.void = work.void or lacking or sure < self._limit or not any(work.actors.values())
        words = f"these are words of {work.draft.known}" if work.draft.known else "no rule knows these words"
        work.note(f"{words}; read as a whole, the sentence says it with a probability of {sure:.0%}")

    def _weigh(self, work: Work) -> tuple[float, list[str]]:
        """Put those on the sides who stand there most likely. How likely all of it is right, and who of them is not named."""
        found = self.candidates(work)
        value, even = str(work.draft.fixed.get(work.kind.foremost, "")), alike(work.kind, work.draft.fixed)
        arranged = self._sides.arrange([one.signs for one in found], value, even=even)
        for name, places in zip(two_sides(work.kind), (arranged.first, arranged.other), strict=True):
            work.actors[name] = tuple(found[at].code for at in places)
        meant = [found[at].code for at in dict.fromkeys((*arranged.first, *arranged.other)) if not found[at].here]
        return self._sides.sure(weighed_as(work.draft), signs(work.draft, work.kind, found, arranged)), meant

    def candidates(self, work: Work) -> list[Candidate]:
        """Those who may stand on a side."""
        by_code: dict[str, list[Stand]] = {}
        unknown: list[Stand] = []
        for stand in work.draft.stands:
            codes = [self._settled(work, code) for code in work.who.codes(stand.mention)[0]]
            for code in codes:
                by_code.setdefault(code, []).append(stand)
            if not codes:
                unknown.append(stand)
        context = work.who.context
        near = self._before(work.draft.evidence)
        about = [context.home, context.speaker, *context.pair, *self._most_named, *(code for told in near for code in told)]
        apart = {self._settled(work, code) for code in judging(work) | befriended(work)}
        every = dict.fromkeys([*by_code, *(self._settled(work, code) for code in about if code)])
        order = orders(by_code, work.draft, self._annotated.document.text)
        common = {**_common(work), **_most("unknown", unknown), "named": min(len(by_code), 4) / 2}
        return [
            Candidate(
                code,
                {
                    **common,
                    **_own(by_code.get(code, ())),
                    **order.get(code, {}),
                    **self._about(work, code, by_code, near),
                    **_most("rival", [stand for other, stands in by_code.items() if other != code for stand in stands]),
                },
                code in by_code,
            )
            for code in every
            if code not in apart
        ]

    def _settled(self, work: Work, code: str) -> str:
        return work.who.settled(code, work.when)[0]

    def _about(self, work: Work, code: str, named: Mapping[str, Sequence[Stand]], near: Sequence[Sequence[str]]) -> Signs:
        context = work.who.context
        pair = [self._settled(work, one) for one in context.pair]
        told = {
            "pair": code in pair, "pair titled": code in pair and context.titled, "no pair": not pair,
            "left of pair": code in pair and code not in named and any(one in named for one in pair),
            "nobody of pair": code in pair and not any(one in named for one in pair),
            "home": code == context.home, "speaker": code == context.speaker, "publisher": code == context.publisher,
            "state": self._gazetteer.is_state(code),
            **{f"before {back}": code in told for back, told in enumerate(near, 1)},
            "last begun with": bool(near and near[0]) and near[0][0] == code,
        }  # fmt: skip
        read = [{self._settled(work, one) for one in work.actors.get(name, ())} for name in two_sides(work.kind)]
        told |= {"read as first": code in read[0], "read as other": code in read[1]}
        words = [{self._settled(work, one) for one in work.worded.get(name, ())} for name in two_sides(work.kind)]
        told |= {"worded as first": code in words[0], "worded as other": code in words[1]}
        rank = next((f"rank {at}" for at, one in enumerate(self._most_named, 1) if one == code), "rank none")
        return {rank: 1.0, "share": self._shares.get(code, 0.0), **{name: 1.0 for name, so in told.items() if so}}

    def _before(self, evidence: Span) -> Sequence[Sequence[str]]:
        """The codes of those who are named in the sentences before, the nearest first."""
        if (found := self._near.get(evidence.start)) is None:
            at = bisect.bisect_left(self._starts, evidence.start)
            spans = [mention.span for mention in self._annotated.all("sentence")[max(0, at - _BACK) : at]]
            found = self._near[evidence.start] = [list(dict.fromkeys(self._named(span))) for span in reversed(spans)]
        return found

    def _named(self, span: Span | None = None) -> Iterable[str]:
        for kind in ("actor", "person"):
            found = self._annotated.within(kind, span) if span else self._annotated.all(kind)
            yield from (code for mention in found if (code := state_of(mention)))

    @cached_property
    def _shares(self) -> Mapping[str, float]:
        """How much of all that is named each one is."""
        counts = Counter(self._named())
        return {code: count / counts.total() for code, count in counts.items()}

    @cached_property
    def _most_named(self) -> Sequence[str]:
        """The states of which the document speaks most."""
        states = filter(self._gazetteer.is_state, self._shares)
        return sorted(states, key=lambda code: -self._shares[code])[:_MOST]


def is_open(draft: Draft, kind: Kind, claims: Sequence[Claim]) -> bool:
    """Does none of the claims of a draft tell who stands on either side?"""
    return not kind.sideless(draft.fixed) and not any(all(claim.fields.get(name) for name in two_sides(kind)) for claim in claims)


def as_gleaned(draft: Draft, kind: Kind) -> Draft:
    """A draft of a rule that cannot tell who stands on its sides, as one that is gleaned."""
    value = draft.fixed.get(kind.foremost)
    return replace(draft, how=GLEANED, known=draft.rule, rule=f"{draft.kind}/gleaned:{value}")


def weighed_as(draft: Draft) -> str:
    """The weights by which it is told how likely all of a claim is right."""
    return f"{draft.kind} {KNOWN}" if draft.known else draft.kind


def _common(work: Work) -> Signs:
    draft = work.draft
    value = str(draft.fixed.get(work.kind.foremost, ""))
    told = {"bias": 1.0, f"sort {draft.kind} {value}": 1.0, "sure": log_odds(draft.likely), **dict.fromkeys(_known(work), 1.0)}
    return {**told, "even": float(alike(work.kind, work.fields))}


def _known(work: Work) -> Iterator[str]:
    """What a rule that has the words tells of either side: how the grammar has it, by which words, whether that tells who."""
    draft = work.draft
    if not draft.known:
        return
    yield from (KNOWN, f"rule {draft.known.rpartition(':')[0]}")
    for side, name in zip(("first", "other"), two_sides(work.kind), strict=True):
        mentions = draft.slots.get(name, ())
        yield f"{side} {draft.ways.get(name, 'words') if mentions else 'open'}"
        yield from (f"{side} filled {_how(mention)}" for mention in mentions)
        yield from (f"{side} {told}" for told, codes in (("worded", work.worded), ("read", work.actors)) if codes.get(name))


def _own(stands: Sequence[Stand]) -> Signs:
    """What his own words tell: the surest of them, by which words, and how the grammar has them."""
    if not stands:
        return {}
    best = max(stands, key=lambda stand: max(stand.first, stand.other))
    told = {"here": 1.0, "times": min(len(stands), 3) / 2, **_most("own", stands)}
    named = (f"how {_how(best.mention)}", f"role {best.role}", f"link {best.link}", "after" if best.after else "ahead")
    return {**told, **dict.fromkeys(named, 1.0)}


def _most(whose: str, stands: Sequence[Stand]) -> Signs:
    if not stands:
        return {f"{whose} none": 1.0}
    return {
        f"{whose} first": log_odds(max(stand.first for stand in stands)),
        f"{whose} other": log_odds(max(stand.other for stand in stands)),
    }


def _how(mention: Mention) -> str:
    return str(mention.value.how if isinstance(mention.value, ActorName) else How.PERSON)


def _surest(draft: Draft) -> float:
    """How sure the least sure is of those whom the words put on a side, and of the number."""
    placed = {mention for mentions in draft.slots.values() for mention in mentions}
    return min((max(stand.first, stand.other) for stand in draft.stands if stand.mention in placed), default=0.0)


def signs(draft: Draft, kind: Kind, found: Sequence[Candidate], arranged: Arrangement) -> Signs:
    """What speaks for and against a whole claim: of the sort, and of the arrangement of those on its sides."""
    first, other, even = arranged.first, arranged.other, alike(kind, draft.fixed)
    return {
        "bias": 1.0, "sort": log_odds(draft.likely), f"value {draft.fixed.get(kind.foremost, '')}": 1.0,
        "share": log_odds(arranged.share), "ahead": min(arranged.ahead, _AHEAD),
        "nobody first": float(not first), "nobody other": float(not other and not even), "even": float(even),
        "even alone": float(even and len(first) == 1), "several": float((len(first) > 1 and not even) or len(other) > 1),
        "not here": float(sum(not found[at].here for at in {*first, *other})), "beside": float(draft.beside),
        "parsed": float(any(stand.link for stand in draft.stands)),
    }  # fmt: skip
