from __future__ import annotations

import json
import re
import stat

import pytest
from starlette.routing import Route

from comity import errors
from comity.presenting.web.accounts import book, passwords
from comity.presenting.web.accounts.book import ANNOTATOR, CURATOR, READER, ROLES, Book
from comity.presenting.web.accounts.sessions import ACCOUNT, ADDRESS, IDLE, LASTS, PAIR, WITHIN, Sessions, Tries
from comity.presenting.web.app import make
from comity.presenting.web.site import Site, checked_host, checked_origin
from comity.querying import Record

from .conftest import PORT, client_of
from .test_pages import page

PUBLIC = "https://comity.example.org"
PASSWORD = "four words in a row"
NAMES = {READER: "Ria Reader", ANNOTATOR: "Ann Bee", CURATOR: "Cora Dee"}
FORM = {"Origin": PUBLIC}


@pytest.fixture(scope="module")
def kept():
    """What is kept of the password, reckoned once: it takes its time."""
    return passwords.made(PASSWORD)


@pytest.fixture
def accounts(tmp_path, kept):
    path = tmp_path / "accounts.json"
    book.write(path, {book.key(name): book.Account(name, role, kept) for role, name in NAMES.items()})
    return path


@pytest.fixture
def shared(record, accounts):
    site = Site(record, PORT, accounts=Book(accounts), public=(PUBLIC,))
    yield site
    site.pool.close()


def visitor(site):
    client = client_of(site, logged_in=False, host="comity.example.org")
    client.base_url = PUBLIC
    return client


def come_in(client, name, password=PASSWORD, **told):
    return client.post("/sign-in", data={"account": name, "password": password, **told}, headers=FORM)


@pytest.fixture
def people(shared):
    """A browser for each role, signed in without reckoning the password again."""
    found = {}
    for role, name in NAMES.items():
        found[role] = visitor(shared)
        found[role].cookies.set(shared.cookie, shared.sessions.begin(shared.accounts.get(name)), domain="comity.example.org")
    return found


def send(client, name, **told):
    return client.post(f"/api/{name}", json={"by": "", **told}, headers=FORM)


class TestFile:
    def test_it_is_for_its_owner_alone_and_holds_no_password(self, accounts):
        book.put(accounts, "Eva  Eff", role=READER, password="another long password")
        assert stat.S_IMODE(accounts.stat().st_mode) == 0o600
        assert "another long" not in accounts.read_text()
        assert [one.name for one in book.read(accounts)] == ["Ann Bee", "Cora Dee", "Eva Eff", "Ria Reader"]
        assert Book(accounts).by_password("eva eff", "another long password").name == "Eva Eff"

    def test_there_is_no_account_from_the_start(self, tmp_path):
        path = tmp_path / "none.json"
        with pytest.raises(errors.BadAccounts, match="comity account"):
            Book(path).all()
        path.write_text("{}")
        assert Book(path).all() == {}
        assert Book(path).by_password("", "") is None
        assert Book(path).by_password("admin", "admin") is None

    @pytest.mark.parametrize(("role", "password", "error"), [
        ("owner", PASSWORD, errors.UnknownChoice), ("", PASSWORD, errors.UnknownChoice),
        (READER, "short", errors.WeakPassword), (READER, "x" * 1025, errors.WeakPassword), (READER, "", errors.WeakPassword),
    ])  # fmt: skip
    def test_what_cannot_be_kept_is_refused(self, role, password, error, tmp_path):
        with pytest.raises(error):
            book.put(tmp_path / "a.json", "A. Bee", role=role, password=password)
        assert not (tmp_path / "a.json").exists()

    @pytest.mark.parametrize("text", ["", "[]", '{"accounts": [{"name": "A"}]}', '{"admins": []}',
                                      '{"accounts": [{"name": "A", "role": "root", "password": "scrypt$1$1$1$a$b"}]}',
                                      '{"accounts": [{"name": "A", "role": "reader", "password": "plain"}]}'])  # fmt: skip
    def test_a_file_that_is_none_lets_nobody_in(self, text, tmp_path):
        (tmp_path / "a.json").write_text(text)
        with pytest.raises(errors.BadAccounts):
            Book(tmp_path / "a.json").all()

    def test_two_names_that_look_alike_are_one(self, accounts):
        book.put(accounts, "ANN\u00a0bee", role=READER)
        assert Book(accounts).get("Ann Bee").role == READER
        assert len(book.read(accounts)) == 3

    def test_the_log_tells_who_changed_and_who_came_in(self, accounts, shared):
        book.put(accounts, "Ann Bee", role=CURATOR)
        come_in(visitor(shared), "Ann Bee")
        come_in(visitor(shared), "Ann Bee", "wrong")
        lines = [json.loads(line) for line in accounts.with_name("accounts.json.log").read_text().splitlines()]
        assert [one["what"] for one in lines] == ["changed: curator", "signed in", "refused"]
        assert {one["account"] for one in lines} == {"Ann Bee"}
        assert "wrong" not in accounts.with_name("accounts.json.log").read_text()


