"""Recipe and sources -> the head of the model card; the table of figures is put in by index.training.evaluate."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from index.training.sources import TRAINING_FILES, describe_source

if TYPE_CHECKING:
    from index.training.recipe import Recipe

TABLE = "<!-- figures -->"

CARD = """---
language: zh
license: cc-by-sa-4.0
library_name: sentence-transformers
---
# {name}

A Chinese sentence-embedding model for searching plans, policies and laws on a CPU, trained from nothing but the texts
below. `SentenceTransformer(path)` loads it; questions go through `encode_query`, passages through `encode_document`.

## Form

Static embeddings of {pieces:,} pieces (jieba's frequent words, single characters to fall back on; traditional script,
full width and capitals are folded inside the tokenizer), {dim:,} dimensions, int8:

- {lexical:,} lexical dimensions: a fixed random sketch, {width} dimensions a piece, weighted by how rare it is. Behind a
  Softsign on the passage's side they tell words apart as BM25 does.
- {learned:,} learned dimensions: trained with in-batch softmax, {steps:,} steps of {batch:,} sentences against the text around
  them (a few of a sentence's words against text that holds it in {left_in:.0%} of the pairs), then {epochs} epochs of
  questions with two hard negatives each, mined with BM25, some running text beside them. `parts.toml` says where they
  start: beside BM25 they are compared by themselves, and weigh more where the question's wording is held by no passage.

Made by `python -m index.training --data DIR` (seed {seed}); `LOG.md` beside the program tells what else was tried.

## Data

| file | what | licence | bytes | SHA-256 |
|---|---|---|---|---|
{sources}

Besides these, headings and row names of the plans in `corpus/documents` and of the government reports, over the text under
them, some of them in the words people use (`facts/lexicon/synonyms.toml`). No question or passage of a judging set of
CMRC 2018 or DRCD, and no question of STARD's held-out part, was trained on; statutes were read as plain text, therefore
STARD is also measured on articles that stand in no training pair. The weights are under CC BY-SA 4.0, as the data ask.

## Figures

{table}

## Limits

It knows words, not their order: "A 高于 B" and "B 高于 A" are the same to it. It has read news, laws and reports of some
fifty million characters, so everyday wording far from these is matched poorly. Other languages than Chinese it hardly knows.
"""


def write_card(folder: Path, data: Path, recipe: Recipe) -> None:
    """Write README.md of a model folder, without figures.

    Args:
        folder: the model folder.
        data: folder of the training files, read for their digests.
        recipe: how the model was made.
    """
    sources = []
    for name, (what, licence) in TRAINING_FILES.items():
        source = describe_source(data / name)
        sources.append(f"| {source.name} | {what} | {licence} | {source.size:,} | `{source.sha256}` |")
    schedule = recipe.schedule
    text = CARD.format(
        name=folder.name,
        pieces=recipe.pieces,
        dim=recipe.n_lexical + recipe.n_learned,
        lexical=recipe.n_lexical,
        width=recipe.width,
        learned=recipe.n_learned,
        steps=schedule.text_steps,
        batch=schedule.text_batch,
        left_in=recipe.views.left_in,
        epochs=schedule.question_epochs,
        seed=recipe.seed,
        sources="\n".join(sources),
        table=TABLE,
    )
    (folder / "README.md").write_text(text, encoding="utf-8")


def put_table(folder: Path, lines: str) -> None:
    """Replace the figures of a model card.

    Raises:
        ValueError: the card has no place for them.
    """
    card = folder / "README.md"
    head, found, tail = card.read_text(encoding="utf-8").partition("## Figures\n")
    rest = tail.partition("## Limits\n")[2]
    if not found or not rest:
        raise ValueError(f"{card}: expected the sections Figures and Limits")
    card.write_text(f"{head}## Figures\n\n{lines}\n\n## Limits\n{rest}", encoding="utf-8")
