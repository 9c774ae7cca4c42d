"""Tables written by somebody who had not seen the grammar: what was read right once is read right again."""

from __future__ import annotations

import json

import entries
import pytest
import roles

import tables


@pytest.mark.parametrize("table", tables.TABLES)
def test_no_row_is_lost(table):
    assert tables.score(table) >= tables.floors_of()[table], f"see python benchmarks/tables.py {table} --show"


@pytest.mark.parametrize("table", tables.TABLES)
def test_an_expression_stands_once_in_its_text(table):
    wrong = [row["text"] for row in tables.rows(table) if "expression" in row and row["text"].count(row["expression"]) != 1]
    assert not wrong


@pytest.mark.parametrize("parser", ["en", "none"])
def test_who_did_what_to_whom_is_not_lost(parser):
    right, wrong = roles.score(parser)
    floors = json.loads(roles.FLOORS.read_text(encoding="utf-8"))["floors"]
    assert len(right) >= floors[parser], "\n".join(row.sentence for row in wrong)


@pytest.mark.parametrize("table", entries.TABLES)
def test_no_pair_of_claims_and_no_day_of_status_is_lost(table):
    wrong = list(entries.wrong(table))
    floor = json.loads(entries.FLOORS.read_text(encoding="utf-8"))["floors"][table]
    assert len(entries.rows(table)) - len(wrong) >= floor, f"see python benchmarks/entries.py {table} --show"