class TestComingIn:
    def test_with_the_password_one_gets_where_one_wanted_to(self, shared):
        client = visitor(shared)
        asked = client.get("/pair/KEN/PER?on=1970")
        assert (asked.status_code, asked.headers["location"]) == (303, "/sign-in?back=%2Fpair%2FKEN%2FPER%3Fon%3D1970")
        assert "current-password" in client.get(asked.headers["location"]).text
        done = come_in(client, "ann bee", back="/pair/KEN/PER?on=1970")
        assert (done.status_code, done.headers["location"]) == (303, "/pair/KEN/PER?on=1970")
        cookie = done.headers["set-cookie"]
        assert cookie.startswith(f"__Host-comity-{PORT}=")
        assert {"HttpOnly", "Secure", "SameSite=lax", "Path=/"} <= set(cookie.split("; "))
        assert "Ann Bee" in page(client, "/pair/KEN/PER?on=1970").text

    @pytest.mark.parametrize(
        ("name", "password"), [("Ann Bee", "wrong words in a row"), ("Nobody", PASSWORD), ("", ""), ("Ann Bee", "")]
    )
    def test_without_it_nobody_does_and_no_more_is_told(self, name, password, shared):
        done = come_in(visitor(shared), name, password)
        assert (done.status_code, "set-cookie" in done.headers) == (401, False)
        assert "no account of this name with this password" in done.text
        assert f'value="{password}"' not in done.text or not password

    @pytest.mark.parametrize("back", ["//example.org", "https://example.org", "/\\example.org", "javascript:alert(1)"])
    def test_it_leads_to_no_other_site(self, back, shared):
        assert come_in(visitor(shared), "Ann Bee", back=back).headers["location"] == "/"

    @pytest.mark.parametrize("headers", [{}, {"Origin": "https://example.org"}, {"Origin": "null"}])
    def test_another_page_signs_nobody_in_or_out(self, headers, shared, people):
        told = {"account": "Ann Bee", "password": PASSWORD}
        assert visitor(shared).post("/sign-in", data=told, headers=headers).status_code == 403
        assert people[READER].post("/sign-out", headers=headers).status_code == 403
        assert people[READER].get("/").status_code == 200

    def test_who_goes_out_is_out(self, people):
        client = people[ANNOTATOR]
        token = dict(client.cookies)
        assert client.post("/sign-out", headers=FORM).status_code == 303
        client.cookies.update(token)
        assert client.get("/").status_code == 303

    def test_the_printed_token_is_no_way_round(self, shared):
        client = visitor(shared)
        assert client.get("/", params={"token": shared.token}).headers["location"].startswith("/sign-in")
        assert client.get("/api/", headers={"Authorization": f"Bearer {shared.token}"}).status_code == 401
        client.cookies.set(shared.cookie, shared.session, domain="comity.example.org")
        assert client.get("/api/").status_code == 401

    def test_who_is_removed_or_gets_another_password_is_out_at_once(self, people, accounts):
        book.remove(accounts, "Ria Reader")
        book.put(accounts, "Ann Bee", password="quite another password")
        assert [people[role].get("/").status_code for role in ROLES] == [303, 303, 200]

    def test_another_role_holds_at_once(self, people, accounts):
        book.put(accounts, "Cora Dee", role=READER)
        assert send(people[CURATOR], "undo", what=[1]).json()["error"]["code"] == "request-not-allowed"

    def test_too_many_wrong_passwords_have_to_wait(self, shared, monkeypatch):
        monkeypatch.setattr(Book, "by_password", lambda *told: None)
        client = visitor(shared)
        answers = [come_in(client, "Ann Bee", "x").status_code for _ in range(PAIR + 1)]
        assert answers == [401] * PAIR + [429]
        refused = come_in(client, "Ann Bee")
        assert (refused.status_code, int(refused.headers["retry-after"]) <= WITHIN) == (429, True)
        assert come_in(client, "Cora Dee", "x").status_code == 401


