"""Parts of the training of the shipped model, each on a small made-up text."""

import numpy as np
import pytest
import torch
from sentence_transformers import SentenceTransformer

from index.training.card import put_table
from index.training.export import Balance, export_model, joined_table, quantise
from index.training.meaning import Schedule, contrast, train_meaning
from index.training.measures import bootstrap_difference, measure
from index.training.pairs import PairBatches, encode_bags, make_pair_set
from index.training.questions import Judged, hold_out
from index.training.sentences import encode_texts
from index.training.sketch import piece_weights, sketch_table
from index.training.structure_pairs import read_structure
from index.training.table import EmbeddingTable
from index.training.views import TextBatches, ViewSettings, draw_view
from index.training.vocabulary import choose_pieces, count_words, make_tokenizer

pytestmark = pytest.mark.filterwarnings("ignore:Sparse CSR tensor support is in beta")

THEMES = (
    "财政局负责预算编制与国库管理，财政资金实行绩效评价。预算执行接受审计监督，结余资金收回国库。",
    "水利部门巡查堤防与水库，汛期加强水库调度。堤防除险加固列入计划，水库蓄水按规程控制。",
    "学校开设实验课程，教师辅导学生竞赛。学生参加夏令营，教师评选骨干，课程纳入考核。",
    "医院改善急诊流程，医生接受培训。急诊病人优先处置，医院公布候诊时间，医生轮班值守。",
)
TEXTS = [theme * 3 for theme in THEMES for _ in range(4)]
QUESTIONS = ("国库结余怎么办", "水库什么时候调度", "学生参加什么", "急诊病人怎么处置")


@pytest.fixture(scope="module")
def tokenizer():
    return make_tokenizer(choose_pieces(count_words(TEXTS), 8_000))


@pytest.fixture
def judged():
    return Judged("small", QUESTIONS, THEMES, tuple(frozenset([i]) for i in range(4)))


def test_traditional_script_and_full_width_are_the_same_pieces(tokenizer):
    assert (
        tokenizer.encode("財政資金２０２５", add_special_tokens=False).ids == tokenizer.encode("财政资金2025", add_special_tokens=False).ids
    )


def test_held_out_questions_share_no_passage_with_kept_ones():
    judged = Judged("", tuple("甲乙丙丁"), ("一", "二", "三"), (frozenset([0]), frozenset([0, 1]), frozenset([1]), frozenset([2])))
    kept, held = hold_out(judged, 0.5)
    seen = set().union(*(judged.relevant[i] for i in kept), set())
    assert sorted(kept + held) == [0, 1, 2, 3]
    assert not seen & set().union(*(judged.relevant[i] for i in held), set())


def test_rare_pieces_weigh_more_and_rows_have_mean_length_one():
    weights = piece_weights(np.array([1_000, 10, 0]))
    assert weights[0] < weights[1] < weights[2]
    table = sketch_table(weights, 32, 4, np.random.default_rng(0))
    assert (np.count_nonzero(table, axis=1) == 4).all()
    assert np.linalg.norm(table, axis=1).mean() == pytest.approx(1.0, rel=1e-5)


def test_a_view_never_holds_its_own_sentence_unless_a_few_words_are_asked(tokenizer):
    text = encode_texts(tokenizer, TEXTS)
    rng = np.random.default_rng(0)
    for _ in range(50):
        view = draw_view(text, 1, ViewSettings(left_in=0.0), rng)
        assert view is not None
        inside = text.pieces(view.first, view.last)
        assert len(inside) == len(view.query) + len(view.around)
        asked = draw_view(text, 1, ViewSettings(left_in=1.0), rng)
        assert asked is not None
        assert len(asked.query) <= ViewSettings().most
        assert set(asked.query.tolist()) <= set(asked.around.tolist())


def test_pooling_is_the_mean_and_a_step_lowers_the_loss():
    table = EmbeddingTable(torch.randn(6, 4, generator=torch.Generator().manual_seed(0)))
    bags = [np.array([0, 0, 1]), np.array([2])]
    assert torch.allclose(table.pool(bags).means[0], (2 * table.values[0] + table.values[1]) / 3)

    def loss():
        queries, documents = table.pool([np.array([0]), np.array([1])]), table.pool([np.array([3]), np.array([4])])
        return [queries, documents], contrast(queries.means, documents.means, np.zeros((2, 2), dtype=bool), 5.0, True)

    first = float(loss()[1].detach())
    for _ in range(30):
        pooled, value = loss()
        value.backward()
        table.step(pooled, 0.05)
    assert float(loss()[1].detach()) < first / 2


