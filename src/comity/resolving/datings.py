"""What the dates of a document mean: each against the one told before it, its article's own, and the page's other articles."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from comity import edtf
from comity.mentions import Annotated, DateWords, Mention
from comity.model import Span
from comity.resolving.voice import spoken_on
from comity.resolving.when import resolve

NEAR_DATE = 600
"""Characters: a date further back is no ground for "the same year" or a day without its year."""
_AT_HEAD = 2
"""Characters before a date with which a paragraph or line begins: the days of a chronicle follow one another."""
_NO_YEAR = "XXXX"
_KEPT = 2
"""An undated article that names one year alone, at least so often, is about that year."""
_BEFORE = 110
"""Characters before a date in which words may say that it is still to come."""
_BEHIND = 60
_TO_COME = re.compile(
    r"\b(?:will|shall|would|to\s+be\s+(?:held|hosted|convened|organi[sz]ed|signed|opened)|(?:is|are|be|was|were)\s+(?:to|due|scheduled|planned|set|expected)"
    r"|to\s+(?:sign|hold|meet|convene|conclude|submit|complete|finali[sz]e|visit|pay|attend|take\s+part|participate)|scheduled\s+(?:for|to)|planned\s+for|slated\s+for|upcoming|forthcoming|coming|invit(?:ed?|es|ing|ations?)\b[^.;]{1,60}?\b(?:to|for)"
    r"|looks?\s+forward|looked\s+forward|looking\s+forward|preparations?\s+(?:for|of)|prepare\s+for|on\s+the\s+eve\s+of|agreed\s+to|plans?\s+to|planned\s+to)\b",
    re.IGNORECASE,
)
_DONE = re.compile(
    r"[.;]|\b(?:since|had|has|last|previous|earlier|paid|made|visited|met|arrived|attended|came|went|travell?ed|took|began|received|(?:was|were)\s+held"
    r"|held\s+(?:talks|a))\b",
    re.IGNORECASE,
)
"""Words between the two by which it has been."""
_COMES = re.compile(r"[^.;]{0,40}?\b(?:will|shall|is\s+to|are\s+to)\b")


def is_to_come(text: str, block: Span, date: Span) -> bool:
    """Do the words around a date say that it is still to come: a summit to be held in May, in May the two will meet?

    >>> text = "They met in June before a summit to be held in May."
    >>> [is_to_come(text, Span(0, len(text)), Span(at, at + 7)) for at in (9, 43)]
    [False, True]
    """
    before = text[max(block.start, date.start - _BEFORE) : date.start]
    leads = not before.strip() or before.rstrip().endswith((".", ";"))
    told = any(not _DONE.search(before, cue.start()) for cue in _TO_COME.finditer(before))
    return told or bool(leads and _COMES.match(text[date.end : min(block.end, date.end + _BEHIND)]))


class Datings:
    """The dates of one document in EDTF, with the steps that settled them."""

    def __init__(self, annotated: Annotated) -> None:
        self._annotated = annotated
        self._document = annotated.document
        self._found: dict[Span, tuple[str, str]] = {}
        self._article_of: dict[Span, int] = {}
        self._settle()
        self._fill_years()

    def of(self, mention: Mention) -> tuple[str, str]:
        """What a date means, "" where it stays unknown, and the step that settled it."""
        told = mention.value.edtf if isinstance(mention.value, DateWords) else ""
        return self._found.get(mention.span, (told, ""))

    def _settle(self) -> None:
        anchor, led, last, under, spoken = "", "", 0, (0, tuple[Span, ...]()), spoken_on(self._annotated)
        for block in self._document.blocks:
            if (block.article, block.headings) != under:
                anchor, led, under = "", "", (block.article, block.headings)
            published = self._document.article(block).published or spoken
            for mention in self._annotated.within("date", block.span):
                if isinstance(mention.value, DateWords):
                    leads = mention.span.start - block.span.start <= _AT_HEAD
                    follows = leads and mention.value.relative.startswith("near:on")
                    anchor = (led if follows else "") or (anchor if mention.span.start - last <= NEAR_DATE else "")
                    last = mention.span.end
                    self._article_of[mention.span] = block.article
                    to_come = is_to_come(self._document.text, block.span, mention.span)
                    self._found[mention.span] = resolve(mention.value, anchor=anchor, published=published, planned=to_come)
                    anchor = self._found[mention.span][0] or anchor
                    led = anchor if leads else led

    def _fill_years(self) -> None:
        """Days that are left without a year, in articles of which nothing tells when they were written."""
        for article in {self._article_of[span] for span, (when, _) in self._found.items() if _NO_YEAR in when}:
            known = self._document.articles[article].published if self._document.articles else self._document.source.published
            year, reason = ("", "") if known else self._year_of(article)
            for span, (when, _) in list(self._of_article(article)) if year else ():
                filled = when.replace(_NO_YEAR, year)
                if _NO_YEAR in when and not edtf.fault(filled):
                    self._found[span] = filled, f"{edtf.say(filled)}: {reason}"

    def _of_article(self, article: int) -> Iterator[tuple[Span, tuple[str, str]]]:
        return ((span, found) for span, found in self._found.items() if self._article_of[span] == article)

    def _year_of(self, article: int) -> tuple[str, str]:
        """The year of an undated article: that of another which tells of the same day, or the one that it keeps to."""
        likely = self._years_elsewhere(article).most_common(2)
        if likely and (len(likely) == 1 or likely[0][1] > likely[1][1]):
            return likely[0][0], "another article of the page tells of the same days with their year"
        named = Counter(str(year) for _, (when, _) in self._of_article(article) if (year := edtf.year_of(when)))
        if len(named) == 1 and min(named.values()) >= _KEPT:
            return next(iter(named)), "the only year that the article names"
        return "", ""

    def _years_elsewhere(self, article: int) -> Counter[str]:
        """The years of the same days in other articles, each with how many of the days it has."""
        points = [point for _, (when, _) in self._of_article(article) for point in when.split("/")]
        days = {point[4:] for point in points if point.startswith(_NO_YEAR)}
        others = {
            point
            for span, (when, _) in self._found.items()
            for point in when.split("/")
            if self._article_of[span] != article and edtf.precision(point) == "day" and point[4:] in days
        }
        return Counter(point[:4] for point in others)
