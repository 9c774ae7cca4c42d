from __future__ import annotations

import pytest

from comity.errors import NotLoopback
from comity.presenting.web.security import HEADERS
from comity.presenting.web.site import Site, checked_host

from .conftest import PORT, client_of

HERE = f"http://127.0.0.1:{PORT}"
PLACES = ("/", "/api/", "/api/sources", "/api/sources.csv", "/api/openapi.json", "/api/nowhere", "/nowhere")


def code(response) -> str:
    return response.json()["error"]["code"]


class TestToken:
    @pytest.mark.parametrize("place", PLACES)
    def test_without_it_nothing_is_shown(self, place, stranger):
        assert stranger.get(place).status_code == 403

    def test_the_printed_address_becomes_a_cookie(self, site, stranger):
        handed = stranger.get(f"/api/status?a=Kenya&token={site.token}&b=Peru&on=")
        assert (handed.status_code, handed.headers["location"]) == (303, "/api/status?a=Kenya&b=Peru&on=")
        cookie = handed.headers["set-cookie"]
        assert "HttpOnly" in cookie
        assert "SameSite=strict" in cookie
        assert site.token not in cookie
        assert stranger.get(handed.headers["location"]).status_code == 200

    @pytest.mark.parametrize("place", ["//example.org/", "/\\example.org", "/%2Fexample.org"])
    def test_it_leads_to_no_other_site(self, place, site, stranger):
        where = stranger.get(f"{HERE}{place}?token={site.token}").headers["location"]
        assert not where.startswith(("//", "/\\"))

    @pytest.mark.parametrize("token", ["", "x", "\u00e9", "x" * 43])
    def test_a_wrong_one_opens_nothing(self, token, stranger):
        response = stranger.get("/api/", params={"token": token})
        assert (response.status_code, "set-cookie" in response.headers) == (403, False)

    def test_programs_send_it_in_a_header(self, site, stranger):
        assert stranger.get("/api/", headers={"Authorization": f"Bearer {site.token}"}).status_code == 200
        assert stranger.get("/api/", headers={"Authorization": f"Basic {site.token}"}).status_code == 403

    def test_each_start_has_its_own(self, record):
        sites = [Site(record, PORT) for _ in range(2)]
        assert len({one.token for one in sites} | {one.session for one in sites}) == 4
        assert client_of(sites[0], logged_in=False).get("/api/", params={"token": sites[1].token}).status_code == 403

    def test_the_cookie_is_no_token(self, site, stranger):
        assert stranger.get("/api/", params={"token": site.session}).status_code == 403


class TestHost:
    @pytest.mark.parametrize("host", [f"127.0.0.1:{PORT}", f"localhost:{PORT}", f"[::1]:{PORT}", f"LOCALHOST:{PORT}"])
    def test_its_own_names_are_served(self, host, client):
        assert client.get("/api/sources", headers={"Host": host}).status_code == 200

    @pytest.mark.parametrize(
        "host", ["example.org", f"example.org:{PORT}", "127.0.0.1", "127.0.0.1:1", f"127.0.0.1.example.org:{PORT}", ""]
    )
    def test_a_name_that_somebody_made_point_here_is_not(self, host, client):
        response = client.get("/api/sources", headers={"Host": host})
        assert (response.status_code, code(response)) == (403, "request-foreign-host")

    def test_nor_is_it_handed_the_cookie(self, site, stranger):
        response = stranger.get("/", params={"token": site.token}, headers={"Host": "example.org"})
        assert (response.status_code, "set-cookie" in response.headers) == (403, False)


class TestOrigin:
    @pytest.mark.parametrize(
        "origin", ["http://example.org", "null", f"http://127.0.0.1:{PORT + 1}", f"https://127.0.0.1:{PORT}", None]
    )
    def test_another_page_cannot_judge_with_the_cookie(self, origin, client):
        headers = {"Origin": origin} if origin else {}
        response = client.post("/api/judge", json={}, headers=headers)
        assert (response.status_code, code(response)) == (403, "request-foreign-origin")

    def test_a_program_with_the_token_has_no_origin(self, site, stranger):
        headers = {"Authorization": f"Bearer {site.token}"}
        assert stranger.post("/api/undo", json={"what": [1], "by": "B"}, headers=headers).status_code == 404
        foreign = {**headers, "Origin": "http://example.org"}
        assert stranger.post("/api/undo", json={"what": [1], "by": "B"}, headers=foreign).status_code == 403

    def test_without_token_nobody_judges(self, stranger):
        assert code(stranger.post("/api/judge", json={}, headers={"Origin": HERE})) == "request-no-token"

    def test_a_token_in_the_address_does_not_judge(self, site, stranger):
        assert stranger.post(f"/api/judge?token={site.token}", json={}, headers={"Origin": HERE}).status_code == 403

    @pytest.mark.parametrize("method", ["PUT", "DELETE", "PATCH", "OPTIONS"])
    def test_no_other_method_is_served(self, method, client):
        response = client.request(method, "/api/sources", headers={"Origin": HERE})
        assert (response.status_code, set(response.headers["allow"].split(", "))) == (405, {"GET", "HEAD"})

    def test_no_other_origin_may_read(self, client):
        response = client.get("/api/sources", headers={"Origin": "http://example.org"})
        assert not [name for name in response.headers if name.startswith("access-control")]
        assert response.headers["cross-origin-resource-policy"] == "same-origin"


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("logged_in", [True, False])
def test_every_response_tells_the_browser_what_is_allowed(place, logged_in, site):
    headers = client_of(site, logged_in=logged_in).get(place).headers
    assert {name: headers.get(name) for name in HEADERS} == HEADERS


def test_no_script_or_style_may_stand_in_a_page():
    policy = HEADERS["Content-Security-Policy"]
    assert "unsafe" not in policy
    assert policy.startswith("default-src 'none'")


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.2", "::", "example.org", "127.0.0.1.example.org", ""])
def test_no_address_is_listened_on_that_others_reach(host):
    with pytest.raises(NotLoopback, match="accounts"):
        checked_host(host)
