"""What documents bring along comes to life on no page: looked at with the policy that forbids scripts taken away."""

from __future__ import annotations

from urllib.parse import quote

import pytest
from browsing import pages, served

import attacks
import comity
from comity.presenting.pages import form

ALIVE = """() => ({
  taken: window.taken ?? null,
  scripts: [...document.scripts].filter(one => !one.src.startsWith(location.origin + '/static/') && one.type !== 'application/json').length,
  strange: document.querySelectorAll('img, iframe, object, embed, base, form[action^="http"], style').length,
  handlers: [...document.querySelectorAll('*')].filter(one => [...one.attributes].some(it => /^on[a-z]{3,}$/.test(it.name))).length,
  links: [...document.querySelectorAll('[href]')].map(one => one.getAttribute('href'))
    .filter(to => to && !/^(#|[/](?![/])|https?:[/][/]|data:,$)/.test(to)),
})"""
SHOWN = """() => [document.documentElement.textContent, ...[...document.querySelectorAll('*')].flatMap(one =>
  ['title', 'aria-label', 'placeholder', 'alt'].map(name => one.getAttribute(name) ?? ''))].join(' ')"""
"""What is read out or seen: addresses and data of the page have each letter as it is."""
DEAD = {"taken": None, "scripts": 0, "strange": 0, "handlers": 0, "links": []}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory):
    """The record of the attacking documents."""
    return attacks.record(tmp_path_factory.mktemp("attacks"))


@pytest.fixture(scope="module")
def site(hostile):
    with served(hostile) as site:
        yield site


@pytest.mark.parametrize("bypass_csp", [True, False])
def test_nothing_of_a_document_runs_on_any_page(bypass_csp, open_page, site, hostile):
    with comity.open(hostile) as record:
        documents = [quote(f"/doc/{one.id}") for one in record.store.documents()]
    assert len(documents) == 2 * len(attacks.ALL)
    with open_page(bypass_csp=bypass_csp) as page:
        for place in dict.fromkeys([*pages(site), *(documents if bypass_csp else [])]):
            page.goto(site.at(place))
            assert page.evaluate(ALIVE) == DEAD, place
            text = page.evaluate(SHOWN)
            assert attacks.RESULT not in text, place
            assert not set("\u202e\u202d\u2066\x1b\x07") & set(text), place


def test_nor_do_words_that_are_searched_for(open_page, site, faults):
    with open_page(bypass_csp=True) as page:
        for attack in attacks.ALL:
            words = quote(attack, safe="")
            for place in (f"/?q={words}", f"/ask/status?a={words}&b=Peru", f"/{words}"):
                page.goto(site.at(place))
                assert page.evaluate(ALIVE) == DEAD, place
    # A page that is refused says so to the console too.
    faults[:] = [one for one in faults if "the server responded with a status of 4" not in one]


def test_a_dossier_that_was_handed_on_is_as_dead(open_page, hostile, tmp_path):
    path = tmp_path / "brief.html"
    with comity.open(hostile) as record:
        path.write_bytes(form(".html").render(record.brief("Kenya", "Peru")))
    with open_page(bypass_csp=True) as page:
        page.goto(path.as_uri())
        assert page.evaluate(ALIVE) == {**DEAD, "strange": 1}, "its own style, and nothing besides"
        assert "Kenya" in page.inner_text("h1")
