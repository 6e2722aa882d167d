"""The hand-made references of support measures: literal in their documents, of known words, with amounts that their formulas give."""

import ast
import json
import operator
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from index.readers.read import read_document

ROOT = Path(__file__).resolve().parent.parent
NOTICES = ROOT / "tests" / "notices"
REFERENCES = {"plans": ROOT / "eval" / "gold" / "measures.jsonl", "notices": NOTICES / "reference.jsonl"}
FOLDERS = {"plans": ROOT / "corpus" / "documents", "notices": NOTICES}
CATEGORIES = set(
    "tax rd_subsidy reward loan_risk_pool interest_subsidy guarantee fund voucher insurance land_energy talent_housing "
    "product_recognition procurement listing platform_certification ip_service other".split()
)
OPERATIONS = {ast.Add: operator.add, ast.Sub: operator.sub, ast.Mult: operator.mul, ast.Div: operator.truediv}


def lines(path: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines()]


def squeezed(text: str) -> str:
    return "".join(text.split())


def quoted(measure: dict[str, Any]) -> list[str]:
    conditions = [condition["text"] for condition in measure["conditions"]]
    single = [measure["quote"], measure["benefit"], measure["period"], measure["duty_office"]]
    return [text for text in [*single, *measure["who"], *measure["evidence"], *measure["exclusions"], *conditions] if text]


def value(node: ast.expr, formula: str) -> Decimal:
    """The value of a formula of numbers, + - * / and min."""
    if isinstance(node, ast.BinOp):
        return Decimal(OPERATIONS[type(node.op)](value(node.left, formula), value(node.right, formula)))
    if isinstance(node, ast.Call):
        assert isinstance(node.func, ast.Name) and node.func.id == "min"
        return min(value(part, formula) for part in node.args)
    return Decimal(ast.get_source_segment(formula, node) or "")


@pytest.mark.parametrize("kind", REFERENCES)
def test_every_part_stands_literally_in_its_document(kind: str) -> None:
    measures = lines(REFERENCES[kind])
    names = {measure["doc"] for measure in measures}
    paths = {path.stem: path for path in FOLDERS[kind].iterdir() if path.stem in names}
    texts = {name: squeezed(read_document(path)) for name, path in paths.items()}
    assert texts.keys() == names
    assert [(measure["id"], text) for measure in measures for text in quoted(measure) if text not in texts[measure["doc"]]] == []


@pytest.mark.parametrize("kind", REFERENCES)
def test_ids_categories_grants_and_quotes_are_in_order(kind: str) -> None:
    measures = lines(REFERENCES[kind])
    assert len({measure["id"] for measure in measures}) == len(measures)
    assert {measure["category"] for measure in measures} <= CATEGORIES
    assert {measure["grant"] for measure in measures} == {"granted", "intended"}
    assert [measure["id"] for measure in measures if not 8 <= len(measure["quote"]) <= 200] == []


def test_every_amount_is_what_its_formula_gives() -> None:
    amounts = [
        entry
        for profile in lines(NOTICES / "profiles.jsonl")
        for entry in [*profile["expected"], profile["total"]]
        if entry and entry.get("formula")
    ]
    assert len(amounts) > 20
    wrong = [
        entry
        for entry in amounts
        if value(ast.parse(entry["formula"], mode="eval").body, entry["formula"]).quantize(Decimal("1e-9")) != Decimal(entry["amount"])
    ]
    assert wrong == []


def test_verdicts_agree_with_what_the_text_grants() -> None:
    grants = {measure["id"]: measure["grant"] for measure in lines(REFERENCES["notices"])}
    judged = [(entry["measure"], entry["verdict"]) for profile in lines(NOTICES / "profiles.jsonl") for entry in profile["expected"]]
    assert {verdict for _, verdict in judged} == {"applies", "conditional", "not met", "direction"}
    assert [pair for pair in judged if (pair[1] == "direction") != (grants[pair[0]] == "intended")] == []
