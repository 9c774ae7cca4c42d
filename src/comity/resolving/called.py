"""Whom words mean that call states or bodies by their number or kind: "the two countries", "the former", "the bloc"."""

from __future__ import annotations

import re
from dataclasses import dataclass

from comity.gazetteer import Gazetteer
from comity.mentions import ActorName, Annotated, Mention, code_of
from comity.model import Span
from comity.resolving.context import Context
from comity.resolving.together import HOW_MANY, listed_after, listed_before, states

# How far back, in characters, "the two countries" may look for two states before it means the topic pair.
LOOK_BACK = 400
UNCOUNTED = re.compile(
    r"(?i)(?:their|the\s+(?!two\b|pair\b|duo\b)\w+)\s"
)  # of any number: their governments, the signatory powers
BODIES = frozenset({"bloc", "grouping", "organisation", "organization", "alliance", "body"})
SHORT = frozenset({"council", "union", "community", "league", "association"})
"""What a body is called for short whose name has the word."""
HERE = re.compile(r"(?i)(?:this|our)\s")
"""Of a body: the one in which somebody speaks."""
GOVERNED = re.compile(r"\b(?:in|to|with|of|from|by|at|for|on|against|into|between|and)\s+(?:the\s+)?$")


def is_free(annotated: Annotated, mention: Mention) -> bool:
    """Does no preposition govern it?"""
    return not GOVERNED.search(annotated.document.text, max(0, mention.span.start - 14), mention.span.start)


def is_owner(annotated: Annotated, mention: Mention) -> bool:
    """Does it stand in the genitive: Peru's?"""
    return annotated.document.text.startswith(("'s", "’s", "' ", "’ "), mention.span.end)


@dataclass(frozen=True)
class Called:
    """Finds those among whom a document has named before that such words fit."""

    annotated: Annotated
    gazetteer: Gazetteer
    context: Context

    def described(self, mention: Mention) -> tuple[str, ...]:
        """Whom "the former", "the latter", "the sultanate" or "the bloc" means: one, or none."""
        before, noun = self._before(mention), self._noun(mention)
        if noun in ("former", "latter"):
            return self._of_two(before, noun)
        if HERE.match(mention.span.of(self.annotated.document)):
            return self._assembled()
        if noun in BODIES or noun in SHORT:
            return self._last_body(before, noun if noun in SHORT else "")
        return self._of_kind(mention, before, noun)

    def may_be_home(self, mention: Mention) -> bool:
        """Can the state of which the document speaks be called so?"""
        noun = self._noun(mention)
        home, may_be = self.context.home, mention.value.group if isinstance(mention.value, ActorName) else ()
        named = home in self.gazetteer and any(noun in name.lower() for name in self.gazetteer[home].all_names)
        return home in may_be or named

    def group(self, mention: Mention, speaker: str = "") -> tuple[tuple[str, ...], str]:
        """Those whom the words name, who are named together just before or in apposition, the topic pair, or the last two.

        Of "our two countries" in a speech to many they are the speaker's and the one named last.
        """
        words, before = mention.span.of(self.annotated.document), self._before(mention)
        if named := mention.value.group if isinstance(mention.value, ActorName) else ():
            return named, f"{words!r} are {', '.join(named)}"
        count = next((many for word, many in HOW_MANY.items() if word in words.lower().split()), 0)
        ours = speaker and not self.context.pair and count in (0, 2) and words.lower().startswith("our ")
        if ours and (others := [code for code in self._last_named(before, 2) if code != speaker]):
            return (speaker, others[-1]), f"{words!r} are {speaker}, which speaks, and {others[-1]}"
        if count:
            told = listed_after(self.annotated, mention, self.gazetteer, count) or listed_before(
                self.annotated, before, self.gazetteer, (count,)
            )
            told = told or self._last_named(before, count)
            told = told if len(told) == count else ()
            return told, f"{words!r} are {', '.join(told)}, named just before" if told else ""
        pair, near = self.context.pair, self._last_named(before, 3)
        listed = listed_before(self.annotated, before, self.gazetteer, () if UNCOUNTED.match(words) else (2,))
        if pair and (not listed or set(listed) & set(pair) or self.context.titled) and (len(near) != 2 or set(near) & set(pair)):
            return pair, f"{words!r} are the topic pair {', '.join(pair)}: {self.context.why_pair}"
        told = listed or (near[-2:] if len(near) >= 2 else ())
        return told, f"{words!r} are {', '.join(told)}, named just before" if told else ""

    def _last_named(self, before: Span, count: int) -> tuple[str, ...]:
        """So many different states named last, or fewer, in the order of the text."""
        last = dict.fromkeys(code_of(mention) for mention in reversed(states(self.annotated, before, self.gazetteer)))
        return tuple(reversed(list(last)[:count]))

    def _of_kind(self, mention: Mention, before: Span, noun: str) -> tuple[str, ...]:
        """The last state of such a kind; before others one that no preposition governs, where any will do."""
        named = states(self.annotated, before, self.gazetteer)
        free = [code_of(other) for other in named if is_free(self.annotated, other)]
        may_be = mention.value.group if isinstance(mention.value, ActorName) else ()
        last = list(dict.fromkeys([*reversed(free), *map(code_of, reversed(named))]))
        fit = [code for code in last if code in may_be or any(noun in name.lower() for name in self.gazetteer[code].all_names)]
        return tuple((fit or ([] if may_be or noun in ("kingdom", "duchy") else last))[:1])

    def _of_two(self, before: Span, noun: str) -> tuple[str, ...]:
        """The first or the last of the two that the sentence named together or one after the other."""
        sentence = next(
            (each.span for each in self.annotated.all("sentence") if each.span.start < before.end <= each.span.end), before
        )
        here = [code_of(one) for one in states(self.annotated, Span(sentence.start, before.end), self.gazetteer)]
        two = listed_before(self.annotated, before, self.gazetteer, (2,)) or tuple(dict.fromkeys(here))
        if len(two) < 2:
            two = self._last_named(before, 2)
        return (two[0] if noun == "former" else two[-1],) if len(two) > 1 else ()

    def _last_body(self, before: Span, noun: str) -> tuple[str, ...]:
        """The organisation named last, with a word in its name."""
        codes = (code_of(mention) for mention in reversed(self.annotated.within("actor", before)))
        bodies = (code for code in codes if code and not self.gazetteer.is_state(code))
        return tuple(code for code in bodies if any(noun in name.lower() for name in self.gazetteer[code].all_names))[:1]

    def _assembled(self) -> tuple[str, ...]:
        """The body before which a speech is made: the first that the head of the document names."""
        head = self.annotated.document.blocks[0].span
        codes = (code_of(mention) for mention in self.annotated.within("actor", head))
        return tuple(code for code in codes if code in self.gazetteer and not self.gazetteer.is_state(code))[:1]

    def _before(self, mention: Mention) -> Span:
        return Span(max(0, mention.span.start - LOOK_BACK), mention.span.start)

    def _noun(self, mention: Mention) -> str:
        return mention.span.of(self.annotated.document).rpartition(" ")[2].lower()
