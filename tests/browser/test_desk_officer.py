from __future__ import annotations

import re

from playwright.sync_api import expect


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
    assert sides.count() >= 2
    words = sides.first.inner_text()
    sides.first.click()
    expect(page).to_have_url(re.compile(r"/doc/[^#]+#\w{16,}$"))
    expect(page.locator("main")).to_contain_text(words[:40])
