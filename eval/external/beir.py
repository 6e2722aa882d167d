"""BEIR folder (corpus.jsonl, queries.jsonl, qrels/NAME.tsv) -> ConvertedSet, and qrels on its document ids."""

import csv
from pathlib import Path

from eval.external.converted import ConvertedSet, SetDocument
from eval.jsonl import read_objects
from index.errors import InputError

Qrels = dict[str, dict[str, int]]  # query id -> document id -> grade
UNJUDGED = "the query has no relevant document"


def read_beir(folder: Path, split: str = "test") -> tuple[ConvertedSet, Qrels]:
    """Convert a folder of the BEIR format; ids of documents are made new, for theirs need not be file names.

    Raises:
        InputError: a file is missing or has another form, or a judgment names an unknown document.
    """
    judged = read_qrels(folder / "qrels" / f"{split}.tsv")
    documents: list[SetDocument] = []
    new_ids: dict[str, str] = {}
    for number, row in read_objects(folder / "corpus.jsonl"):
        if not isinstance(row.get("_id"), str) or not isinstance(row.get("text"), str):
            raise InputError(f"{folder / 'corpus.jsonl'}, line {number}: expected _id and text, came {list(row)}")
        title = str(row.get("title") or "")
        new_ids[row["_id"]] = f"beir-{len(documents) + 1:06}"
        documents.append(SetDocument(new_ids[row["_id"]], title, "\n\n".join(part for part in (title, row["text"]) if part) + "\n"))
    questions, left_out = [], []
    for number, row in read_objects(folder / "queries.jsonl"):
        if not isinstance(row.get("_id"), str) or not isinstance(row.get("text"), str):
            raise InputError(f"{folder / 'queries.jsonl'}, line {number}: expected _id and text, came {list(row)}")
        if any(judged.get(row["_id"], {}).values()):
            questions.append({"id": row["_id"], "question": row["text"]})
        else:
            left_out.append(row["_id"])
    try:
        qrels = {row["id"]: {new_ids[doc]: grade for doc, grade in judged[row["id"]].items()} for row in questions}
    except KeyError as error:
        raise InputError(f"{folder}: expected judgments on documents of corpus.jsonl, came {error}") from error
    return ConvertedSet(tuple(documents), tuple(questions), {UNJUDGED: left_out} if left_out else {}), qrels


def read_qrels(path: Path) -> Qrels:
    """Return the judgments of a TSV with the columns query-id, corpus-id, score.

    Raises:
        InputError: the file is missing or has another form.
    """
    qrels: Qrels = {}
    try:
        with path.open(encoding="utf-8-sig", newline="") as file:
            reader = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
            for row in reader:
                qrels.setdefault(row["query-id"], {})[row["corpus-id"]] = int(row["score"])
    except (OSError, UnicodeDecodeError, KeyError, TypeError, ValueError) as error:
        raise InputError(f"{path}: expected a TSV with query-id, corpus-id, score, came: {error!r}") from error
    if not qrels:
        raise InputError(f"{path}: expected at least one judgment, came none")
    return qrels


def qrels_text(qrels: Qrels) -> str:
    """Return the TSV of judgments."""
    lines = [f"{query}\t{doc}\t{grade}" for query, graded in qrels.items() for doc, grade in graded.items()]
    return "\n".join(["query-id\tcorpus-id\tscore", *lines]) + "\n"
