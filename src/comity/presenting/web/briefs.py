"""The forms in which a dossier can be taken away, and what each is called."""

from __future__ import annotations

from typing import TYPE_CHECKING

from comity.presenting import markdown, pages

if TYPE_CHECKING:
    from comity.querying._question import Answer

MARKDOWN = ".md"
MEDIA = {
    MARKDOWN: "text/markdown; charset=utf-8", ".html": "text/html; charset=utf-8", ".pdf": "application/pdf",
    ".docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ".wiki": "text/plain; charset=utf-8",
}  # fmt: skip
_CALLED = {MARKDOWN: "Markdown", ".html": "Web page", ".docx": "Word", ".wiki": "Wiki text"}
_ANY = "application/octet-stream"


def brief_forms() -> dict[str, tuple[str, str]]:
    """The ends of names, with what each is called in a word and in more.

    >>> brief_forms()[".md"], len(brief_forms()) >= 5
    (('Markdown', 'text with plain marks'), True)
    """
    told = {MARKDOWN: "text with plain marks"} | {suffix: str(pages.form(suffix).WHAT) for suffix in pages.pages()}
    return {suffix: (_CALLED.get(suffix, suffix.lstrip(".").upper()), what) for suffix, what in told.items()}


def rendered(answer: Answer, suffix: str) -> bytes:
    """A dossier in one form."""
    if suffix == MARKDOWN:
        return markdown.render(answer).encode()
    page: bytes = pages.form(suffix).render(answer)
    return page


def media(suffix: str) -> str:
    """The media type of a form."""
    return MEDIA.get(suffix, _ANY)
