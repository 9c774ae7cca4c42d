"""Who acts, on what, with whom: the tree of a sentence told in its items.

Each answer is a row of items, the likeliest first; it is empty where the tree says nothing or makes no sense, and then the
order of the words decides. How the relations are called: Universal Dependencies 2.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from comity.coding.control import asked, credited, told_of
from comity.coding.items import Item
from comity.coding.projection import projected
from comity.mentions import Tree

VERBS = frozenset({"VERB", "AUX"})
NOUNS = frozenset({"NOUN", "PROPN"})
SUBJECT = frozenset({"nsubj", "nsubj:pass", "nsubj:outer"})
OTHER_CLAUSE = frozenset({"ccomp", "advcl", "acl", "parataxis", "csubj", "list", "discourse", "vocative"})
OWNING = ("by", "of", "from", "between")
# Thanked Peru for leaving, accused it of leaving, kept it from leaving.
BLAMING = frozenset({"for", "of", "from", "into", "against"})
# An invitation to Peru to come, a call on Peru to withdraw.
ASKING = frozenset({"to", "on", "for"})
BESIDE = frozenset({"along", "alongside"})
TOGETHER = frozenset({"together", "along", "jointly", "alongside"})
# Joined by Chile. Who accompanies is as often a person of the host.
JOINING = frozenset({"join"})
# Countries such as Peru, including Chile.
NAMING = frozenset({"including", "such", "like"})
# Peru rather than Chile.
RATHER = frozenset({"rather", "instead", "not"})


def plain(relation: str) -> str:
    """A relation without its subtype."""
    return relation.partition(":")[0]


class Grammar:
    """The tree of one sentence over its items; without a tree it knows nothing."""

    def __init__(self, items: Sequence[Item], tree: Tree | None = None) -> None:
        self._items = items
        self._head, self._top = projected(items, tree or Tree(()))
        self._relations = [top.relation if top else "" for top in self._top]
        self._below: list[list[int]] = [[] for _ in items]
        for index, head in enumerate(self._head):
            if head >= 0:
                self._below[head].append(index)

    @property
    def is_parsed(self) -> bool:
        """Is there a tree?"""
        return any(self._relations)

    def is_verb(self, at: int) -> bool:
        """Does the tree take the word for a verb?"""
        top = self._top[at]
        return top is not None and top.pos in VERBS

    def is_noun(self, at: int) -> bool:
        """Does the tree take the word for a noun?"""
        top = self._top[at]
        return top is not None and top.pos in NOUNS

    def is_undergoing(self, at: int, *, participle: bool) -> bool:
        """Is the verb in the passive: by its auxiliary or subject, or as a participle: "attacked by Peru, Chile ..."?"""
        if self.kids(at, "aux:pass", "nsubj:pass"):
            return True
        loose = plain(self.relation(at)) in ("acl", "advcl") and self.relation(at) != "acl:relcl"
        return participle and loose and not self.kids(at, "obj", *SUBJECT)

    def subjects(self, at: int) -> tuple[int, ...]:
        """Who does what the verb says: its subject, or that of the verb that governs or shares it."""
        return tuple(dict.fromkeys(self._acting(at, frozenset())))

    def undergone(self, at: int) -> tuple[int, ...]:
        """What undergoes what a verb in the passive says: its subject, or the noun that the participle qualifies."""
        return tuple(dict.fromkeys(self._undergoing(at, frozenset())))

    def objects(self, at: int) -> tuple[int, ...]:
        """What the verb is done to: its objects, those shared with the verb before it, or the noun that it qualifies."""
        own = [kid for kid in self.kids(at, "obj", "iobj") if not self._is_relative(kid)]
        if not own and self.relation(at) == "conj":
            own = [kid for kid in self.kids(self._head[at], "obj") if kid > at]
        if not own and plain(self.relation(at)) == "acl" and self.kids(at, *SUBJECT):
            own = [self._head[at]]
        if not own:
            own = self._shifted(at)
        return tuple(dict.fromkeys(meant for kid in own for meant in self._meant(kid)))

    def _shifted(self, at: int) -> list[int]:
        """A heavy object behind the phrases of its verb: concluded with Peru in 1840 a treaty of alliance."""
        phrases = [kid for kid in self.kids(at, "obl") if kid > at]
        late = [kid for kid in self.kids(at, "xcomp") if self.is_noun(kid) and not self.cases(kid)]
        return [kid for kid in late if phrases and phrases[0] < kid]

    def agents(self, at: int) -> tuple[int, ...]:
        """Who acts in the passive: after "by", which may also tell by how much."""
        named = (kid for kid in self._below[at] if "by" in self.cases(kid) and not self._items[kid].is_measure)
        return tuple(meant for kid in named for meant in self._meant(kid))

    def phrases(self, at: int, preposition: str) -> tuple[int, ...]:
        """Where this preposition stands in the clause of a verb, or behind a noun."""
        ahead, near = self.is_verb(at), {at, *self.kids(at, "obj", "nsubj", "nsubj:pass", "xcomp", "iobj")}
        near |= {kid for node in near for kid in self.kids(node, "obj", "conj")}
        found = [
            index
            for index in self.clause(at)
            if self._items[index].lower == preposition and (index > at or ahead) and self._head[self._head[index]] in near
        ]
        return tuple(sorted(found, key=lambda index: (index < at, abs(index - at))))

    def doers(self, at: int) -> tuple[int, ...]:
        """Who does what the noun says, named by "by": the invasion of Peru by Chile."""
        below = self.kids(at, "nmod", "obl", "obl:agent")
        deeper = [kid for one in below if "of" in self.cases(one) for kid in self.kids(one, "nmod", "obl:agent")]
        return tuple(meant for kid in (*below, *deeper) if "by" in self.cases(kid) for meant in self._meant(kid))

    def possessors(self, at: int) -> tuple[int, ...]:
        """Whose the noun is by a genitive: Peru's."""
        return tuple(self.kids(at, "nmod:poss"))

    def owners(self, at: int) -> tuple[int, ...]:
        """Whose the noun is: who acts by it, its possessor, the adjective of a state, then what "of" names."""
        ranked: list[tuple[int, int]] = []
        for kid in self._below[at]:
            relation, cases = self.relation(kid), self.cases(kid)
            if relation == "nmod:poss" or (relation in ("amod", "compound") and self._items[kid].actors):
                ranked.append((1, kid))
            elif plain(relation) in ("nmod", "obl"):
                ranked += [(0 if word == "by" else 2, kid) for word in OWNING if word in cases]
        if self.relation(at) == "obj" and not self.is_undergoing(self._head[at], participle=False):
            ranked += [(0, kid) for kid in self.kids(self._head[at], "obl", "obl:agent") if kid > at and "by" in self.cases(kid)]
        return tuple(dict.fromkeys(meant for _, kid in sorted(ranked) for meant in self._meant(kid)))

    def company(self, at: int) -> tuple[int, ...]:
        """Further items on a level with this one: Peru, tired of war, and Chile; Peru, along with or joined by Chile."""
        level = [kid for kid in self.kids(at, "conj") if not self.cases(kid) and not self._instead(kid)]
        found = {*level, *self._beside(at)}
        if self.relation(at) in SUBJECT:
            verb = self._head[at]  # what stands after it may go along with the object: recognised Peru along with Chile
            found |= {kid for kid in self._beside(verb) if kid < verb and "alongside" not in self.cases(kid)}
        return tuple(sorted(kid for kid in found if kid != at and not self._is_denied(kid)))

    def _beside(self, at: int) -> Iterator[int]:
        """Who is said to act beside a noun, or beside the subject of a verb."""
        for kid in self._below[at]:
            with_it = {self._items[one].lower for one in self._below[kid]} & TOGETHER
            if self.cases(kid) & BESIDE or (with_it and "with" in self.cases(kid)):
                yield kid
            if self._items[kid].lower in TOGETHER:
                yield from (one for one in self.kids(kid, "obl", "nmod") if "with" in self.cases(one))
            if self.relation(kid) in ("acl", "advcl") and self.lemma(kid) in JOINING and self.is_undergoing(kid, participle=True):
                yield from self.agents(kid)

    def _instead(self, at: int) -> bool:
        return any(self._items[kid].lower in RATHER for kid in self.kids(at, "cc", "advmod"))

    def _acting(self, at: int, seen: frozenset[int]) -> Iterator[int]:
        if at < 0 or at in seen:
            return
        seen, up, relation = seen | {at}, self._head[at], self.relation(at)
        if own := self.kids(at, *SUBJECT):
            yield from self._named(at, own)
        elif beside := told_of(self, self._items, at):
            for kid in beside:
                yield from self._meant(kid)
        elif relation == "xcomp":
            for kid in asked(self, up):
                yield from self._meant(kid)
            yield from self._acting(up, seen)
        elif relation in ("conj", "advcl", "cop", "aux"):
            yield from self._blamed(at, up)
            yield from self._acting(up, seen)
        elif relation == "acl:relcl":
            yield from self._meant(up)
        elif relation == "acl":
            yield from self._of_noun(at, up, seen)

    def _named(self, at: int, own: Sequence[int]) -> Iterator[int]:
        """Whom the subjects of a verb name, or stand for."""
        for kid in own:
            yield from self._antecedent(at) if self._is_relative(kid) else self._meant(kid)

    def _blamed(self, at: int, up: int) -> Iterator[int]:
        """Who acts in a gerund that says for what another is thanked or blamed, or from what kept: thanked Peru for sending."""
        if self.relation(at) == "advcl" and self.marks(at) & BLAMING:
            for kid in [*self.kids(up, "obj", "iobj"), *self.kids(up, "obl")]:
                if up < kid < at:
                    yield from self._meant(kid)

    def _of_noun(self, at: int, noun: int, seen: frozenset[int]) -> Iterator[int]:
        """Who acts in a clause of a noun: troops invading Peru, Peru's decision to leave, made a decision to leave."""
        if self._items[at].lower.endswith("ing") and not self.marks(at):
            yield from self._meant(noun)
        for kid in self.kids(noun, "nmod"):
            if noun < kid < at and self.cases(kid) & ASKING:
                yield from self._meant(kid)
        for kid in self.kids(noun, "nsubj"):
            yield from self._meant(kid)
        yield from self.owners(noun)
        for kid in credited(self, noun):
            yield from self._meant(kid)
        if self.relation(noun) in ("obj", "obl"):
            yield from self._acting(self._head[noun], seen)

    def _undergoing(self, at: int, seen: frozenset[int]) -> Iterator[int]:
        if at < 0 or at in seen:
            return
        seen, up, relation = seen | {at}, self._head[at], self.relation(at)
        if own := self.kids(at, *SUBJECT):
            yield from self._named(at, own)
        elif relation in ("acl", "acl:relcl"):
            yield from self._meant(up)
            for kid in self.kids(up, "nsubj"):  # Spain became a country visited by many
                yield from self._meant(kid)
            if self.relation(up) == "xcomp":
                yield from self._acting(self._head[up], seen)
        elif relation in ("conj", "xcomp"):
            yield from self._undergoing(up, seen)
        elif relation == "advcl":
            yield from self._acting(up, seen)

    def _antecedent(self, clause: int) -> Iterator[int]:
        """What a relative pronoun of a clause stands for."""
        at, seen = clause, set[int]()
        while at >= 0 and at not in seen and self.relation(at) != "acl:relcl":
            seen.add(at)
            at = self._head[at]
        if at >= 0 and self._head[at] >= 0:
            yield from self._meant(self._head[at])
            for kid in self.kids(self._head[at], "nsubj"):  # Peru was the only country that voted
                yield from self._meant(kid)

    def _meant(self, at: int) -> Iterator[int]:
        """An item, and the names beside it that stand for the same: a neighbour of Peru, Chile. Not one that is denied."""
        if self._is_denied(at):
            yield from self.kids(at, "conj")
            return
        yield at
        yield from self.kids(at, "appos")
        if not self._items[at].actors:
            yield from (kid for kid in self.kids(at, "nmod") if self.cases(kid) & NAMING)

    def clause(self, at: int) -> list[int]:
        """The items that depend on one without another clause between."""
        found, todo = [], [at]
        while todo:
            node = todo.pop()
            for kid in self._below[node]:
                if plain(self.relation(kid)) in OTHER_CLAUSE or (self.relation(kid) == "conj" and self.is_verb(kid)):
                    continue
                if kid not in found:
                    found.append(kid)
                    todo.append(kid)
        return sorted(found)

    def above(self, at: int) -> list[int]:
        """What governs an item, and what governs that, up to the root."""
        found: list[int] = []
        while (at := self._head[at]) >= 0 and at not in found:
            found.append(at)
        return found

    def marks(self, at: int) -> set[str]:
        """The words that open a clause, or stand before a noun: to, for, of."""
        return {self._items[kid].lower for kid in self.kids(at, "mark", "case")}

    def cases(self, at: int) -> set[str]:
        """The prepositions before a noun."""
        return {self._items[kid].lower for kid in self._below[at] if self._relations[kid] == "case"}

    def _is_denied(self, at: int) -> bool:
        return any(self._items[kid].lower in ("not", "nor", "neither") for kid in self._below[at])

    def kids(self, at: int, *relations: str) -> list[int]:
        """What hangs under an item by one of some relations; by any, where none is named."""
        return [kid for kid in self._below[at] if not relations or self._relations[kid] in relations] if at >= 0 else []

    def is_bare(self, at: int) -> bool:
        """Has a verb no ending and no auxiliary, as in what is demanded: that Peru *leave*?"""
        return self.is_verb(at) and self._items[at].lower == self.lemma(at) and not self.kids(at, "aux", "aux:pass")

    def relation(self, at: int) -> str:
        """The relation by which an item hangs in the tree; "" where the tree does not know it."""
        return self._relations[at]

    def lemma(self, at: int) -> str:
        """The lemma of an item; "" where the tree does not know it."""
        top = self._top[at]
        return top.lemma if top else ""

    def _is_relative(self, at: int) -> bool:
        return self._items[at].lower in ("which", "who", "that", "whom", "whose")
