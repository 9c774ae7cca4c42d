from __future__ import annotations

from playwright.sync_api import expect


def test_the_printed_address_opens_the_record_without_its_token(page, demo):
    page.goto(demo.at())
    assert page.url == f"{demo.address}/"
    expect(page.get_by_role("heading", level=1)).to_be_visible()


def test_a_fault_of_a_page_is_seen(page, demo, faults):
    page.goto(demo.at("/nowhere"))
    assert "404" in faults.pop()


def test_a_request_to_elsewhere_is_seen_and_goes_nowhere(page, demo, faults):
    page.goto(demo.at())
    page.evaluate("document.body.append(Object.assign(new Image(), {src: 'http://192.0.2.1/x.png'}))")
    page.wait_for_timeout(300)
    assert any("192.0.2.1" in one or "Content Security Policy" in one for one in faults)
    faults.clear()
