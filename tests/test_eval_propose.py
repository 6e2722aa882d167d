"""Proposed questions are drawn from facts and clauses, hold together, and never count before a person has edited them."""

import json
from dataclasses import replace
from decimal import Decimal

import pytest

from eval.faults import gold_faults
from eval.gold import load_gold
from eval.matching import normal, states
from eval.propose import asked_quotes, main, propose
from eval.proposing.candidate import in_turns
from eval.proposing.figures import plain, spellings
from eval.sources import SourceText
from facts.fact import Fact, Span
from index.errors import InputError

TEXTS = {
    "a": """（一）强化企业主体地位
2020年，全市高新技术企业达到294家。到2025年，高新技术企业达到13000家，研发投入强度达到3.8%。
支持企业牵头组建创新联合体，对首台套产品给予优先采购。
重点发展新材料、生物医药、智能装备、节能环保等产业。""",
    "b": "（一）强化企业主体地位\n到2025年，全市高新技术企业达到9000家，继续居于全省前列，为建设创新型城市打下坚实的基础。",
}
REGIONS = {"a": "海城市", "b": "临河区"}


def fact(doc, words, value, unit, year, kind, name="高新技术企业"):
    start = TEXTS[doc].index(words)
    span = Span(start, start + len(words))
    return Fact(doc, REGIONS[doc], name, name, year, value, None, unit, "", kind, "", "", (span,))


@pytest.fixture
def index(small_index):
    facts = [
        fact("a", "294家", "294", "家", 2020, "actual"),
        fact("a", "13000家", "13000", "家", 2025, "target"),
        fact("a", "3.8%", "3.8", "%", 2025, "target", "研发投入强度"),
        fact("b", "9000家", "9000", "家", 2025, "target"),
    ]
    made = small_index({small_index.info(doc, f"{REGIONS[doc]}规划", region=REGIONS[doc]): text for doc, text in TEXTS.items()})
    assert made.texts == TEXTS
    return replace(made, extras={"facts": tuple(one.as_dict() for one in facts)})


def by_type(candidates):
    found = {}
    for candidate in candidates:
        found.setdefault(candidate.type, []).append(candidate)
    return found


def test_every_kind_is_proposed(index):
    found = by_type(propose(index, 40))
    assert set(found) == {"target", "baseline", "compare", "compute", "measure", "list"}
    assert found["baseline"][0].must == (("294家",),)
    assert found["compute"][0].must[2] == ("12706家", "12706")  # 13000 - 294
    assert len(found["compute"][0].quotes) == 2
    assert found["compare"][0].region == ("临河", "海城")
    assert "9000家" in found["compare"][0].answer and "13000家" in found["compare"][0].answer
    assert found["list"][0].must[1] == ("生物医药",)
    assert found["measure"][0].quotes[0].text.startswith("支持企业牵头")


def test_what_is_proposed_holds_together(index):
    for candidate in propose(index, 40):
        for point in candidate.must:
            assert any(states(normal(candidate.answer), normal(item)) for item in point)
        for quote in candidate.quotes:
            assert index.texts[quote.doc][quote.start : quote.end] == quote.text


def test_the_same_index_gives_the_same_and_no_more_than_asked(index):
    assert propose(index, 40) == propose(index, 40)
    assert propose(index, 3) == propose(index, 40)[:3]
    questions = [candidate.question for candidate in propose(index, 40)]
    assert len(questions) == len(set(questions))


def test_kinds_and_documents_take_turns(index):
    first = propose(index, 40)
    groups = [[first[0], first[1]], [first[2]]]
    assert list(in_turns(groups, 9)) == [first[0], first[2], first[1]]
    assert list(in_turns([], 9)) == []


def test_what_is_asked_already_is_left_out(index, tmp_path):
    gold = tmp_path / "gold.jsonl"
    gold.write_text(json.dumps({"id": "1", "evidence": [{"doc": "a", "quote": "高新技术企业达到294 家"}]}), encoding="utf-8")
    asked = asked_quotes([gold])
    assert asked == {"高新技术企业达到294家"}
    assert not any("294" in quote.text for candidate in propose(index, 40, asked) for quote in candidate.quotes)
    assert "target" in by_type(propose(index, 40, asked))


@pytest.fixture
def written(index, tmp_path):
    path = tmp_path / "candidates.jsonl"
    rows = [candidate.as_row(number) for number, candidate in enumerate(propose(index, 40), 1)]

    def write(**change):
        text = "".join(json.dumps({**row, **change}, ensure_ascii=False) + "\n" for row in rows)
        path.write_text(text, encoding="utf-8")
        return path

    return write


SOURCES = {doc: SourceText("".join(text.split()), "".join(text.split())) for doc, text in TEXTS.items()}


def test_no_proposal_is_scored_before_it_is_edited(written):
    with pytest.raises(InputError, match="line 1, edited"):
        load_gold(written())
    with pytest.raises(InputError, match="line 1, question: .*own words"):
        load_gold(written(edited=True))  # marked as edited, but left as it was
    with pytest.raises(InputError, match="line 1, edited"):
        load_gold(written(proposed="x"))  # said otherwise, but not marked
    edited = written(edited=True, proposed="原来的问法")
    assert load_gold(edited)[0].type
    count, faults = gold_faults(edited, SOURCES)
    assert count == len(load_gold(edited)) and faults == []


def test_the_validator_reports_each_unedited_line(written):
    count, faults = gold_faults(written(), SOURCES)
    assert {(fault.line, fault.field) for fault in faults} == {
        (line, field) for line in range(1, count + 1) for field in ("edited", "question")
    }


def test_figures_are_spelled_as_people_spell_them():
    assert spellings(fact("a", "13000家", "13000", "家", 2025, "target")) == ("13000家", "1.3万家")
    assert spellings(fact("a", "3.8%", "3.8", "%", 2025, "target")) == ("3.8%",)
    assert spellings(fact("a", "294家", "450", "亿元", 2025, "target")) == ("450亿元",)
    assert plain(1 - Decimal("0.40")) == "0.6"


def test_edits_are_never_overwritten(tmp_path):
    (tmp_path / "mine.jsonl").write_text("{}", encoding="utf-8")
    with pytest.raises(InputError, match="your edits"):
        main(tmp_path / "mine.jsonl")
