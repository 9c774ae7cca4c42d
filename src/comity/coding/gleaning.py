"""The second reading of a sentence: what its words say, where no rule's grammar stands.

A rule finds a claim where its words stand as it says. A sentence may have all of them in another order, with the actors named
elsewhere: such a claim is gleaned where enough speaks for it. Who stands on its sides is told by the tree, else by the order of
the words, else by the context. The method is a logistic regression over signs (D. R. Cox, "The regression analysis of binary
sequences", Journal of the Royal Statistical Society B 20, 1958), learned from sentences that people have coded.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace

from comity.coding.dating import nearest
from comity.coding.depth import depth
from comity.coding.drafting import parted
from comity.coding.factuality import judge
from comity.coding.odds import Odds
from comity.coding.patterns import Slot
from comity.coding.rules import Rules
from comity.coding.signs import ROLES, Roles, Sort, View, key_of_word, numbers, of_roles, of_tree, of_words, places
from comity.coding.slots import Filled, Filler, points
from comity.coding.wordings import Wording, Wordings
from comity.mentions import GLEANED, MARK, Annotated, Draft, Mention, state_of
from comity.model import Span

FAR = 10
"""Items from the words to who stands on a side, from where on it is far off."""
_ASIDE = 4
"""Items by which what stands in another clause counts as farther off."""
_OTHER_WORDS = 0.5
_WORD, _PHRASE, _SPEECH = 0.1, 0.05, 0.05
"""What a further word, the prepositions, and the right part of speech add to a wording, where several say the same."""

LATER = (
    *ROLES,
    "not asserted",
    "denied",
    "of a kind that was found",
    "both sides",
    "the first side alone",
    "the other side alone",
)
"""The signs that are sought only where a claim may still be likely enough; those that only speak against it do not matter."""

Filling = tuple[Mapping[str, Filled], int]
"""Values for the fields of a wording, and the item of the one that tells claims of a sort apart: a number, a person."""


@dataclass(frozen=True)
class Gleaning:
    """What a sentence may say besides what was found in it, and the signs of it."""

    draft: Draft
    signs: Mapping[str, float]


class Gleaner:
    """Looks again at sentences that the rules have read."""

    def __init__(self, rules: Rules, filler: Filler, odds: Odds) -> None:
        self._rules, self._filler, self.odds = rules, filler, odds
        self.wordings = Wordings(rules)

    def glean(self, annotated: Annotated, view: View) -> list[Draft]:
        """What the words of a sentence say that is likely enough; a number, and a person, is told of once."""
        told = [(self.odds.of(each.signs), each.draft) for each in self.gleanings(annotated, view)]
        likely = sorted((one for one in told if one[0] >= self.odds.limit), key=lambda one: -one[0])
        kept: list[Draft] = []
        for probability, draft in likely:
            if not any(self._is_same(draft, other) for other in kept):
                kept.append(replace(draft, likely=probability))
        return kept

    def gleanings(self, annotated: Annotated, view: View) -> Iterator[Gleaning]:
        """All that the words of a sentence may say and nothing has been found to say."""
        sorts: dict[Sort, list[tuple[int, Wording]]] = {}
        counts = Counter(draft.kind for draft in view.found)
        full = {kind for kind, number in counts.items() if number >= self._rules.kinds[kind].most_in_sentence}
        for at, wording in self.wordings.said(view.row):
            if (wording.sort, at) not in view.barred and wording.sort[0] not in full:
                sorts.setdefault(wording.sort, []).append((at, wording))
        told = set(map(self.sort_of, view.found))
        rivals = {sort: max(self.odds.share(wording.key) for _, wording in among) for sort, among in sorts.items()}
        for sort, among in sorts.items():
            for at, wording, values in self._best(view, among) if sort not in told or among[0][1].tells_apart else ():
                signs = numbers((view.of_sentence, of_words(view, at, wording, rivals, among), of_tree(view, at, wording)))
                if self.odds.may_do(signs, LATER):
                    yield from self._gleaning(_Found(self, annotated, view, at, wording, values), signs)

    def _gleaning(self, found: _Found, signs: Mapping[str, float]) -> Iterator[Gleaning]:
        draft = found.draft()
        if draft and not any(self._is_same(draft, other) for other in found.view.found):
            yield Gleaning(draft, numbers((signs, of_roles(found.view, found.at, found.roles), found.signs(draft))))

    def _best(self, view: View, among: Sequence[tuple[int, Wording]]) -> Iterator[tuple[int, Wording, Mapping[str, Filled]]]:
        """Of the wordings that say one thing, the one that says it best; of several numbers or persons, one for each."""

        def rank(one: tuple[int, Wording]) -> tuple[float, int]:
            at, wording = one
            word = self.odds.share(key_of_word(wording, view.row[at]))
            speech = view.grammar.is_verb(at) == wording.is_verb
            more = _WORD * len(wording.concepts) + _PHRASE * (bool(wording.words) and wording.words <= view.words)
            return self.odds.share(wording.key) + _OTHER_WORDS * word + more + _SPEECH * speech, -at

        seen: set[int] = set()
        for at, wording in sorted(among, key=rank, reverse=True):
            for values, number in self._fillings(view, at, wording):
                if number not in seen:
                    seen.add(number)
                    yield at, wording, values
            if seen:
                return

    def _fillings(self, view: View, at: int, wording: Wording) -> Iterator[Filling]:
        """The values for the fields of a wording that stand nearest; every number and person once."""
        options = [self._options(view, wording, slot) for slot in wording.slots]
        if not all(options):
            return
        near = set(view.grammar.clause(at)) if options else set[int]()

        def distance(option: tuple[int, Filled]) -> int:
            return abs(option[0] - at) + (0 if option[0] in near else _ASIDE)

        nearest_each = {slot.fields[0]: min(each, key=distance) for slot, each in zip(wording.slots, options, strict=True)}
        chief = wording.chief
        every = sorted(options[[*nearest_each].index(chief)], key=distance) if chief else [(-1, ())]
        for index, value in every:
            yield {name: one for name, (_, one) in nearest_each.items()} | ({chief: value} if chief else {}), index

    def _options(self, view: View, wording: Wording, slot: Slot) -> Sequence[tuple[int, Filled]]:
        """What may fill a slot, and where it stands; the same for all wordings of a kind."""
        rule, key = wording.pattern.rule, (wording.pattern.rule.kind_name, slot)
        found = view.options.get(key)
        if found is None:
            acting = rule.kind.fields[slot.fields[0]].holds_actors
            places = (index for index, item in enumerate(view.row) if not acting or item.actors or item.place)
            filled = ((index, self._filler.fill(rule, slot, view.row, index)) for index in places)
            found = view.options[key] = [(index, fill[1][0]) for index, fill in filled if fill]
        return found

    def fits(self, view: View, wording: Wording, side: str) -> list[int]:
        """The items that may stand on a side of a wording."""
        slot = Slot((side,), wording.filters.get(side, ""), belongs=True)
        return [index for index, _ in self._options(view, wording, slot)]

    def sure(self, annotated: Annotated, view: View, at: int) -> tuple[str, tuple[Span, ...]]:
        """How sure the text is of it."""
        return judge(annotated.document, view.span, view.row, at, self._rules.lexicon, grammar=view.grammar)

    def sort_of(self, draft: Draft) -> Sort:
        """The kind of a draft, and the value by which its claims are first told apart."""
        return draft.kind, str(draft.fixed.get(self._rules.kinds[draft.kind].foremost, ""))

    def _is_same(self, one: Draft, other: Draft) -> bool:
        """Do two drafts of a sentence tell the same, or something of the same number or person?"""
        if one.kind != other.kind:
            return False
        kind = self._rules.kinds[one.kind]
        for name in (*kind.of_type("number"), *kind.of_type("person")):
            if name in one.slots or name in other.slots:
                return one.slots.get(name) == other.slots.get(name)
        return one.fixed.get(kind.foremost) == other.fixed.get(kind.foremost)


@dataclass
class _Found:
    """One thing that a sentence may say, being made a draft."""

    gleaner: Gleaner
    annotated: Annotated
    view: View
    at: int
    wording: Wording
    values: Mapping[str, Filled]

    def __post_init__(self) -> None:
        self.sides = self.wording.pattern.rule.kind.sides
        self._fit = {name: self.gleaner.fits(self.view, self.wording, name) for name in self.sides}
        self.roles = self._roles()
        self.chosen: Mapping[str, Sequence[int]] = {}
        self.is_by_order = False

    def draft(self) -> Draft | None:
        """The draft; None where the rule wants a date and there is none."""
        body, span = self.wording.pattern.rule.body, self.view.row[self.at].span
        fixed, filled = parted(self.wording.pattern, self.values)
        slots = {**filled, **self._named()}
        if body.dated and (date := self._date()):
            slots["when"] = (date,)
        if body.needs_date and "when" not in slots:
            return None
        sure, cues = self.gleaner.sure(self.annotated, self.view, self.at)
        return Draft(
            self.wording.pattern.rule.kind_name, fixed, slots, self.view.span, span, body.factuality or sure,
            self.wording.pattern.name + MARK, GLEANED, self.view.block, cues, depth=depth(self.at, self.view.grammar),
        )  # fmt: skip

    def signs(self, draft: Draft) -> dict[str, float]:
        """What kind of claim it is, who stands on its sides, and how sure the text is of it."""
        sides = [name in draft.slots for name in self.sides]
        return {
            "not asserted": draft.factuality != "asserted", "denied": draft.factuality == "denied",
            "of a kind that was found": any(other.kind == draft.kind for other in self.view.found),
            "both sides": all(sides),
            "the first side alone": sides == [True, False], "the other side alone": sides == [False, True],
            "by order": self.is_by_order, "far off": any(abs(index - self.at) > FAR for index in self.chosen[self.sides[0]]),
            "the other side far off": any(abs(index - self.at) > FAR for index in self.chosen.get(self.sides[-1], ())),
        }  # fmt: skip

    def _date(self) -> Mention | None:
        own = self.view.grammar.clause(self.at)
        return nearest(self.view.row, self.at, self.at + 1, noun=not self.wording.is_verb, own=own)

    def _roles(self) -> Roles:
        grammar, at = self.view.grammar, self.at
        first, second = self._fit[self.sides[0]], self._fit[self.sides[-1]]
        passive = grammar.is_verb(at) and grammar.is_undergoing(at, participle=False)
        subjects = grammar.undergone(at) if passive else grammar.subjects(at)
        acting = [index for index in (*(() if passive else subjects), *grammar.agents(at)) if index in first]
        done_to = [index for index in (subjects if passive else grammar.objects(at)) if index in second and index not in acting]
        owners = [owner for place in (at, *places(self.view.row, at, self.wording)) for owner in grammar.owners(place)]
        owning = [index for index in dict.fromkeys(owners) if index in first and index not in acting]
        clause = set(grammar.clause(at))
        beside = [index for index in second if index in clause and at < index and index not in (*acting, *done_to)]
        return Roles(acting, owning, done_to, beside, not acting and any(not self.view.row[index].actors for index in subjects))

    def _named(self) -> dict[str, tuple[Mention, ...]]:
        """Who stands on each side by the tree; where it tells nobody, who is named last before the words.

        A side that the tree leaves open is left to the context: the next name is as often that of a bystander.
        """
        first, roles = self._fit[self.sides[0]], self.roles
        before = [index for index in reversed(first) if index < self.at and index not in roles.undergoing]
        by = self._known([*roles.acting, *roles.owning])
        to = self._known([index for index in (*roles.undergoing, *roles.beside) if index not in by[:1]])
        if by:
            to = [index for index in to if not self._who(index) & self._who(by[0])]
        if len(self.sides) == 1:
            by, to = by or to, []
        self.is_by_order = not by and not to
        if self.is_by_order:
            by = self._known(before) or self._known(first)
        self.chosen = {self.sides[0]: by[:1]} | ({self.sides[1]: to[:1]} if len(self.sides) > 1 else {})
        return {name: self._mentions(index) for name, found in self.chosen.items() for index in found}

    def _known(self, places: Iterable[int]) -> list[int]:
        """Those of whom the words tell who they are; without any, those who point at somebody."""
        distinct = list(dict.fromkeys(places))
        told = [index for index in distinct if self._who(index)]
        return told or [index for index in distinct if all(map(points, self._mentions(index)))]

    def _who(self, index: int) -> Set[str]:
        return {state_of(mention) for mention in self._mentions(index)} - {""}

    def _mentions(self, index: int) -> tuple[Mention, ...]:
        item = self.view.row[index]
        return item.actors or ((item.place,) if item.place else ())
