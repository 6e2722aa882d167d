"""The ablation: conditions are read strictly, and each takes away what it names."""

import json
from dataclasses import replace
from pathlib import Path

import pytest

from eval.ablate import CONDITIONS, answerer_of, main
from eval.ablation.condition import Condition, load_conditions
from eval.ablation.table import ablation_table
from eval.scorefile import load_score
from index.build import build_index
from index.errors import InputError
from index.lexical import _tokenizer
from index.settings import Settings

ROOT = Path(__file__).resolve().parent.parent
QUESTION = "余姚市2025年的研发投入强度目标是多少？"


def test_the_shipped_conditions_build_on_each_other():
    conditions = load_conditions(CONDITIONS)
    assert conditions[0].pipeline == "stock"
    whole, worded = conditions[-2:]
    assert whole == replace(whole, pipeline="ours", ranking="hybrid", structure=True, facts=True, measures=True, model=False)
    assert replace(worded, name=whole.name, label=whole.label, beside=whole.beside) == replace(whole, model=True)
    assert {item.ranking for item in conditions if item.pipeline == "ours"} == {"words", "embedding", "hybrid"}


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("", "at least one"),
        ("[[condition]]\nname = 'a'", "label"),
        ("[[condition]]\nname = 'a'\nlabel = 'A'\nranking = 'luck'", "words or embedding or hybrid"),
        ("[[condition]]\nname = 'a'\nlabel = 'A'\nfacts = 'yes'", "bool"),
        ("[[condition]]\nname = 'a'\nlabel = 'A'\nmagic = true", "magic"),
        ("[[condition]]\nname = 'a'\nlabel = 'A'\nbeside = 'b'", "earlier condition"),
        ("[[condition]]\nname = 'a'\nlabel = 'A'\n[[condition]]\nname = 'a'\nlabel = 'B'", "once"),
        ("[[condition", "TOML"),
    ],
)
def test_faulty_conditions_are_refused(tmp_path, content, words):
    (tmp_path / "c.toml").write_text(content, encoding="utf-8")
    with pytest.raises(InputError, match=words):
        load_conditions(tmp_path / "c.toml")


@pytest.fixture(scope="module")
def settings(tmp_path_factory):
    settings = Settings(corpus=ROOT / "corpus", index=tmp_path_factory.mktemp("real") / "index")
    build_index(settings)
    return settings


def names(answerer, question=QUESTION):
    return [hit.passage_id for hit in answerer.ask(question).hits]


@pytest.mark.slow
def test_each_condition_takes_away_what_it_names(settings):
    whole = Condition("whole", "", structure=True, facts=True, measures=True)
    ours = answerer_of(whole, settings)
    assert ours.ask(QUESTION).facts and "3.8" in ours.ask(QUESTION).answer
    without_facts = answerer_of(replace(whole, facts=False), settings)
    assert without_facts.ask(QUESTION).facts == () and names(without_facts) == names(ours)
    assert ours.measures and answerer_of(replace(whole, measures=False), settings).measures == ()
    found = {ranking: names(answerer_of(Condition("x", "", ranking=ranking), settings)) for ranking in ("words", "embedding", "hybrid")}
    assert len({tuple(found[ranking]) for ranking in found} | {tuple(names(ours))}) == 4


@pytest.mark.slow
def test_a_condition_may_want_a_chat_model(settings, chat_server):
    chat_server.replies = ["余姚市2025年研发投入强度目标为3.8%[1]。"]
    configured = settings.model_copy(update={"llm": "openai:test", "llm_base_url": chat_server.url})
    worded = Condition("+model", "", structure=True, facts=True, measures=True, model=True)
    answerer_of(worded, configured).ask(QUESTION, mode="llm")
    asked = len(chat_server.asked)
    assert asked > 0
    with pytest.raises(InputError):
        answerer_of(replace(worded, model=False), configured).ask(QUESTION, mode="llm")
    assert len(chat_server.asked) == asked


@pytest.mark.slow
def test_a_broken_tokenizer_shows_where_words_stand_alone(settings, monkeypatch):
    words = answerer_of(Condition("bm25", "", ranking="words"), settings)
    before = names(words)

    class OneWord:
        FREQ = _tokenizer().FREQ

        def cut_for_search(self, piece, HMM=False):
            return [piece]

        def tokenize(self, text, HMM=True):
            return [(text, 0, len(text))]

    monkeypatch.setattr("index.lexical._tokenizer", OneWord)
    assert names(words)[:3] != before[:3]


@pytest.mark.slow
def test_the_command_makes_the_table_and_continues(settings, tmp_path, capsys, monkeypatch):
    monkeypatch.setattr("eval.generate.code_digest", lambda root: "settled")
    gold = tmp_path / "some.jsonl"
    lines = (ROOT / "eval" / "gold" / "dev.jsonl").read_text("utf-8").splitlines(keepends=True)
    gold.write_text("".join(lines[::30]), encoding="utf-8")
    ask = {"gold": gold, "out": tmp_path / "out", "corpus": settings.corpus, "index": settings.index}
    main(**ask)
    table = (tmp_path / "out" / "ablation.md").read_text("utf-8")
    for condition in load_conditions(CONDITIONS):
        assert (f"| {condition.name} |" in table) != condition.model
    assert "未运行：+model（没有配置对话模型）" in table
    assert json.loads((tmp_path / "out" / "stock" / "config.json").read_text("utf-8"))["settings"]["pipeline"] == "stock"
    assert load_score(tmp_path / "out" / "stock" / "score.json").metrics["error"]["value"] == 0
    capsys.readouterr()
    main(**ask)
    assert " 0 asked" in capsys.readouterr().err
    assert (tmp_path / "out" / "ablation.md").read_text("utf-8") == table


def test_the_table_compares_with_the_condition_beside(tmp_path):
    def score(values):
        from eval.metrics.table import METRICS
        from eval.scorefile import ScoreFile

        mean = sum(values.values()) / len(values)
        rows = {name: {metric.source or metric.name: value for metric in METRICS} for name, value in values.items()}
        return ScoreFile("g", {metric.name: {"value": mean} for metric in METRICS}, rows, {})

    before, after = score({f"q{n}": 0.0 for n in range(20)}), score({f"q{n}": float(n > 0) for n in range(20)})
    conditions = [Condition("a", "甲"), Condition("b", "乙", beside="a")]
    table = ablation_table(conditions, {"a": before, "b": after}, ["题集 some"])
    assert "| b | a | 可答题答对 | +95.0 | 0.0002 | 19 | 0 | 变好 |" in table
    assert "| b | 乙 | 95.0% |" in table
