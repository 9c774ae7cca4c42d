"""From the lines of a plain text to its blocks: title, headings, lists, infobox, tables, captions, paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable

from comity.model import Block, BlockKind, Span
from comity.reading import _marks as marks
from comity.reading._furniture import kind_of, repeated, without_furniture
from comity.reading._lines import Line, ends_sentence, paragraphs, split, stretches
from comity.reading._stamps import bare_date, byline, full_date, is_stamp


def blocks(text: str) -> tuple[Block, ...]:
    """The blocks of a plain text, in the order of the text."""
    layout = _Layout(text)
    layout.front()
    layout.body()
    return tuple(without_furniture(text, layout.found))


class _Layout:
    """Walks the lines once; each step takes the lines that it knows and says whether it did."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.lines = split(text)
        self.at = 0
        self.found: list[Block] = []
        self.open: list[tuple[int, Span]] = []
        self.repeated = repeated(line.text for line in self.lines)

    @property
    def line(self) -> Line:
        return self.lines[self.at]

    def near(self, offset: int) -> Line:
        """A line before or after this one; an empty one beyond the edges."""
        place = self.at + offset
        return self.lines[place] if 0 <= place < len(self.lines) else Line("", len(self.text), 0)

    def next_text(self, step: int = 1) -> Line:
        """The next line in a direction that is not blank; an empty one if there is none."""
        place = self.at + step
        while 0 <= place < len(self.lines) and not self.lines[place].text:
            place += step
        return self.near(place - self.at)

    def add(self, kind: BlockKind, span: Span, key: Span | None = None, value: Span | None = None) -> None:
        if len(span):
            self.found.append(Block(kind, span, tuple(head for _, head in self.open), key, value))

    def add_heading(self, mark: marks.Mark) -> None:
        self.open = [(level, span) for level, span in self.open if level < mark.level]
        self.add(BlockKind.HEADING, mark.span)
        self.open.append((mark.level, mark.span))

    def front(self) -> None:
        """The title, and the stamps that stand before it."""
        while self.at < len(self.lines) and (not self.line.text or self._stamp_in_front()):
            self.at += 1
        if self.at == len(self.lines):
            return
        if span := self._title():
            self.add(BlockKind.TITLE, span)
            self.at += 1

    def _stamp_in_front(self) -> bool:
        dated = is_stamp(self.line.text) or (bare_date(self.line.text) and bool(full_date(self.line.text)))
        if dated and self.next_text().text:
            self.add(BlockKind.BOILERPLATE, self.line.span)
            return True
        return False

    def _title(self) -> Span | None:
        marked = marks.marked_heading(self.line)
        if marked and marked.level == 1:
            return marked.span
        if marked or marks.item(self.line) or marks.infobox(self.line) or not self.next_text().text:
            return None
        if marks.underlined(self.line, self.near(1)):
            self.at += 1
            return self.lines[self.at - 1].span
        alone = not self.near(1).text or is_stamp(self.near(1).text)
        return self.line.span if alone and _titular(self.line.text) and not kind_of(self.line.text) else None

    def body(self) -> None:
        steps: tuple[Callable[[], bool], ...] = (
            self._blank, self._infobox, self._heading, self._row, self._item,
            self._furniture, self._plain_heading, self._paragraphs,
        )  # fmt: skip
        while self.at < len(self.lines):
            next(step for step in steps if step())

    def _blank(self) -> bool:
        if self.line.text:
            return False
        self.at += 1
        return True

    def _infobox(self) -> bool:
        if not marks.infobox(self.line) or not marks.pair(self.near(1)):
            return False
        self.add(BlockKind.BOILERPLATE, self.line.span)
        self.at += 1
        while self.at < len(self.lines) and (told := marks.pair(self.line)):
            self.add(BlockKind.PAIR, *told)
            self.at += 1
        return True

    def _heading(self) -> bool:
        mark = marks.marked_heading(self.line) or marks.term(self.line)
        drawn = None if mark or self.near(-1).text else marks.underlined(self.line, self.near(1))
        if not mark and not drawn:
            return False
        self.add_heading(mark or drawn or marks.Mark(self.line.span))
        self.at += 2 if drawn else 1
        return True

    def _row(self) -> bool:
        mark = marks.row(self.line)
        if mark:
            self.add(BlockKind.ROW, mark.span)
            self.at += 1
        return mark is not None

    def _item(self) -> bool:
        mark = marks.item(self.line)
        if not mark or self._runs_on():
            return False
        if heading := self._numbered_heading():
            self.add_heading(heading)
            self.at += 1
            return True
        indent = self.line.indent
        end = mark.span.end
        self.at += 1
        while self.at < len(self.lines) and self._continues_item(indent):
            end = self.line.end
            self.at += 1
        span = Span(mark.span.start, end)
        self.add(self._kind_of_item(span), span)
        return True

    def _runs_on(self) -> bool:
        """Is what looks like a mark a dash or number inside a wrapped sentence?"""
        if marks.bulleted(self.line) or marks.item(self.near(-1)):
            return False
        before = self.near(-1).text
        return 40 <= len(before) <= 110 and not ends_sentence(before)

    def _numbered_heading(self) -> marks.Mark | None:
        alone = not self.near(-1).text and not self.near(1).text
        in_list = marks.numbered(self.next_text(-1)) or marks.numbered(self.next_text())
        return marks.numbered_heading(self.line) if alone and not in_list and self.next_text().text else None

    def _continues_item(self, indent: int) -> bool:
        if not self.line.text or marks.item(self.line) or marks.marked_heading(self.line) or marks.term(self.line):
            return False
        before = self.near(-1).text
        wrapped = 50 <= len(before) <= 110 and not ends_sentence(before) and self.line.text[0].islower()
        return self.line.indent > indent or wrapped

    def _kind_of_item(self, span: Span) -> BlockKind:
        """Numbered paragraphs, as speeches and resolutions have them, are paragraphs."""
        words = self.text[span.start : span.end]
        if kind := kind_of(words):
            return kind
        number = self.text[: span.start].rstrip()[-1:] in (".", ")")
        sentences = len(words) > 160 and re.search(r"[.!?][\"”’]?\s+[A-Z“\"]", words)
        return BlockKind.PARAGRAPH if number and sentences else BlockKind.ITEM

    def _furniture(self) -> bool:
        kind = self._loose_kind()
        if kind:
            self.add(kind, self.line.span)
            self.at += 1
        return kind is not None

    def _loose_kind(self) -> BlockKind | None:
        """What this line is where it stands for itself and is no running text."""
        words = self.line.text
        beside_byline = bare_date(words) and (byline(self.next_text().text) or byline(self.next_text(-1).text))
        if words in self.repeated or beside_byline:
            return BlockKind.BOILERPLATE
        return None if self._inside_wrapped() else kind_of(words)

    def _inside_wrapped(self) -> bool:
        before = self.near(-1).text
        return len(before) >= 40 and not ends_sentence(before) and self.line.text[0].islower()

    def _plain_heading(self) -> bool:
        words = self.line.text
        if self.near(-1).text or self.near(1).text or not self.next_text().text or not _heads(words):
            return False
        self.add_heading(marks.Mark(self.line.span, marks.UPPER if words.isupper() else self._plain_level()))
        self.at += 1
        return True

    def _plain_level(self) -> int:
        """One right under another is below it, and so is the next that begins alike: From Peru to Chile, From Chile to Peru."""
        if not self.open:
            return marks.PLAIN
        level, span = self.open[-1]
        under = level == marks.PLAIN and self.found[-1].span == span
        alike = level == marks.LOWER and self.text[span.start : span.end].split()[0] == self.line.text.split()[0]
        return marks.LOWER if under or alike else marks.PLAIN

    def _paragraphs(self) -> bool:
        if self.open and self.open[-1][0] == marks.TERM and not self.near(-1).text:
            self.open.pop()
        before, run = self.next_text(-1), [self.line]
        self.at += 1
        while self.at < len(self.lines) and self._in_run():
            run.append(self.line)
            self.at += 1
        after = self.line if self.at < len(self.lines) and self.line.text else self.next_text()
        for is_list, lines in stretches(run, before, after):
            for span in (line.span for line in lines) if is_list else paragraphs(lines):
                self.add(BlockKind.ITEM if is_list else BlockKind.PARAGRAPH, span)
        return True

    def _in_run(self) -> bool:
        line = self.line
        if not line.text or marks.marked_heading(line) or marks.term(line) or marks.row(line):
            return False
        if marks.item(line) and not self._runs_on():
            return False
        return not self._loose_kind()


def _titular(words: str) -> bool:
    """Could a first line be a title: short, and no sentence?"""
    return len(words) <= 200 and len(words.split()) <= 30 and words[-1] not in ".,;:" and not bare_date(words)


def _heads(words: str) -> bool:
    """Could a line that stands alone be a heading? A sentence, a date or a line with a year in lower case could not."""
    begins = words[0].isupper() or words[0] in "‘“'\"«"
    if len(words) > 100 or words[-1] in ".,;:!…" or not begins or full_date(words) or bare_date(words):
        return False
    if words.isupper():
        return len(words.split()) <= 14
    long_words = [word for word in re.findall(r"\w[\w'’-]*", words) if len(word) > 3]
    capital = sum(word[0].isupper() or word[0].isdigit() for word in long_words)
    if capital >= 0.75 * len(long_words):
        return len(words.split()) <= 12
    return len(words.split()) <= 9 and not re.search(r"\d{4}", words)
