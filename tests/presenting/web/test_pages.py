from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from comity.model import Claim, Document, Source, Span
from comity.presenting.web import html
from comity.presenting.web.asking import served
from comity.presenting.web.site import Site
from comity.querying import Record
from comity.recording.store import Store

from .conftest import PORT, client_of
from .test_api import SERVED, given

VOID = {"meta", "link", "input", "br", "stop", "line", "rect"}
# Fields that stand within their labels.
INSIDE = {"on", "a", "b", "states", "relation", "width", "pairs", "with", "measure", "q"}
TEXT_ATTRIBUTES = {"title", "value", "placeholder", "aria-label", "content"}


class Page(HTMLParser):
    """What a browser would find in a page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag):
        if tag not in VOID:
            assert self.open, f"</{tag}> closes nothing"
            assert self.open.pop() == tag, f"</{tag}> closes another"

    def handle_data(self, data):
        self.words.append(data)

    @property
    def text(self) -> str:
        return " ".join(" ".join(self.words).split())

    def links(self) -> list[str]:
        return [attrs["href"] for tag, attrs in self.tags if tag == "a" and attrs.get("href")]

    def ids(self) -> list[str]:
        return [attrs["id"] for _, attrs in self.tags if attrs.get("id")]


def page(client, at: str, **told) -> Page:
    response = client.get(at, params=told or None)
    assert response.status_code == 200, f"{at}: {response.text[-600:]}"
    assert response.headers["content-type"] == "text/html; charset=utf-8"
    return Page(response.text)


def entries(record) -> list[str]:
    with Record(record) as opened:
        return [one["entry"] for one in opened.contradictions().data["contradictions"]]


def all_pages(record) -> list[str]:
    """Every page of a small record with an answer on it."""
    with Record(record) as opened:
        documents = [html.place(f"/doc/{one.id}") for one in opened.store.documents()]
    asked = [html.place(f"/ask/{name}", **given(name, record)) for name in SERVED]
    clashes = [f"/contradictions/{one}" for one in entries(record)]
    with Record(record) as opened:
        claim, document = opened.store.claims()[0].id, opened.store.documents()[0].id
    clashes += [f"/claim/{claim}/edit", f"/claim/{claim}/same", f"/claim/{claim}/same?part=1"]
    clashes += [html.place("/claim/new", doc=document), html.place("/claim/new", doc=document, at="0-9", kind="post")]
    places = [
        "/",
        "/?q=Kenya",
        "/?q=Kenya+Peru",
        "/?q=maize",
        "/pair/KEN/PER",
        "/pair/KEN/PER?on=1970",
        "/?kind=mission&factuality=asserted",
        "/?q=Kenya&from=1960&to=1970",
        "/pair/KEN/PER?from=1960&to=1970",
        "/contradictions",
        "/contradictions?state=open&kind=mission&way=date",
        "/review",
        "/review?order=uncertain&kind=post&state=all&a=Kenya&b=Peru",
        "/review?order=sample&rule=mission/by-hand:1",
        "/review/rules",
        "/review/rules?rule=mission/by-hand:1",
        "/history",
        "/sources",
        "/sources?q=annals&sort=claims",
        "/map/KEN?on=1970-01-01",
        "/network?on=1970-01-01",
        "/network?on=1970-01-01&states=KEN&relation=missions&width=events",
        "/compare",
        "/compare?pairs=KEN:PER&pairs=KEN:CHL",
        "/compare?a=Kenya&with=Peru,Chile&on=1970",
        "/figures",
        "/figures?a=KEN",
    ]
    return [*places, *documents, *asked, *(f"/ask/{name}" for name in SERVED), *clashes]


def test_every_page_is_whole_and_needs_no_script_and_nothing_from_elsewhere(client, record):
    for at in all_pages(record):
        found = page(client, at)
        assert found.open == [], at
        assert len(found.ids()) == len(set(found.ids())), f"{at}: an id stands twice"
        assert {tag for tag, _ in found.tags} & {"style", "iframe", "object", "embed", "base", "img"} == set()
        for tag, attrs in found.tags:
            assert tag != "script" or (attrs.get("src") or "").startswith("/static/"), (
                f"{at}: a script that is no file of the program"
            )
            assert not [name for name in attrs if name.startswith("on") or name == "style"], f"{at}: {tag} {attrs}"
            assert not (attrs.get("src") or "").startswith(("http", "//"))
            assert tag != "link" or (attrs["href"] or "").startswith(("/static/", "data:,"))
        assert ("html", {"lang": "en"}) in found.tags
        assert [tag for tag, _ in found.tags].count("h1") == 1
        assert "main" in found.ids()


def test_every_link_leads_somewhere(client, record):
    seen: dict[str, list[str]] = {}
    for at in all_pages(record):
        found = page(client, at)
        for link in found.links():
            path, _, fragment = link.partition("#")
            if path.startswith("http"):
                continue
            if path and path not in seen:
                response = client.get(path, follow_redirects=True)
                assert response.status_code == 200, f"{at} leads to {path}: {response.status_code}"
                kind = response.headers["content-type"]
                seen[path] = Page(response.text).ids() if kind.startswith("text/html") else []
            if fragment:
                assert fragment in (seen[path] if path else found.ids()), f"{at}: {link}"


def test_every_field_has_a_label(client, record):
    for at in all_pages(record):
        found = page(client, at)
        named = {attrs.get("for") for tag, attrs in found.tags if tag == "label"}
        for tag, attrs in found.tags:
            if tag in ("input", "select") and attrs.get("type") not in ("hidden", "checkbox"):
                inside = attrs.get("name") in INSIDE and "id" not in attrs
                assert inside or attrs.get("id") in named or attrs.get("aria-label"), f"{at}: {attrs}"


def test_a_new_question_has_its_page_by_itself(site, monkeypatch):
    from comity.presenting.web import asking
    from comity.querying import questions

    new = replace(questions()["sources"], name="leaders", what="Who leads.")
    known = {**questions(), "leaders": new}
    monkeypatch.setattr(asking, "questions", lambda: known)
    monkeypatch.setattr("comity.querying.questions", lambda: known)
    client = client_of(site)
    assert "Annals of Kenya and Peru" in page(client, "/ask/leaders").text
    assert client.get("/api/leaders").json()["documents"]


class TestHome:
    def test_two_states_by_any_name_lead_to_their_pair(self, client):
        for words in ("Kenya Peru", "KEN, PER", "Kenya and Peru", "kenya peru"):
            assert "/pair/KEN/PER" in page(client, "/", q=words).links()

    def test_one_state_leads_to_all_that_it_has_to_do_with(self, client):
        assert "/pair/KEN/PER" in page(client, "/", q="Kenya").links()

    def test_words_find_sentences_in_their_place(self, client):
        found = page(client, "/", q="maize")
        assert "Kenya sent 200 tonnes of maize in 1970." in found.text
        assert [one for one in found.links() if one.startswith("/doc/note")]

    def test_what_nobody_tells_is_said(self, client):
        assert "No sentence holds" in page(client, "/", q="zeppelin").text


class TestPair:
    def test_the_day_has_its_sentence_and_each_statement_its_words(self, client):
        found = page(client, "/pair/KEN/PER?on=1970-01-01")
        assert "On 1 January 1970, Kenya and Peru were related" in found.text
        assert any(one.startswith("/doc/annals?claim=") for one in found.links())

    def test_names_in_the_address_are_understood(self, client):
        assert "Kenya and Peru" in page(client, "/pair/Kenya/Peru").text

    def test_the_table_tells_what_the_picture_shows(self, client):
        found = page(client, "/pair/KEN/PER")
        for words in (
            "Relations: Kenya and Peru",
            "Embassy of Kenya in Peru, Lima",
            "Treaty of Amity",
            "9 June 1971",
            "200 tonnes",
        ):
            assert words in found.text
        targets = [one[1:] for one in found.links() if one.startswith("#lane")]
        assert len(targets) > 3
        assert set(targets) <= set(found.ids())

    def test_contradictions_stand_where_the_value_stands(self, client):
        found = page(client, "/pair/KEN/PER")
        assert "1 contradiction" in found.text
        assert "1966 [1] against May 1967 [2]" in found.text

    def test_the_same_as_data(self, client):
        told = client.get("/pair/KEN/PER.json?on=1970").json()
        assert (told["a"], told["b"], told["status"]["status"]) == ("KEN", "PER", "related")
        assert {one["kind"] for one in told["lanes"]} >= {"status", "mission", "agreement", "event", "figure", "post"}
        assert client.get("/pair/KEN/PER.csv").text.startswith("entry,kind,stage,when")

    @pytest.mark.parametrize(("at", "status"), [("/pair/KEN/KEN", 422), ("/pair/KEN/Nowhere", 400), ("/pair/KEN/PER?on=x", 400),
                                                ("/pair/KEN/PER?colour=red", 422), ("/pair/KEN", 404)])  # fmt: skip
    def test_what_is_wrong_is_told_on_a_page(self, at, status, client):
        response = client.get(at)
        assert response.status_code == status
        assert "This cannot be shown" in Page(response.text).text

    def test_the_day_can_be_moved(self, client):
        links = page(client, "/pair/KEN/PER?on=1970-05&exact=1").links()
        assert "/pair/KEN/PER?exact=1&on=1971-05" in links


class TestDocument:
    def test_every_claim_is_marked_in_its_words_and_has_its_card(self, client, record):
        found = page(client, "/doc/annals")
        with Record(record) as opened:
            for claim in opened.store.claims(doc="annals"):
                assert claim.id in found.ids()
                assert f"#{claim.id}" in found.links()
                assert opened.store.quote(claim) in found.text

    def test_the_text_is_there_whole(self, client, record):
        with Record(record) as opened:
            text = opened.store.document("note").text
        shown = page(client, "/doc/note").text
        assert all(line in shown for line in text.split("\n"))

    def test_a_stretch_without_claim_can_be_shown(self, client):
        assert "at" in page(client, "/doc/note?at=3-9").ids()

    def test_the_same_as_data(self, client):
        assert client.get("/doc/annals.json").json()["claims"][0]["kind"] == "status"
        assert client.get("/doc/annals.csv").text.startswith("when,what,as,claim")

    def test_one_that_is_not_there(self, client):
        assert client.get("/doc/anals").status_code == 404
        assert client.get("/doc/anals.json").json()["error"]["code"] == "query-unknown-document"
        assert client.get("/doc/../../etc/passwd").status_code == 404
        assert client.get("/doc/%2Fetc%2Fpasswd").status_code == 404


def test_a_contradiction_shows_each_side_in_its_context(client, record):
    found = page(client, f"/contradictions/{entries(record)[0]}")
    assert "Kenya opened its embassy in Lima in May 1967." in found.text
    assert "Kenya's embassy in Lima dates from 1966." in found.text
    assert "A note on Lima" in found.text


ATTACKS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "</script><script>alert(1)</script>",
    "' onmouseover='alert(1)",
    "<svg onload=alert(1)>",
    "</title></svg></mark><iframe src=//example.org>",
    "{{ 12345678 * 9 }}{% raw %}",
    "javascript:alert(1)",
    "]]>--><!--",
    "\u202egnp.exe",
]


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """A record whose every text is an attack: words, titles, publishers, addresses, names of files, of persons and of judges."""
    path = tmp_path_factory.mktemp("hostile") / "hostile.comity"
    with Store.writer(path) as writer:
        for number, attack in enumerate(ATTACKS):
            words = f"{attack} Kenya and Peru {attack} in 19{60 + number}."
            source = Source(
                title=attack, author=attack, publisher=attack, published="1970", url=f"javascript:{attack}", licence=attack
            )
            document = Document(f"{number} {attack}", f"{words}\n{attack}", source=source, origin=attack)
            sides = {"sender": "KEN", "host": "PER"}
            told = [
                ("post", {**sides, "person": attack, "office": "ambassador"}, "1970"),
                ("mission", {**sides, "city": "Lima" + attack, "type": "embassy", "change": "opened"}, f"{1966 + number}"),
                ("agreement", {"title": attack, "type": "treaty", "parties": ("KEN", "PER"), "subject": attack, "term": "",
                               "change": "signed"}, f"{1960 + number}"),
                ("status", {"a": "KEN", "b": "PER", "change": "established"}, f"{1950 + number}-03"),
                ("event", {"type": "CONSULT", "source": ("KEN",), "target": ("PER",), "place": attack}, f"19{70 + number}"),
            ]  # fmt: skip
            place = Span(0, len(words))
            claims = [Claim(document.id, kind, fields, when, "asserted", place, f"{kind}/{attack}:1", steps=(attack,), sha256=document.sha256)
                      for kind, fields, when in told]  # fmt: skip
            writer.put(document, claims, [place])
        writer.finish()
    with Record(path) as record:
        claim = record.store.claims("post")[0].id
    from comity.recording.judging import judge

    judge(path, claim, "correct", changes={"person": ATTACKS[0] + "!"}, by=ATTACKS[1], why=ATTACKS[0])
    return path


def test_no_attack_of_a_document_comes_to_life_on_any_page(hostile):
    client = client_of(Site(hostile, PORT))
    wrong = [html.place("/", q=attack) for attack in ATTACKS] + [
        html.place("/ask/status", a=attack, b="Peru") for attack in ATTACKS
    ]
    wrong += [html.place(f"/doc/{attack}") for attack in ATTACKS] + [html.place("/pair/KEN/PER", on=attack) for attack in ATTACKS]
    wrong += [html.place(f"/{attack}") for attack in ATTACKS] + [html.place("/ask/status", **{attack: "x"}) for attack in ATTACKS]
    for at in [*all_pages(hostile), *wrong]:
        response = client.get(at)
        assert response.status_code in (200, 400, 404, 422), f"{at}: {response.status_code}"
        found = Page(response.text)
        assert {tag for tag, _ in found.tags} & {"img", "iframe", "style", "embed", "object"} == set(), at
        assert all((attrs.get("src") or "").startswith("/static/") for tag, attrs in found.tags if tag == "script"), at
        assert found.open == [], at
        assert "\u202e" not in response.text
        assert str(12345678 * 9) not in response.text
        for tag, attrs in found.tags:
            assert not [name for name in attrs if name.startswith("on") and name != "on"], f"{at}: {tag} {attrs}"
            target = attrs.get("href") or attrs.get("action") or attrs.get("src") or ""
            assert not target or target.startswith(("/", "#", "?", "https://", "http://", "data:,")), f"{at}: {tag} {target}"
            assert not target.startswith("//"), f"{at}: {tag} {target}"


def test_the_attacks_are_shown_as_what_they_are(hostile):
    client = client_of(Site(hostile, PORT))
    found = page(client, html.place(f"/doc/0 {ATTACKS[0]}"))
    assert ATTACKS[0] in found.text
    assert "&lt;script&gt;" in client.get("/sources").text


def test_data_is_never_taken_for_a_page(hostile):
    client = client_of(Site(hostile, PORT))
    for name in SERVED:
        for form in ("", ".csv"):
            response = client.get(html.place(f"/api/{name}{form}", **given(name, hostile)))
            assert response.headers["content-type"].startswith(("application/json", "text/csv")), name
            assert response.headers["x-content-type-options"] == "nosniff"
    rows = client.get("/api/sources.csv").text
    assert not re.search(r"(?m)(^|,)[=+@-]", rows)


def test_templates_hold_no_script_and_mark_nothing_as_safe():
    for path in sorted((html._HERE / "templates").glob("*.html")):
        text = path.read_text(encoding="utf-8")
        assert not re.search(
            r"<script(?!( type=\"module\")? src=\"/static/)|\son\w+=\"|\sstyle=|javascript:|\|\s*safe|autoescape", text
        ), path.name


def test_static_files_are_those_of_the_package_alone(stranger):
    assert stranger.get("/static/comity.css").headers["content-type"].startswith("text/css")
    for name in ("../app.py", "%2e%2e/app.py", "nothing.css", ""):
        assert stranger.get(f"/static/{name}").status_code in (403, 404)
    assert "url(" not in html.STATIC["comity.css"].decode()
    assert "@import" not in html.STATIC["comity.css"].decode()


def test_served_questions_are_all_in_the_menu(client):
    links = page(client, "/").links()
    assert {f"/ask/{name}" for name in served()} <= set(links)
