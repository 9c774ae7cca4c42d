"""Dossiers to be written in every form, and what each form says when it is read back."""

from __future__ import annotations

import html as entities
import io
import re
import zipfile
from dataclasses import dataclass

import mwparserfromhell
import pypdfium2
from lxml import etree
from lxml import html as web

from comity.model import Claim, Document, Source, Span
from comity.presenting import markdown
from comity.presenting.pages import form, pages
from comity.querying import Record
from comity.recording.store import Store

FORMS = [".md", *pages()]
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PAIR = {"sender": "KEN", "host": "PER"}

ATTACKS = (
    '<script>alert("a")</script> </q></li></script> "><img src=x onerror=alert(1)> <svg/onload=alert(2)>',
    "{{Delete|now}} {{!}} [[Category:Peru]] |} <nowiki> <ref>x</ref> '''''bold''''' ~~~~ __NOTOC__ -->",
    '#eval("1+1") #read("/etc/passwd") #include "x.typ" $x^2$ *b* _i_ @note-1 <note-1> `raw` \\ // no /* comment */',
    '=HYPERLINK("http://evil.example","x") +1 @SUM(A1) DDEAUTO c:\\windows ]]></w:t><w:fldSimple w:instr="QUOTE"/>',
    "[a](javascript:alert(3)) ![b](http://evil.example/c.png) <http://evil.example> \x1b[31m \x00 \u202egnp.exe &lt;b&gt; &#60;",
)
BAD_ADDRESSES = (
    "javascript:alert(1)",
    'https://evil.example/"onclick="alert(1)',
    "https://evil.example/}}{{Delete}}",
    "data:text/html,x",
)
NAMES = {
    "lo": "ທ່ານ ທອງລຸນ ສີສຸລິດ ນາຍົກລັດຖະມົນຕີ",
    "vi": "Nguyễn Phú Trọng và Phạm Minh Chính",
    "ru": "Сергей Викторович Лавров",
    "ar": "فيصل بن فرحان آل سعود",
    "th": "ดอน ปรมัตถ์วินัย",
}


def told(id, lines, **source):
    """A document of sentences, each with the claims that it bears: (sentence, kind, fields, when)."""
    text = "\n".join(line[0] for line in lines)
    document, claims, at = Document(id, text, source=Source(**source)), [], 0
    for words, kind, fields, when in lines:
        span = Span(at, at + len(words))
        claims.append(Claim(id, kind, fields, when, "asserted", span, f"{kind}/made:1", sha256=document.sha256))
        at += len(words) + 1
    return document, claims


def record(path, *documents):
    with Store.writer(path) as writer:
        for document, claims in documents:
            writer.put(document, claims)
        writer.finish()
    return Record(path)


def event(type, when, source=("KEN",), target=("PER",), place=""):
    return "event", {"type": type, "source": source, "target": target, "place": place}, when


def aid(value, when):
    return "figure", {"measure": "aid", "value": value, "unit": "USD", "from": ("KEN",), "to": ("PER",), "bound": "exact"}, when


def post(person, when=""):
    return "post", {**PAIR, "person": person, "office": "ambassador", "resident": ""}, when


def mission(change, when, city="Lima"):
    return "mission", {**PAIR, "city": city, "type": "embassy", "change": change}, when


def status(change, when):
    return "status", {"a": "KEN", "b": "PER", "change": change}, when


def plain(path):
    """An everyday dossier: every part has something in it."""
    treaty = {
        "title": "Treaty of Amity",
        "type": "treaty",
        "parties": ("KEN", "PER"),
        "subject": "",
        "term": "",
        "change": "signed",
    }
    return record(
        path,
        told("annals", [
            ("Kenya and Peru took up relations on 3 March 1965.", *status("established", "1965-03-03")),
            ("Kenya's embassy in Lima dates from 1966.", *mission("opened", "1966")),
            ("Ann Otieno was ambassador in 1970.", *post("Ann Otieno", "1970")),
            ("A Treaty of Amity was signed in 1968.", "agreement", treaty, "1968"),
            ("Kenya gave 200 dollars in 1970.", *aid(200, "1970")),
            ("Kenya gave 450 dollars in 1971.", *aid(450, "1971")),
            ("They met in Lima in 1971.", *event("CONSULT", "1971", place="Lima")),
            ("They met again.", *event("CONSULT", "")),
        ], title="Annals", publisher="Nairobi Times", published="1980-02", url="https://example.org/annals"),
        told("note", [
            ("Kenya opened its embassy in Lima in May 1967.", *mission("opened", "1967-05")),
            ("Relations began on 3 March 1965.", *status("established", "1965-03-03")),
        ], title="A note"),
    )  # fmt: skip


