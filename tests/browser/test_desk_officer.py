from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from comity.presenting.web.accounts import book

PASSWORD = "four words in a row"


def test_a_desk_officer_finds_what_held_and_where_it_is_said(page, laos):
    page.goto(laos.at())
    page.get_by_role("searchbox").fill("Laos and Vietnam")
    page.get_by_role("searchbox").press("Enter")
    page.get_by_role("main").get_by_role("link", name=re.compile("Laos and Vietnam|Vietnam and Laos")).first.click()
    expect(page).to_have_url(re.compile(r"/pair/LAO/VNM$"))

    page.get_by_label("What held on").fill("1980-01-01")
    page.get_by_role("button", name="Show").first.click()
    expect(page).to_have_url(re.compile("on=1980-01-01"))
    status = page.locator("main .lead").first
    expect(status).to_contain_text("were related")
    expect(status).to_contain_text("1 January 1980")

    row = page.get_by_role("row").filter(has_text="Treaty").filter(has_text="signed").first
    row.get_by_role("link", name="[1]").click()
    expect(page).to_have_url(re.compile(r"/doc/[^#]+#\w{16,}$"))
    said = page.locator(f'[id="{page.url.partition("#")[2]}"]')
    expect(said).to_be_in_viewport()
    expect(said).to_contain_text(re.compile(r"\btreaty\b", re.IGNORECASE))


def test_a_desk_officer_sees_both_sides_of_a_contradiction(page, laos):
    page.goto(laos.at())
    page.get_by_role("navigation").get_by_role("link", name="Contradictions").click()
    page.get_by_role("main").get_by_role("table").get_by_role("link").first.click()
    expect(page).to_have_url(re.compile(r"/contradictions/\w+"))
    sides = page.locator("main blockquote mark")
    expect(sides.nth(1)).to_be_visible()
    words = sides.first.inner_text()
    sides.first.click()
    expect(page).to_have_url(re.compile(r"/doc/[^#]+#\w{16,}$"))
    expect(page.locator("main")).to_contain_text(words[:40])


@pytest.fixture
def shared(serve, laos_record, tmp_path):
    """A copy of the record, shared among accounts."""
    accounts = tmp_path / "accounts.json"
    for name, role in (("Cora Dee", "curator"), ("Ria Eff", "reader")):
        book.put(accounts, name, role=role, password=PASSWORD)
    return serve(laos_record, "--accounts", str(accounts))


def sign_in(page, site, name: str, place: str = "/") -> None:
    page.goto(site.at(place))
    page.get_by_label("Name").fill(name)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    expect(page).to_have_url(f"{site.address}{place}")


def test_a_desk_officer_decides_a_contradiction_and_takes_it_back(page, shared):
    sign_in(page, shared, "Cora Dee", "/contradictions")
    page.get_by_role("main").get_by_role("table").get_by_role("link").first.click()
    section = page.locator("section.rivals").first
    section.get_by_label("This one stands").first.check()
    section.get_by_label("The reason").fill("the register of treaties has it")
    section.get_by_role("button", name="Decide").click()
    expect(page.get_by_role("status")).to_contain_text("preferred")
    expect(page.locator("section.rivals").first).to_contain_text("the register of treaties has it")
    page.get_by_role("link", name="History").first.click()
    expect(page.get_by_role("main")).to_contain_text("Cora Dee")
    page.get_by_role("button", name=re.compile("Undo my last decision")).click()
    expect(page.get_by_role("status")).to_contain_text("taken back")


def test_a_reader_reads_and_decides_nothing_and_goes_out_again(page, shared, faults):
    sign_in(page, shared, "Ria Eff", "/pair/LAO/VNM?on=1980-01-01")
    expect(page.locator("main .lead").first).to_contain_text("were related")
    page.goto(shared.at("/review"))
    expect(page.get_by_role("article", name="Claim")).to_be_visible()
    expect(page.get_by_role("button", name=re.compile("^Accept"))).to_have_count(0)
    page.get_by_role("button", name="Sign out").click()
    page.goto(shared.at("/pair/LAO/VNM"))
    expect(page).to_have_url(re.compile("/sign-in"))


@pytest.mark.parametrize(
    ("suffix", "begins"), [(".docx", b"PK"), (".pdf", b"%PDF"), (".html", b"<!doctype html>"), (".md", b"#"), (".wiki", b"'")]
)
def test_a_desk_officer_takes_the_dossier_away(suffix, begins, page, laos):
    page.goto(laos.at("/pair/LAO/VNM?on=1980-01-01"))
    with page.expect_download() as waiting:
        page.locator(f'main a[download][href*="brief{suffix}"]').click()
    assert waiting.value.suggested_filename.endswith(suffix)
    assert Path(waiting.value.path()).read_bytes().lower().startswith(begins.lower())
