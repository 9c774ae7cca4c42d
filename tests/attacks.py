"""Documents that attack whoever shows them: in their words, names of files, titles, publishers, addresses; read as any other."""

from __future__ import annotations

import json
from pathlib import Path

import comity
from comity.recording.judging import judge

MARKUP = (
    "<script>window.taken = 1; alert(1)</script>",
    '"><img src=x onerror="window.taken = 2">',
    "<svg/onload=window.taken=3>",
    "' autofocus onfocus='window.taken = 4",
    "</title></textarea></style></mark></q><script>window.taken = 5</script>",
    "&lt;script&gt;window.taken = 6&lt;/script&gt;",
)
TEMPLATES = (
    "{{ 12345678 * 9 }} {% include '/etc/passwd' %} ${12345678 * 9} #{12345678 * 9} <%= 12345678 * 9 %>",
    "{{Delete|now}} [[Category:Peru]] |} ~~~~",
)
FORMULAS = ('=HYPERLINK("http://192.0.2.1/","x")', "+12345678*9", "@SUM(1+1)", "-2+3+cmd|' /C calc'!A0", "\uff1d1+1")
STEERING = ("\u202egnp.exe\u202c", "\u2066\u202d\u2069", "\x1b[31m", "\x07")
ADDRESSES = (
    "javascript:window.taken=7",
    "data:text/html,<script>window.taken=8</script>",
    "//192.0.2.1/",
    'https://example.org/"onclick="window.taken=9',
)
RESULT = "111111102"
"""What comes of a template's sum."""
ALL = (*MARKUP, *TEMPLATES, *FORMULAS, *STEERING)

_LINES = (
    "{0} Kenya and Peru established diplomatic relations in March {year}. {0}",
    "Kenya opened an embassy in Lima in {later}. {0}",
    "The Treaty of {0} Amity was signed by Kenya and Peru in {year}.",
    "Kenya gave Peru {year} million dollars in {later}.",
    "President Ann {0} Otieno visited Peru on 3 March {later}.",
    "Ann Otieno {0} was the ambassador of Kenya to Peru in {later}.",
)


def documents(folder: Path) -> Path:
    """A folder with a document for each attack, as text and as a page, and what is told of it beside it."""
    for number, attack in enumerate(ALL):
        words = "\n\n".join(line.format(attack, year=1960 + number, later=1970 + number) for line in _LINES)
        name = f"{number} {attack.replace('/', '∕')}"[:80].replace("\x00", "").strip()
        told = dict.fromkeys(("title", "publisher", "author", "language", "licence"), attack)
        told |= {"url": ADDRESSES[number % len(ADDRESSES)], "published": "1980"}
        (folder / f"{name}.txt").write_text(words, encoding="utf-8")
        (folder / f"{name}.txt.meta.json").write_text(json.dumps(told), encoding="utf-8")
        page = f"<html><head><title>{attack}</title></head><body><h1>{attack}</h1><p>{words.replace(chr(10), '</p><p>')}</p></body></html>"
        (folder / f"{number}-page.html").write_text(page, encoding="utf-8")
    return folder


def record(folder: Path) -> Path:
    """The record of these documents, in which somebody with such a name has judged for such reasons."""
    path = folder / "attacks.comity"
    source = folder / "documents"
    source.mkdir()
    comity.build([documents(source)], path)
    with comity.open(path) as opened:
        claims = [claim.id for claim in opened.store.claims("mission")]
    for attack, claim in zip(ALL, claims, strict=False):
        judge(path, claim, "accept", by=attack, why=attack)
    judge(path, claims[0], "correct", by=MARKUP[1], why=MARKUP[0], changes={"city": MARKUP[0]})
    return path