def hostile(path):
    """A dossier whose documents hold an attack on every form, in quote, name, city, title, publisher and address."""
    documents = [
        told(
            f"doc-{number} {words[:20]}",
            [(f"{words} They met in 1970.", *event("CONSULT", str(1970 + number), place=words)), (f"Envoy: {words}", *post(words, "1971"))],
            title=words, publisher=words, author=words, url=BAD_ADDRESSES[number % len(BAD_ADDRESSES)], language='en" onload="x',
        )
        for number, words in enumerate(ATTACKS)
    ]  # fmt: skip
    return record(path, *documents)


def in_scripts(path):
    """A dossier of envoys whose names are written in other scripts."""
    lines = [(f"{name} (1970)", *post(name, "1970")) for name in NAMES.values()]
    return record(path, told("names", lines, title="ນາມ / Имена / أسماء"))


@dataclass(frozen=True)
class Read:
    """What a form says: its text without blanks, the notes that it has, and the marks that point to them."""

    text: str
    notes: tuple[str, ...]
    marks: tuple[str, ...]


def squeezed(text):
    return re.sub(r"\s", "", text)


def made(answer, suffix):
    return markdown.render(answer).encode() if suffix == ".md" else form(suffix).render(answer)


def read(page, suffix):
    return _READERS[suffix](page)


def _markdown(page):
    text = page.decode()
    shown = entities.unescape(re.sub(r"\\([^A-Za-z0-9\s])", r"\1", text))
    return Read(squeezed(shown), tuple(re.findall(r"^\[\^(\d+)\]:", text, re.M)), tuple(re.findall(r"\[\^(\d+)\](?!:)", text)))


def _html(page):
    tree = web.fromstring(page)
    notes = tuple(one.get("id")[1:] for one in tree.xpath("//li[@id]"))
    marks = tuple(one.get("href")[2:] for one in tree.xpath("//sup/a"))
    for sign in tree.xpath("//sup | //a[@class='back'] | //style"):
        sign.drop_tree()
    return Read(squeezed(tree.text_content()), notes, marks)


def word(page, part="word/document.xml"):
    with zipfile.ZipFile(io.BytesIO(page)) as archive:
        return etree.fromstring(archive.read(part))


def _docx(page):
    body, notes = word(page), word(page, "word/footnotes.xml")
    text = "".join(one.text or "" for tree in (body, notes) for one in tree.iter(f"{W}t"))
    ids = tuple(one.get(f"{W}id") for one in notes.iter(f"{W}footnote") if one.get(f"{W}type") is None)
    firsts = tuple(one.get(f"{W}id") for one in body.iter(f"{W}footnoteReference"))
    bookmarks = {one.get(f"{W}name"): one.get(f"{W}id") for one in body.iter(f"{W}bookmarkStart")}
    again = tuple(bookmarks[one.text.split()[1]] for one in body.iter(f"{W}instrText"))
    return Read(squeezed(text), ids, firsts + again)


def _pdf(page):
    document = pypdfium2.PdfDocument(page)
    pages_of = [one.get_textpage().get_text_bounded() for one in document]
    text = squeezed("".join(pages_of)).replace("\ufffe", "").replace("\x02", "-")
    return Read(text, (), ())


def _wiki(page):
    text = page.decode()
    refs = [tag for tag in mwparserfromhell.parse(text).filter_tags() if str(tag.tag) == "ref"]
    notes = tuple(str(tag.get("name").value) for tag in refs if not tag.self_closing)
    return Read(squeezed(entities.unescape(text)), notes, tuple(str(tag.get("name").value) for tag in refs))


_READERS = {".md": _markdown, ".html": _html, ".docx": _docx, ".pdf": _pdf, ".wiki": _wiki}
