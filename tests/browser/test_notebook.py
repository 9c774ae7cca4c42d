from __future__ import annotations

import pytest

import comity


@pytest.mark.parametrize("colours", ["light", "dark"])
def test_an_answer_can_be_read_in_a_notebook(colours, open_page, example_record, tmp_path):
    with comity.open(example_record) as record:
        parts = [record.status("Laos", "Soviet Union", on="1980")._repr_html_(), record.timeline("Laos", "Vietnam")._repr_html_()]
    path = tmp_path / "cell.html"
    style = "color-scheme: light dark; background: Canvas; color: CanvasText; width: 860px"
    path.write_text(f'<!doctype html><meta charset="utf-8"><body style="{style}">{"<hr>".join(parts)}', encoding="utf-8")
    with open_page(color_scheme=colours) as page:
        page.goto(path.as_uri())
        lanes = page.locator("svg.lanes")
        assert lanes.count() == 2
        assert all(one.bounding_box()["width"] > 700 for one in lanes.all())
        label = lanes.first.locator("g text").last
        colour, paper = (one.evaluate("one => getComputedStyle(one).color") for one in (label, page.locator("body")))
        assert colour
        assert paper == ("rgb(0, 0, 0)" if colours == "light" else "rgb(255, 255, 255)")
        page.locator("summary").first.click()
        assert page.locator("details li").first.is_visible()
