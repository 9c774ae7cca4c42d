"""Makes claims of drafts: fills what the context tells, dates them, settles codes in time, refuses what does not hold."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from comity import edtf
from comity.gazetteer import Gazetteer
from comity.mentions import GLEANED, RUNNING, Annotated, DateWords, Draft, Mention, PersonName
from comity.model import Block, BlockKind, Claim, Span, Value
from comity.resolving import among, bound, inside, lone, measures, paired, sides, wording
from comity.resolving.again import read_again, tells_of_others
from comity.resolving.bothways import both_ways
from comity.resolving.context import article_contexts
from comity.resolving.datings import Datings
from comity.resolving.foremost import foremost
from comity.resolving.headings import heading_actors, over
from comity.resolving.holders import Holders
from comity.resolving.offices import Offices
from comity.resolving.sequel import Story
from comity.resolving.serving import Serving
from comity.resolving.standing import Standing
from comity.resolving.when import seen_from
from comity.resolving.who import Who
from comity.resolving.work import Work, complete, plain
from comity.schema import Kinds

# How the steps of a claim tell what the grammar said of a field.
WAYS = {
    "subject": "the subject of the clause",
    "object": "the object of the verb",
    "by": "named by whom it was done",
    "phrase": "a phrase of the clause",
    "owner": "whose the noun is",
}


class Resolver:
    """Settles the drafts of one document."""

    def __init__(
        self,
        annotated: Annotated,
        kinds: Kinds,
        gazetteer: Gazetteer,
        *,
        inside: bool = False,
        standing: Standing | None = None,
        sure: float | None = None,
    ) -> None:
        self.inside = inside
        self._standing = standing
        self._annotated = annotated
        self._document = annotated.document
        self._kinds = kinds
        self._gazetteer = gazetteer
        self._contexts = article_contexts(annotated, gazetteer)
        self._dates = Datings(annotated)
        self._holders = Holders(annotated, self._dates)
        self.offices = Offices(annotated, gazetteer, self._dates)
        self._serving = Serving(annotated, gazetteer, self.offices, sure) if sure is not None else None
        self._whos: dict[int, Who] = {}
        self._learned: dict[str, str] = {}
        self._story = Story()
        self._refused: set[int] = set()

    def who(self, block: int) -> Who:
        """The reader of actors in the context of one block."""
        if block not in self._whos:
            about = self._contexts[self._document.blocks[block].article]
            context = about.within(self._annotated, self._document.blocks[block], self._gazetteer)
            self._whos[block] = Who(
                self._annotated, self._gazetteer, context, self._learned, self.offices, self._serving, inside=self.inside
            )
        return self._whos[block]

    def date(self, mention: Mention) -> str:
        """What a date of the document means, in EDTF; "" where it stays unknown."""
        return self._dates.of(mention)[0]

    def settle(self, drafts: Iterable[Draft]) -> list[Claim]:
        """The claims of the drafts, each once, in the order of the text."""
        claims: dict[str, Claim] = {}
        ordered = sorted(drafts, key=self._order)
        again = read_again(ordered, self._claims, self._lends, self._kinds)
        for claim in foremost(ordered, self._claims) if self.inside else again:
            claims.setdefault(claim.id, claim)
        return among.settled(claims.values(), self._annotated, self._kinds)

    def _order(self, draft: Draft) -> tuple[bool, int, int]:
        """Persons in office after what else is told, and all in the order of the text."""
        return "person" in self._kinds[draft.kind].fields, draft.evidence.start, draft.trigger.start

    def _lends(self, draft: Draft, claims: Sequence[Claim]) -> bool:
        """Is a draft that no rule has refused to be read as a whole, to tell who stands on its sides?"""
        standing = self._standing
        if standing is None or id(draft) in self._refused:
            return False
        return standing.lends(draft, self._kinds[draft.kind], claims)

    def _claims(self, draft: Draft) -> Iterator[Claim]:
        work = Work(draft, self._kinds[draft.kind], self.who(draft.block), dict(draft.fixed))
        self._date(work)
        self._fill(work)
        self._words_and_numbers(work)
        self._from_heading(work)
        self._from_inside(work)
        steps, work.worded = len(work.steps), dict(work.actors)
        self._open_sides(work)
        if draft.how == GLEANED and self._standing:
            self._standing.settle(work, steps)
            sides.split_even(work)
        self._in_time(work)
        alike = work.void
        paired.refuse(work)
        if self._standing and draft.stands and ((work.void and not alike) or tells_of_others(work)):
            self._refused.add(id(draft))
        sides.refuse_unknown(work)
        for fields in () if work.void else both_ways(work):
            if self._holds(fields, work):
                claim = Claim(
                    doc=self._document.id, kind=draft.kind, fields=complete(fields, work.kind), when=work.when,
                    factuality=draft.factuality, evidence=draft.evidence, rule=draft.rule, steps=tuple(work.steps),
                    sha256=self._document.sha256, how=draft.how,
                )  # fmt: skip
                self._story.add(draft, claim)
                yield claim

    def _open_sides(self, work: Work) -> None:
        """The sides that the sentence leaves open."""
        self._story.follow(work)
        sides.from_sentence(work)
        sides.from_context(work)
        lone.fill(work)
        bound.fill(work)
        self._holders.accredit(work)

    def _date(self, work: Work) -> None:
        for mention in work.draft.slots.get("when", ()):
            when, step = self._dates.of(mention)
            work.note(step)
            if isinstance(mention.value, DateWords):
                inside = mention.span.start - (mention.value.reach or 0) <= work.draft.trigger.start < mention.span.end
                when = seen_from(mention.value, when, inside=inside)
            work.when = edtf.widened(when)
            stage = work.kind.stage_means.get(str(work.fields.get(work.kind.stages, "")))
            since = isinstance(mention.value, DateWords) and mention.value.role in ("since", "from")
            if stage and stage.starts and since and work.when.endswith("/.."):
                work.when = work.when.removesuffix("/..")
                work.note(f"what began holds since {edtf.say(work.when)}")

    def _fill(self, work: Work) -> None:
        """Fields that mentions fill: actors as codes, other words as they stand."""
        work.actors.update({name: codes for name in work.kind.sides if isinstance(codes := work.draft.fixed.get(name), tuple)})
        for name, way in work.draft.ways.items():
            work.note(f"{name} by the grammar: {WAYS[way]}")
        for name, mentions in sorted(work.draft.slots.items(), key=sides.openness):
            if name == "when":
                continue
            body = work.kind.fields[name]
            if body.holds_actors:
                self._fill_actors(work, name, mentions)
            elif body.type in ("person", "place", "words"):
                work.fields[name] = plain(mentions[0], self._document.text)
        sides.split_even(work)
        self._holders.fill(work)

    def _fill_actors(self, work: Work, name: str, mentions: tuple[Mention, ...]) -> None:
        taken = [] if sides.is_inner(work, name) else [code for codes in work.actors.values() for code in codes]
        codes: dict[str, None] = {}
        for mention in mentions:
            found, step = work.who.codes(mention, taken)
            work.note(step)
            codes |= dict.fromkeys(found)
            if found and taken and work.kind.even(work.fields):
                work.who.learn(mention, found[0])
            self._name_place(work, name, mention)
        if codes:
            work.actors[name] = tuple(codes)

    def _name_place(self, work: Work, name: str, mention: Mention) -> None:
        """Where a city stands for the actor, its name goes into the field that the kind gives for it."""
        field_name = work.kind.fields[name].or_place
        if field_name and field_name not in work.fields and self._is_city(mention):
            work.fields[field_name] = plain(mention, self._document.text)

    def _is_city(self, mention: Mention) -> bool:
        if mention.kind == "place" and not mention.value:
            return True
        return bool(self._annotated.within("place", mention.span)) and mention.span.of(self._document) in self._gazetteer.cities

    def _open(self, work: Work) -> list[str]:
        """Required fields for actors that nothing has filled."""
        return [
            name for name, body in work.kind.fields.items() if body.holds_actors and body.required and not work.actors.get(name)
        ]

    def _from_heading(self, work: Work) -> None:
        """A line stands under a heading that names who it is about."""
        if work.draft.how in RUNNING or not self._open(work):
            return
        block = self._document.blocks[work.draft.block]
        self._office_from_heading(work, block)
        taken = {code for codes in work.actors.values() for code in codes}
        homely = work.draft.how == "table" and work.who.context.home
        for code in () if homely else heading_actors(self._annotated, block, self._gazetteer):
            missing = [name for name in self._open(work) if work.kind.fields[name].from_context]
            if missing and code not in taken:
                work.actors[missing[0]] = (code,)
                work.note(f"the heading names {code}")

    def _office_from_heading(self, work: Work, block: Block) -> None:
        """The office of a person whose line gives only the name."""
        if "office" not in work.kind.fields or work.fields.get("office"):
            return
        for span in over(self._annotated, block):
            for mention in self._annotated.within("person", span):
                if isinstance(mention.value, PersonName) and mention.value.office:
                    work.fields["office"] = mention.value.office
                    if mention.value.state:
                        work.actors.setdefault("sender", (mention.value.state,))
                    self._host_from_heading(work, span)
                    return

    def _host_from_heading(self, work: Work, span: Span) -> None:
        """Of an envoy, the other state that stands with the office."""
        envoy = work.fields["office"] in work.kind.fields["office"].groups.get("envoy", ())
        named = heading_actors(self._annotated, Block(BlockKind.HEADING, span, (span,)), self._gazetteer)
        others = [code for code in named if code not in work.actors.get("sender", ())]
        if envoy and len(others) == 1 and "host" in work.kind.fields:
            work.actors.setdefault("host", (others[0],))
            work.note(f"the words over it name {others[0]}")

    def _from_inside(self, work: Work) -> None:
        """Of affairs inside a state, the side that the words leave open."""
        if self.inside:
            inside.fill(work, self._annotated, self._gazetteer)

    def _in_time(self, work: Work) -> None:
        """Codes as of the date, and no actor on both sides."""
        for name, codes in list(work.actors.items()):
            settled: dict[str, None] = {}
            for code in codes:
                at, step = work.who.settled(code, work.when)
                work.note(step)
                settled[at] = None
            work.actors[name] = tuple(settled)
        if len(work.kind.sides) == 2:
            one, other = work.kind.sides
            left, right = work.actors.get(one, ()), work.actors.get(other, ())
            body = work.kind.fields[other]
            if body.type == "actor" and body.or_place and len(right) == 1 and set(right) < set(left):
                left = work.actors[one] = tuple(
                    code for code in left if code not in right
                )  # both have embassies in Lima and Accra
            rest = tuple(code for code in right if code not in left)
            work.actors[other] = right if right and not rest and self.inside and inside.is_within(work) else rest
            work.void = work.void or (bool(right) and not work.actors[other])

    def _words_and_numbers(self, work: Work) -> None:
        draft = work.draft
        if "title" in work.kind.fields:
            work.fields.setdefault("title", wording.title(self._document, draft.evidence, draft.trigger))
            work.fields.setdefault("subject", wording.subject(self._document, draft.evidence))
            work.fields.setdefault("term", wording.term(self._document, draft.evidence, draft.trigger))
        measures.fill(work, self._document.article(self._document.blocks[draft.block]).published)
        if work.kind.sideless(work.fields):
            work.actors = dict.fromkeys(work.kind.sides, ())

    def _holds(self, fields: Mapping[str, Value], work: Work) -> bool:
        """Has it all that a claim of its kind must have, of the right sort, between different actors?"""
        kind = work.kind
        for name, body in kind.fields.items():
            value = fields.get(name)
            if body.required and value in (None, "", ()):
                return False
            for code in value if isinstance(value, tuple) else (value,) if body.holds_actors and value else ():
                if not self._is_sort(str(code), body.type):
                    return False
        nobodys = "title" in kind.fields and not work.when and wording.is_any(fields, kind.sides[0])
        if nobodys or (kind.any_of and not any(fields.get(name) for name in kind.any_of)):
            return False
        sides = [fields.get(name) for name in kind.sides]
        if kind.two_sided(fields) and not all(sides) and not lone.is_told(work):
            return False
        if kind.states_either and not all(sides):
            filled = [code for side in sides if isinstance(side, tuple) for code in side]
            return any(self._gazetteer.is_state(code) for code in filled)
        return not any(fields.get(one) and fields.get(one) == fields.get(other) for one, other in kind.differ)

    def _is_sort(self, code: str, sort: str) -> bool:
        state = self._gazetteer.is_state(code)
        return {"state": state, "organisation": not state}.get(sort, True) and bool(code)
