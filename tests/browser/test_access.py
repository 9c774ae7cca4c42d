"""Nobody is kept out: no serious fault that axe finds on any page, by day and by night, and all of it by the keyboard alone."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from browsing import pages

GRAVE = ("serious", "critical")
OPENED = {True: "details", False: "main details"}


@pytest.fixture(scope="session")
def places(demo):
    return pages(demo)


def told(place: str, colours: str, fault: dict) -> str:
    parts = "".join(f"\n    {node['html'][:200]}" for node in fault["nodes"][:5])
    return f"{place} ({colours}): {fault['id']}, {fault['impact']}: {fault['help']}{parts}"


@pytest.mark.parametrize(
    ("colours", "width", "rules"), [("light", 1280, []), ("light", 390, []), ("dark", 1280, ["color-contrast"])]
)
def test_axe_finds_no_serious_fault_on_any_page(colours, width, rules, open_page, demo, places):
    options = {"resultTypes": ["violations"], **({"runOnly": rules} if rules else {})}
    found = []
    with open_page(color_scheme=colours, viewport={"width": width, "height": 900}) as page:
        for place in places if rules == [] and width == 1280 else sorts(places):
            page.goto(demo.at(place))
            # The menu lies over the page: it is opened on the first alone.
            page.evaluate("all => document.querySelectorAll(all).forEach(one => { one.open = true })", OPENED[place == "/"])
            answer = Axe().run(page, options=options).response
            found += [told(place, colours, one) for one in answer["violations"] if one["impact"] in GRAVE]
    assert not found, "\n".join(found)


CONTROLS = """() => {
  const all = [...document.querySelectorAll('a[href]:not([tabindex="-1"]), button, input, select, textarea, summary, [tabindex="0"]')];
  const group = one => one.type === 'radio' ? `${one.form?.id} ${one.name}` : one;
  const groups = new Set();
  window.controls = all.filter(one => one.checkVisibility() && !one.disabled && one.type !== 'hidden')
    .filter(one => !groups.has(group(one)) && groups.add(group(one)));
  window.reached = new Set();
  document.activeElement.blur();
  return window.controls.length;
}"""
FOCUSED = """() => {
  const one = document.activeElement;
  const same = it => it === one || (one.type === 'radio' && it.type === 'radio' && it.name === one.name && it.form === one.form);
  const found = window.controls.find(same);
  if (!found) return null;
  window.reached.add(found);
  const look = getComputedStyle(one), box = one.getBoundingClientRect();
  const ring = look.outlineStyle !== 'none' && parseFloat(look.outlineWidth) >= 1;
  const seen = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth;
  return {ring, seen, what: one.outerHTML.slice(0, 120)};
}"""
LEFT = "() => window.controls.filter(one => !window.reached.has(one)).map(one => one.outerHTML.slice(0, 120))"


@pytest.mark.parametrize("width", [1280, 390])
def test_every_control_is_reached_by_the_keyboard_and_seen(width, open_page, demo, places):
    with open_page(viewport={"width": width, "height": 900}, reduced_motion="reduce") as page:
        for place in sorts(places):
            page.goto(demo.at(place))
            for _ in range(page.evaluate(CONTROLS) + 5):
                page.keyboard.press("Tab")
                one = page.evaluate(FOCUSED)
                assert one is None or (one["ring"] and one["seen"]), f"{place}: {one}"
            assert page.evaluate(LEFT) == [], place


def sorts(places: list[str]) -> list[str]:
    """Of the questions' pages, which are all made alike, only two."""
    asked = [place for place in places if place.startswith("/ask/")]
    return [place for place in places if place not in asked] + asked[:2]


def test_the_menu_and_the_way_past_it_open_by_keys(page, demo):
    page.goto(demo.at())
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "main"
    page.goto(demo.at())
    page.get_by_text("Questions", exact=True).focus()
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert "/ask/" in page.evaluate("document.activeElement.href")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ask/*")
