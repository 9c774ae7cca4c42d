"""The OpenAPI 3.1 document, derived from the questions' own descriptions."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import comity
from comity.presenting.web import faults
from comity.presenting.web.answers import CSV, JSON
from comity.presenting.web.asking import FARTHEST, MOST, all_parameters, label, served
from comity.presenting.web.judging import WRITING, keys

if TYPE_CHECKING:
    from collections.abc import Sequence

    from comity.querying._question import Parameter, Question

# No character that no text has; where something must be said, one that can be seen.
_TEXT, _WORDS = r"^[^\x00]*$", r"^[^\x00]*[^\s\x00\x1c-\x1f\x85][^\x00]*$"
_DATE = "a date in EDTF: 1974-12-01, 1974-12, 1974"
_TYPES: dict[str, dict[str, Any]] = {
    "actor": {"type": "string", "description": "a name in any language, or a code such as LAO"},
    "actors": {"type": "array", "items": {"type": "string", "pattern": _WORDS, "minLength": 1}},
    "pairs": {"type": "array", "items": {"type": "string", "pattern": r"^[^\x00]+:[^\x00]+$"}},
    "date": {"type": "string", "description": _DATE},
    "number": {"type": "integer", "minimum": 0, "maximum": FARTHEST},
    "flag": {"type": "boolean", "default": False},
}


def document(kinds: Sequence[str]) -> dict[str, Any]:
    """The whole document; `kinds` are the kinds of claim that the record has."""
    paths = {f"/api/{name}": {"get": _asking(one, kinds)} for name, one in served().items()}
    paths |= {f"/api/{name}.csv": {"get": _asking(one, kinds, CSV)} for name, one in served().items()}
    paths |= {f"/api/{name}": {"post": _writing(name)} for name in WRITING}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Comity", "version": comity.__version__, "description": "What a record tells of states."},
        "security": [{"token": []}, {"cookie": []}],
        "paths": dict(sorted(paths.items())),
        "components": {
            "schemas": _schemas(),
            "securitySchemes": {
                "token": {"type": "http", "scheme": "bearer", "description": "the token in the address that is printed"},
                "cookie": {"type": "apiKey", "in": "cookie", "name": "comity-PORT"},
            },
            "responses": {name: _response(name, "Error") for name in _meanings()},
        },
    }  # fmt: skip


def _asking(question: Question, kinds: Sequence[str], form: str = JSON) -> dict[str, Any]:
    """A question as an operation."""
    good = {"text/csv": {"schema": {"type": "string"}}} if form == CSV else _json("Answer")
    return {
        "operationId": question.name if form == JSON else f"{question.name}-{form}",
        "summary": question.what,
        "description": f"As a command: `{question.example}`",
        "parameters": [_parameter(one, kinds) for one in all_parameters(question)],
        "responses": {
            "200": {"description": "the answer", "headers": {"ETag": {"schema": {"type": "string"}}}, "content": good},
            "304": {"description": "as it was, by If-None-Match"},
            **_errors(400, 401, 403, 404, 409, 413, 422, 503),
        },
    }


def _parameter(one: Parameter, kinds: Sequence[str]) -> dict[str, Any]:
    schema = dict(_TYPES.get(one.type, {"type": "string"}))
    allowed = list(one.one_of or (kinds if one.type == "kind" else ()))
    if allowed:
        schema["enum"] = allowed
    if one.name == "limit":
        schema |= {"minimum": 1, "maximum": MOST}
    if schema["type"] == "string" and not allowed:
        schema |= {"pattern": _WORDS, "minLength": 1} if one.required else {"pattern": _TEXT}
    if one.required and one.many:
        schema["minItems"] = 1
    told: dict[str, Any] = {
        "name": label(one),
        "in": "query",
        "description": one.what,
        "required": one.required,
        "schema": schema,
    }
    if one.type == "flag":
        return {**told, "allowEmptyValue": True}
    return {**told, "style": "form", "explode": True} if one.many else told


def _writing(name: str) -> dict[str, Any]:
    shape = WRITING[name]
    return {
        "operationId": name,
        "summary": shape.__doc__,
        "requestBody": {"required": True, "content": _json(shape.__name__)},
        "responses": {
            "201": {"description": "the judgements as the record keeps them", "content": _json("Judged")},
            **_errors(400, 401, 403, 404, 409, 413, 415, 422, 503),
        },
    }


def _schemas() -> dict[str, Any]:
    shapes, parts = keys(list(WRITING.values()))
    text, number = {"type": "string"}, {"type": "integer"}
    judgement = dict.fromkeys(("when", "by", "verdict", "why", "batch", "hash"), text) | {"number": number, "undoes": number}
    page = {"offset": number, "limit": number, "totals": {"type": "object"}, "next": text}
    fault = {"code": text, "message": text, "facts": {"type": "object"}}
    answer = {
        "question": text,
        "asked": {"type": "object"},
        "found": {"type": "boolean"},
        "notes": {"type": "array", "items": text},
    }
    every = {
        "Answer": _object(answer) | {"properties": {**answer, "page": {"$ref": "#/components/schemas/Page"}}},
        "Page": _object(page) | {"description": "Present where a list is longer than the answer shows."},
        "Judged": _object({"judgements": {"type": "array", "items": _object(judgement)}}),
        "Error": _object({"error": _object(fault)}),
    }
    return {**{name: told for name, told in shapes.items() if "$ref" not in told}, **parts, **every}


def _object(properties: dict[str, Any]) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(properties)}


def _json(schema: str) -> dict[str, Any]:
    return {"application/json": {"schema": {"$ref": f"#/components/schemas/{schema}"}}}


def _response(status: str, schema: str) -> dict[str, Any]:
    return {"description": _meanings()[status], "content": _json(schema)}


def _errors(*statuses: int) -> dict[str, Any]:
    return {str(one): {"$ref": f"#/components/responses/{one}"} for one in statuses}


def _meanings() -> dict[str, str]:
    """What each status means: the codes of the errors that have it."""
    found: dict[str, list[str]] = {}
    for kind, status in faults.STATUS.items():
        found.setdefault(str(status), []).append(kind.code)
    return {status: ", ".join(codes) for status, codes in sorted(found.items())}
