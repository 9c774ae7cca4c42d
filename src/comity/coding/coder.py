"""Codes a document: every sentence and line through the engine, each match made a draft."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence, Set
from dataclasses import replace
from typing import TypeAlias

from comity.coding.amounts import with_amounts
from comity.coding.anaphora import with_meant, with_told
from comity.coding.cities import behind_list, in_each
from comity.coding.company import with_company, without_helpers
from comity.coding.dating import listed, nearest
from comity.coding.depth import depth
from comity.coding.drafting import about_value, in_turn, is_another, is_no_answer, one_each, parted, place_after, told_by
from comity.coding.eachway import each_way
from comity.coding.ellipsis import without_verb
from comity.coding.engine import Engine, Match
from comity.coding.enumerating import parts_of, without_unknown
from comity.coding.factuality import judge
from comity.coding.gleaning import Gleaner, View, before
from comity.coding.grammar import Grammar
from comity.coding.guards import is_barred, is_of_several, without_poorer, without_replaced
from comity.coding.items import Item, items
from comity.coding.leads import told
from comity.coding.lines import Leads, LineMatch, drafts_of, line_matches, sentence_matches
from comity.coding.papers import with_papers
from comity.coding.patterns import WHEN
from comity.coding.places import LINES, RUNNING, Place, announces, is_running
from comity.coding.plans import compile_plans
from comity.coding.rows import RowMatch, row_matches
from comity.coding.rules import RuleFile, Rules, Sort
from comity.coding.scope import aside, beyond
from comity.coding.series import in_series
from comity.coding.sharing import with_shared
from comity.coding.slots import Filler
from comity.coding.terms import parted_terms
from comity.coding.turns import by_turns
from comity.gazetteer import Gazetteer
from comity.mentions import Annotated, Draft, Tree
from comity.model import Block, BlockKind, Document, Span

Parse: TypeAlias = Callable[[Document, Sequence[Span]], Sequence[Tree | None]]
"""Gives the trees of some sentences of a document."""


class Coder:
    """The rules, ready to code one document after another."""

    def __init__(
        self,
        rules: Rules,
        gazetteer: Gazetteer,
        parse: Parse | None = None,
        *,
        all_parsed: bool = False,
        gleaner: Gleaner | None = None,
    ) -> None:
        self.rules = rules
        self._parse = parse
        self._all_parsed = all_parsed
        self._gazetteer = gazetteer
        self._filler = Filler(gazetteer, rules.lexicon)
        self._things = frozenset(rules.lexicon.things)
        self._engine = Engine(compile_plans(rules), self._filler)
        self._gleaner = gleaner

    def code(self, annotated: Annotated) -> Iterator[Draft]:
        """The drafts of a document in the order of the text."""
        return self.drafts(annotated, self.places(annotated))

    def places(self, annotated: Annotated) -> list[Place]:
        """The sentences and lines of a document, each with the plans that may stand in it."""
        found: list[Place] = []
        leads = Leads()
        last = ""
        for number, block in enumerate(annotated.document.blocks):
            row: Sequence[Item] = ()
            for sentence in annotated.within("sentence", block.span):
                place = self._place(annotated, number, block, sentence.span, row)
                if is_running(annotated.document, place):
                    place = replace(place, before=before(annotated.document, block, last))
                    last = sentence.span.of(annotated.document)
                found.append(replace(place, led=leads.over(block)))
                row = place.row
            if block.kind is not BlockKind.ITEM:
                leads.read(block, block.span.of(annotated.document), row)
        return found

    def drafts(self, annotated: Annotated, places: Sequence[Place]) -> Iterator[Draft]:
        """What is said in these sentences and lines; those that are worth it are parsed."""
        grammars = self._grammars(annotated.document, places)
        before: list[Draft] = []
        for place in places:
            if place.block.cells:
                matches = row_matches(self.rules, annotated, place.block, self._gazetteer)
                yield from (self._from_row(match, place) for match in matches)
            else:
                barred: set[Sort] = set()
                parsed = replace(place, grammar=grammars.get(place.span))
                own = list(with_shared([*self._sentence(annotated, parsed, barred)], self.rules.kinds))
                near = [draft for draft in before if draft.block == place.number]
                told = [*own, *without_verb(place.row, own, near, self.rules), *with_amounts(place.row, own, self.rules)]
                told = by_turns(place.row, told)
                told = with_papers(place.row, [*told, *in_series(place.row, told)], self.rules)
                yield from self._looked_at(annotated, parsed, told, barred)
                before = own

    def _looked_at(self, annotated: Annotated, place: Place, told: Sequence[Draft], barred: Set[Sort]) -> Iterable[Draft]:
        """What a sentence says, with what it says besides where the coder is to look at running text twice."""
        if self._gleaner is None or not is_running(annotated.document, place):
            return told
        grammar = place.grammar or Grammar(place.row)
        return self._gleaner.look(annotated, View(place.span, place.number, place.before, place.row, grammar, told, barred))

    def _place(self, annotated: Annotated, number: int, block: Block, sentence: Span, before: Sequence[Item]) -> Place:
        if block.cells:
            return Place(number, block, sentence)
        row = with_told(items(annotated, sentence, self.rules.lexicon, self._tidy), before, self._things)
        candidates = self._engine.candidates(row) if block.kind in RUNNING else ()
        return Place(number, block, sentence, row, candidates=candidates)

    def _tidy(self, found: list[Item]) -> list[Item]:
        return without_unknown(found, self._is_body)

    def _is_body(self, code: str) -> bool:
        return code in self._gazetteer and not self._gazetteer.is_state(code)

    def _listed(self, draft: Draft, row: Sequence[Item]) -> Iterator[Draft]:
        """A draft with those for the further parts of its list."""
        kind = self.rules.kinds[draft.kind]
        if not kind.lists:
            return iter((draft,))
        bodies = kind.fields[kind.lists].type == "organisation"
        return parts_of(draft, kind.lists, row, self._is_body if bodies else self._gazetteer.is_state)

    def _grammars(self, document: Document, places: Sequence[Place]) -> dict[Span, Grammar]:
        """The grammar of the sentences in which there is something to find: running text with an actor and a plan's needs."""
        if self._parse is None:
            return {}
        wanted = [place for place in places if is_running(document, place) and self._is_worth_parsing(place)]
        trees = self._parse(document, [told(document.text, place.span) for place in wanted]) if wanted else ()
        return {place.span: Grammar(place.row, tree) for place, tree in zip(wanted, trees, strict=True) if tree}

    def _is_worth_parsing(self, place: Place) -> bool:
        return self._all_parsed or (bool(place.candidates) and any(item.actors for item in place.row))

    def _sentence(self, annotated: Annotated, place: Place, barred: set[Sort]) -> Iterator[Draft]:
        found = [*self._lines(place)]
        lines = tuple(found)
        if place.candidates and all("change" in draft.fixed or draft.kind == "event" for draft in lines):
            grammar = place.grammar or Grammar(place.row)
            place = replace(place, row=with_meant(place.row, grammar))
            matches = self._engine.matches(place.row, grammar, place.candidates)
            held = [match for match in matches if not is_barred(match, place.row, place.grammar, self.rules.lexicon)]
            if announces(annotated.document, place):
                held = [match for match in held if not is_of_several(match, place.row)]
            held = without_poorer(without_replaced(held, place.row))
            kept = set(map(id, held))
            barred |= {match.plan.pattern.sort for match in matches if id(match) not in kept}
            text, first = annotated.document.text, place.span.start
            joined = (without_helpers(each, text, first) for match in held for each in with_company(match, place.row, grammar))
            matched = (
                draft
                for match in joined
                for told in self._in_each(match, annotated, place)
                for draft in each_way(told, match.plan.pattern, place.row)
            )
            every = (draft for each in matched for draft in self._listed(each, place.row))
            turns = (turn for several in every for turn in in_turn(several, place.row))
            told = [draft for several in turns for draft in self._one_each(several) if self._is_told_enough(draft)]
            found += [draft for draft in told if is_another(draft, lines)]
            found, terms = parted_terms(found, place.row, grammar, self.rules)
            barred |= terms
        counts: dict[str, int] = {}
        for draft in found:
            if self._is_told_already(draft, found):
                continue
            counts[draft.kind] = counts.get(draft.kind, 0) + 1
            if counts[draft.kind] <= self.rules.kinds[draft.kind].most_in_sentence:
                yield draft

    def _lines(self, place: Place) -> Iterator[Draft]:
        """What a line says as a whole, or a sentence that is like one."""
        is_line, of_own = place.block.kind in LINES, place.block.kind is BlockKind.PARAGRAPH
        matches: Iterable[LineMatch] = sentence_matches(self.rules, self._filler, place.row) if of_own else ()
        if is_line:
            matches = line_matches(self.rules, self._filler, place.row, place.led)
        for match in matches:
            for draft in drafts_of(match, place.row, place.span, place.block, place.number):
                kind = self.rules.kinds[draft.kind]
                yield from in_each(draft, kind, place.row, 0, self._gazetteer) if is_line else (draft,)

    def _in_each(self, match: Match, annotated: Annotated, place: Place) -> Iterator[Draft]:
        draft, kind = self._from_match(match, annotated, place), match.plan.pattern.rule.kind
        return in_each(draft, kind, place.row, match.anchor, self._gazetteer)

    def _one_each(self, draft: Draft) -> Iterator[Draft]:
        """A draft for each of several persons, dates or cities named together."""
        fields = self.rules.kinds[draft.kind].fields
        sites = [name for name, body in fields.items() if body.type == "actor" and body.or_place]
        sited = next((name for name in sites if len(draft.slots.get(name, ())) > 1), "")
        for mention in draft.slots.get(sited, ()) or (None,):
            yield from one_each(replace(draft, slots={**draft.slots, sited: (mention,)}) if mention else draft)

    def _is_told_already(self, draft: Draft, found: Sequence[Draft]) -> bool:
        """Does a rule for what is left over take a number, or a sentence, that another rule has taken?"""
        if not self._rule(draft).otherwise:
            return False
        others = (other for other in found if other.kind == draft.kind)
        if value := draft.slots.get("value"):
            others = (other for other in others if other.slots.get("value") == value)
        return any(not self._rule(other).otherwise for other in others)

    def _rule(self, draft: Draft) -> RuleFile:
        return self.rules.rules[draft.rule.rpartition(":")[0]].body

    def _is_told_enough(self, draft: Draft) -> bool:
        dated = not self._rule(draft).needs_date or "when" in draft.slots
        return dated and not is_no_answer(draft, self.rules.kinds[draft.kind])

    def _from_match(self, match: Match, annotated: Annotated, place: Place) -> Draft:
        pattern, row = match.plan.pattern, place.row
        end = max(match.end, match.anchor + 1) if match.first is None else match.end
        sure, cues = judge(annotated.document, place.span, row, match.anchor, self.rules.lexicon, grammar=place.grammar)
        fixed, slots = parted(pattern, match.filled)
        first = match.anchor if match.first is None else match.first
        start, stop = about_value(row, slots, first, end if match.first is None else behind_list(row, end))
        own = place.grammar.clause(match.anchor) if place.grammar else ()
        beside = aside(place.grammar, match.anchor, place.row) if place.grammar else ()
        date = (
            nearest(row, start, stop, by=told_by(match, slots), own=own, aside=beside)
            if pattern.rule.body.dated and WHEN not in slots
            else None
        )
        when = listed(row, date) if date and pattern.rule.kind.dated_each and "value" not in slots else ((date, None),)
        if date is not None:
            slots = {**slots, WHEN: tuple(day for day, _ in when if day)}
        if "place" in pattern.rule.kind.fields and "place" not in slots:
            other = beyond(place.grammar, match.anchor) if place.grammar else ()
            if where := place_after(row, match.anchor, other):
                slots = {**slots, "place": tuple(own or where for _, own in when)}
        trigger = row[first].span.join(row[min(end, len(row)) - 1].span)
        sure = pattern.rule.body.factuality or sure
        if sure == "asserted" and _is_spoken(annotated, place, row[match.anchor]) and not pattern.rule.kind.is_speech(fixed):
            sure = "reported"
        return Draft(
            pattern.rule.kind_name, fixed, slots, place.span, trigger, sure, pattern.name,
            "syntax" if match.ways else "words", place.number, cues, match.ways,
            pattern.rule.body.inside, pattern.rule.body.answers, pattern.rule.body.between, pattern.rule.body.paired,
            depth(match.anchor, place.grammar),
        )  # fmt: skip

    def _from_row(self, match: RowMatch, place: Place) -> Draft:
        rule, name = match.rule, f"{match.rule.name}:row{match.number}"
        sure = rule.body.factuality or "asserted"
        return Draft(rule.kind_name, rule.fixed, match.filled, place.span, place.span, sure, name, "table", place.number)


def _is_spoken(annotated: Annotated, place: Place, anchor: Item) -> bool:
    """Does a word stand in what somebody says in a transcript?"""
    return any(anchor.span in speech.span for speech in annotated.within("speaker", place.block.span))
