"""What scripts add to the map, the network, the comparison and the charts; and that all of it is there without them."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

PLACES = ("/map/LAO?on=1980-01-01", "/network?on=1980-01-01", "/compare?pairs=LAO:VNM&pairs=LAO:RUS", "/figures?a=LAO")


def test_the_slider_moves_the_day_the_address_and_the_picture(page, demo):
    page.goto(demo.at("/map/LAO?on=1980-01-01"))
    page.get_by_label("Year").fill("1990")
    expect(page.locator("#told .lead")).to_contain_text("1 January 1990")
    expect(page.get_by_label("On", exact=True)).to_have_value("1990-01-01")
    assert page.url.endswith("/map/LAO?on=1990-01-01")


def test_play_goes_through_the_years_until_it_is_stopped(page, demo):
    page.goto(demo.at("/map/LAO?on=1980-01-01"))
    page.get_by_role("button", name="Play").click()
    expect(page.locator("#told .lead")).to_contain_text("1982", timeout=10_000)
    page.get_by_role("button", name="Stop").click()
    expect(page.get_by_role("button", name="Play")).to_be_visible()
    page.wait_for_timeout(400)
    at = page.url
    page.wait_for_timeout(1500)
    assert page.url == at


def test_a_typed_day_and_another_state_need_no_new_page(page, demo):
    page.goto(demo.at("/map/LAO?on=1980-01-01"))
    page.evaluate("window.stayed = true")
    page.get_by_label("State", exact=True).fill("Viet Nam")
    page.get_by_label("On", exact=True).fill("1977")
    page.get_by_label("On", exact=True).press("Enter")
    expect(page.locator("#told .lead")).to_contain_text("Vietnam")
    assert page.url.endswith("/map/VNM?on=1977")
    assert page.evaluate("window.stayed")


def test_what_is_wrong_is_told(page, demo, faults):
    page.goto(demo.at("/map/LAO?on=1980-01-01"))
    page.get_by_label("On", exact=True).fill("when?")
    page.get_by_label("On", exact=True).press("Enter")
    expect(page.get_by_role("heading", name="This cannot be shown")).to_be_visible()
    faults.clear()


def test_a_shape_says_what_it_is_and_leads_to_the_pair(page, demo):
    page.goto(demo.at("/map/LAO?on=1980-01-01"))
    shape = page.locator('svg.world a[href*="/pair/LAO/CHN"] path')
    shape.hover()
    expect(page.locator(".tip")).to_contain_text("China")
    page.keyboard.press("Escape")
    expect(page.locator(".tip")).to_be_hidden()
    shape.click()
    page.wait_for_url("**/pair/LAO/CHN?on=1980-01-01")


def test_the_map_is_zoomed_by_buttons_and_keys_and_goes_back_whole(page, demo):
    page.goto(demo.at("/map/LAO?on=1980-01-01"))
    svg = page.locator("svg.world")
    whole = svg.get_attribute("viewBox")
    page.get_by_role("button", name="Zoom in").click()
    once = svg.get_attribute("viewBox")
    assert once != whole
    page.keyboard.press("+")
    assert svg.get_attribute("viewBox") not in (whole, once)
    page.get_by_label("Year").fill("1985")
    expect(page.locator("#told .lead")).to_contain_text("1985")
    assert svg.get_attribute("viewBox") not in (whole, once), "another day is looked at from where the last one was"
    page.get_by_role("button", name="Whole picture").click()
    assert [float(one) for one in svg.get_attribute("viewBox").split()] == [float(one) for one in whole.split()]


def test_what_is_dragged_is_not_opened(page, demo):
    page.goto(demo.at("/map/LAO?on=1980-01-01"))
    for _ in range(3):
        page.get_by_role("button", name="Zoom in").click()
    place = page.locator("svg.world").bounding_box()
    page.mouse.move(place["x"] + 400, place["y"] + 200)
    page.mouse.down()
    page.mouse.move(place["x"] + 300, place["y"] + 150, steps=4)
    page.mouse.up()
    assert page.url.endswith("/map/LAO?on=1980-01-01")


def test_a_state_of_the_network_shows_its_own_ties(page, demo):
    page.goto(demo.at("/network?on=1980-01-01"))
    page.locator('.node[data-code="LAO"] circle').hover()
    expect(page.locator(".net")).to_have_class(re.compile("pointed"))
    assert page.locator(".edge.own").count() == page.locator('.edge[data-a="LAO"], .edge[data-b="LAO"]').count() > 0


@pytest.mark.parametrize("place", PLACES)
def test_without_script_the_same_is_there(open_page, demo, place):
    with open_page(java_script_enabled=False) as page:
        page.goto(demo.at(place))
        expect(page.locator("main svg").first).to_be_visible()
        expect(page.locator("main table").first).to_be_visible()
        if field := page.locator("main").get_by_label("On", exact=True).all():
            field[0].fill("1985")
            field[0].press("Enter")
            assert "on=1985" in page.url


@pytest.mark.parametrize("width", [1280, 390])
@pytest.mark.parametrize("place", PLACES)
def test_nothing_runs_out_of_the_page(open_page, demo, place, width):
    with open_page(viewport={"width": width, "height": 800}) as page:
        page.goto(demo.at(place))
        assert page.evaluate("document.documentElement.scrollWidth") <= width