class TestTime:
    def test_a_session_ends_unused_and_in_the_end(self, accounts):
        now = [0.0]
        sessions = Sessions(Book(accounts), lambda: now[0])
        ann = sessions.book.get("Ann Bee")
        idle, used = sessions.begin(ann), sessions.begin(ann)
        while now[0] < LASTS - IDLE:
            now[0] += IDLE / 2
            assert sessions.of(used)
        assert sessions.of(idle) is None
        now[0] = LASTS + 1
        assert sessions.of(used) is None

    @pytest.mark.parametrize(("most", "told"), [
        (PAIR, lambda number: ("ann", "a")), (ACCOUNT, lambda number: ("ann", str(number))), (ADDRESS, lambda number: (str(number), "a")),
    ])  # fmt: skip
    def test_tries_are_counted_by_account_and_address(self, most, told):
        now = [0.0]
        tries = Tries(lambda: now[0])
        for number in range(most):
            tries.check(*told(number))
            tries.failed(*told(number))
        with pytest.raises(errors.TooManyTries):
            tries.check(*told(most))
        tries.check("somebody else", "elsewhere")
        now[0] = WITHIN + 1
        tries.check(*told(most))


def endpoints(site) -> list[tuple[str, str]]:
    """Every place and method of the site, as its routes have them."""
    filled = {"{a}": "KEN", "{b}": "PER", "{state}": "KEN", "{form}": "md", "{id:path}": "annals"}
    found = []
    for route in make(site)._app.routes:
        assert isinstance(route, Route)
        path = route.path
        for name, value in filled.items():
            path = path.replace(name, value)
        found += [(path.replace("{", "").replace("}", ""), method) for method in sorted(route.methods - {"HEAD"})]
    return found


OPEN = ("/static/", "/sign-in", "/sign-out")


def test_each_place_is_open_to_those_alone_who_may(shared, people):
    places = [(path, method) for path, method in endpoints(shared) if not path.startswith(OPEN)]
    assert {method for _, method in places} == {"GET", "POST"}
    for path, method in places:
        stranger = visitor(shared).request(method, path, headers=FORM)
        page_of = method == "GET" and not path.startswith("/api/") and not path.endswith((".json", ".csv"))
        assert stranger.status_code == (303 if page_of else 401), (method, path)
        read = people[READER].request(method, path, headers=FORM)
        if method == "POST":
            assert read.status_code == 403, path
            assert people[ANNOTATOR].post(path, headers=FORM).status_code not in (401, 405), path
        else:
            assert read.status_code not in (401, 403), path
            assert not read.headers.get("location", "").startswith("/sign-in"), path