def test_hard_negatives_are_wrong_passages_and_masked_where_right(tokenizer, judged):
    pairs = make_pair_set(judged, [0, 1, 2], [3], tokenizer)
    assert (pairs.hard[3] == -1).all()
    for question in (0, 1, 2):
        negatives = set(pairs.hard[question][pairs.hard[question] >= 0].tolist())
        assert negatives == {0, 1, 2} - {question}
    batches = PairBatches([pairs], np.random.default_rng(0))
    batch = batches.batch([(0, 0), (0, 1)])
    assert not batch.masked[0, 0] and not batch.masked[1, 1]
    for row, own in enumerate((0, 1)):
        for column, bag in enumerate(batch.documents):
            if column != row and np.array_equal(bag, pairs.passages[own]):
                assert batch.masked[row, column]


def test_training_brings_questions_to_their_passages_and_the_model_loads(tokenizer, judged, tmp_path):
    rng = np.random.default_rng(0)
    text = encode_texts(tokenizer, TEXTS)
    weights = piece_weights(np.bincount(text.ids, minlength=tokenizer.get_vocab_size()))
    start = rng.standard_normal((len(weights), 16)).astype(np.float32)
    table = EmbeddingTable(torch.from_numpy(start))
    before = measure(table.embed(encode_bags(tokenizer, QUESTIONS)) @ table.embed(encode_bags(tokenizer, THEMES)).T, judged.relevant)
    pairs = PairBatches([make_pair_set(judged, range(4), [], tokenizer)], rng)
    schedule = Schedule(text_steps=30, text_batch=8, question_epochs=20, question_batch=4)
    train_meaning(table, TextBatches([text], [1.0], ViewSettings(), rng), pairs, schedule)
    after = measure(table.embed(encode_bags(tokenizer, QUESTIONS)) @ table.embed(encode_bags(tokenizer, THEMES)).T, judged.relevant)
    assert after["MRR@10"].mean() == 1.0 > before["MRR@10"].mean()

    lexical = sketch_table(weights, 32, 4, rng)
    export_model(tmp_path / "model", tokenizer, joined_table(lexical, table.values.numpy(), Balance()), 32, Balance())
    model = SentenceTransformer(str(tmp_path / "model"), device="cpu", local_files_only=True)
    questions, passages = model.encode_query(list(QUESTIONS)), model.encode_document(list(THEMES))
    assert np.allclose(np.linalg.norm(passages, axis=1), 1, atol=1e-4)
    assert (questions @ passages.T).argmax(axis=1).tolist() == [0, 1, 2, 3]


def test_int8_rows_stay_within_half_a_step():
    table = np.random.default_rng(0).standard_normal((5, 7)).astype(np.float32)
    rows, scales = quantise(table)
    assert (np.abs(rows * scales[:, None] - table) <= scales[:, None] / 2 + 1e-6).all()


def test_headings_and_row_names_become_questions_in_spoken_words():
    text = "# 某市规划\n\n## 一、培育高新技术企业\n\n到2025年，建立梯度培育库，完善服务，分类指导申报工作，壮大创新主体队伍规模。\n"
    structure = read_structure("small", [text], {"高企": ["高新技术企业"]}, np.random.default_rng(1))
    assert structure.questions and all("梯度培育库" in structure.passages[next(iter(found))] for found in structure.relevant)


def test_bootstrap_holds_a_sure_difference_and_doubts_none():
    ours, theirs = np.ones(50), np.zeros(50)
    assert bootstrap_difference(ours, theirs) == (1.0, 1.0, 1.0)
    mixed = np.tile([1.0, 0.0], 25)
    mean, low, high = bootstrap_difference(mixed, mixed[::-1].copy())
    assert low < 0 < high and mean == 0
    with pytest.raises(ValueError, match="same questions"):
        bootstrap_difference(ours, theirs[:3])


def test_figures_take_their_place_in_the_card(tmp_path):
    card = tmp_path / "README.md"
    card.write_text("# x\n\n## Figures\n\nold\n\n## Limits\n\nnone\n", encoding="utf-8")
    put_table(tmp_path, "| new |")
    assert card.read_text(encoding="utf-8") == "# x\n\n## Figures\n\n| new |\n\n## Limits\n\nnone\n"
    card.write_text("nothing", encoding="utf-8")
    with pytest.raises(ValueError, match="Figures"):
        put_table(tmp_path, "")