class TestRights:
    @pytest.fixture
    def claims(self, record):
        with Record(record) as opened:
            return [claim.id for claim in opened.store.claims("mission")]

    @pytest.mark.parametrize(("verdict", "least"), [
        ("accept", ANNOTATOR), ("reject", ANNOTATOR), ("unsure", ANNOTATOR), ("prefer", CURATOR), ("same", CURATOR), ("different", CURATOR),
    ])  # fmt: skip
    @pytest.mark.parametrize("role", ROLES)
    def test_each_role_decides_what_it_may(self, role, verdict, least, people, claims):
        told = {"claims": claims[0], "verdict": verdict, "why": "the register"}
        told |= {"other": claims[1]} if verdict in ("same", "different") else {}
        done = send(people[role], "judge", **told)
        assert done.status_code == (201 if ROLES.index(role) >= ROLES.index(least) else 403)
        if done.status_code == 201:
            assert {one["by"] for one in done.json()["judgements"]} == {NAMES[role]}

    def test_a_page_offers_nobody_what_would_be_refused(self, people, claims):
        send(people[CURATOR], "judge", claims=claims[0], verdict="accept")
        clash = people[READER].get("/contradictions/next").headers["location"]
        pages = ["/review", "/doc/annals", "/history", f"/review?claim={claims[1]}", clash]
        offered = {role: {one for place in pages for one in _offered(client, place)} for role, client in people.items()}
        assert offered[READER] == set()
        assert offered[ANNOTATOR] >= {"/decide"}
        assert offered[ANNOTATOR] < offered[CURATOR]

    def test_a_page_s_form_is_held_to_the_same(self, people, claims):
        for role, verdict, status in [(READER, "accept", 403), (ANNOTATOR, "same", 403), (ANNOTATOR, "accept", 303)]:
            form = {"decide": f"{verdict} {claims[0]}", "other": claims[1], "why": "so"}
            assert people[role].post("/decide", data=form, headers=FORM).status_code == status, role
        assert people[ANNOTATOR].post("/settle", data={"decide": "both", "why": "so"}, headers=FORM).status_code == 403
        assert people[ANNOTATOR].post("/accept-rule", data={"rule": "x"}, headers=FORM).status_code == 403

    def test_nobody_judges_under_another_name(self, people, claims):
        done = send(people[ANNOTATOR], "judge", claims=claims[0], verdict="accept", by="Cora Dee")
        assert (done.status_code, done.json()["error"]["code"]) == (403, "request-not-your-name")
        people[ANNOTATOR].post("/name", data={"by": "Cora Dee"}, headers=FORM)
        form = {"decide": f"accept {claims[0]}", "by": "Cora Dee"}
        assert people[ANNOTATOR].post("/decide", data=form, headers=FORM).status_code == 303
        assert [one["by"] for one in people[READER].get("/api/judgements").json()["judgements"]] == ["Ann Bee"]

    def test_what_others_decided_only_a_curator_takes_back(self, people, claims):
        batch = send(people[CURATOR], "judge", claims=claims, verdict="accept").json()["judgements"][0]["batch"]
        send(people[ANNOTATOR], "judge", claims=claims[0], verdict="reject")
        assert send(people[ANNOTATOR], "undo", what=[1]).status_code == 403
        assert send(people[ANNOTATOR], "undo", what=[batch]).status_code == 403
        assert people[ANNOTATOR].post("/undo", data={"what": "1"}, headers=FORM).status_code == 403
        assert people[ANNOTATOR].post("/undo", data={"what": ""}, headers=FORM).status_code == 303
        assert send(people[CURATOR], "undo", what=[batch]).status_code == 201
        assert [(one["by"], one["verdict"]) for one in people[READER].get("/api/judgements").json()["judgements"]] == [
            ("Cora Dee", "accept"), ("Cora Dee", "accept"), ("Ann Bee", "reject"), ("Ann Bee", "undo"), ("Cora Dee", "undo"), ("Cora Dee", "undo"),
        ]  # fmt: skip

    def test_a_program_s_token_gives_what_it_was_made_for(self, shared, accounts, claims):
        reads, writes = (book.add_token(accounts, "Cora Dee", role) for role in (READER, ANNOTATOR))
        assert reads not in accounts.read_text()
        client = visitor(shared)
        for token, verdict, status in [
            (reads, "accept", 403),
            (writes, "accept", 201),
            (writes, "prefer", 403),
            ("x", "accept", 401),
        ]:
            headers = {"Authorization": f"Bearer {token}"}
            told = {"claims": claims[0], "verdict": verdict, "by": "", "why": "so"}
            assert client.post("/api/judge", json=told, headers=headers).status_code == status, (token, verdict)
            assert client.get("/api/", headers=headers).status_code == (401 if token == "x" else 200)


class TestAddress:
    def test_its_public_name_is_served_and_no_other(self, shared):
        client = visitor(shared)
        assert client.get("/sign-in", headers={"Host": "comity.example.org"}).status_code == 200
        assert client.get("/sign-in", headers={"Host": "example.org"}).status_code == 403

    @pytest.mark.parametrize(
        "value",
        [
            "comity.example.org",
            "ftp://a.example",
            "https://",
            "https://a.example/x",
            "https://a:b@c.example",
            "https://a.example:x",
        ],
    )
    def test_an_origin_that_is_none_is_told(self, value):
        with pytest.raises(errors.BadOrigin):
            checked_origin(value)

    def test_others_addresses_are_listened_on_where_accounts_guard_them(self):
        assert checked_host("0.0.0.0", shared=True) == "0.0.0.0"
        with pytest.raises(errors.NotLoopback, match="--accounts"):
            checked_host("0.0.0.0")


def _offered(client, place):
    """To where the forms of a page send decisions."""
    shown = client.get(place)
    assert shown.status_code == 200, place
    main = shown.text[shown.text.index("<main") :]
    return set(re.findall(r'<form[^>]* method="post"[^>]* action="([^"]+)"', main)) - {"/name", "/sign-out"}
