"""SQuAD or CMRC 2018 file -> ConvertedSet: one document an article, the sentence around each answer as evidence."""

from pathlib import Path
from typing import Any

from eval.external.converted import ConvertedSet, SetDocument, gold_row
from eval.external.quoting import quote_around
from eval.jsonl import read_json
from index.errors import InputError

NOT_FOUND = "the answer stands nowhere in its paragraph"
TOO_LONG = "the answer is too long or its paragraph too short for a quote"


def read_squad(path: Path) -> ConvertedSet:
    """Convert a file of the SQuAD format, version 1 or 2; CMRC 2018 uses it too.

    Questions marked impossible become unanswerable ones.

    Raises:
        InputError: the file has another form.
    """
    documents: list[SetDocument] = []
    gold: list[dict[str, Any]] = []
    left_out: dict[str, list[str]] = {}
    try:
        for number, article in enumerate(read_json(path)["data"], 1):
            doc = f"article-{number:05}"
            paragraphs = article["paragraphs"]
            documents.append(SetDocument(doc, str(article.get("title", "")), "\n\n".join(part["context"] for part in paragraphs) + "\n"))
            for paragraph in paragraphs:
                for item in paragraph["qas"]:
                    _add(gold, left_out, doc, paragraph["context"], item)
    except (KeyError, TypeError, AttributeError) as error:
        raise InputError(f"{path}: expected the SQuAD format, came one without {error}") from error
    return ConvertedSet(tuple(documents), tuple(gold), left_out)


def _add(gold: list[dict[str, Any]], left_out: dict[str, list[str]], doc: str, context: str, item: dict[str, Any]) -> None:
    """Add a question, or say why it is left out."""
    name, question = str(item["id"]), item["question"]
    if item.get("is_impossible"):
        gold.append(gold_row(name, question, (), (), False))
        return
    answers = list(dict.fromkeys(answer["text"].strip() for answer in item["answers"]))
    places = [place for answer in item["answers"] if (place := _place(context, answer)) is not None]
    quotes = list(dict.fromkeys(quote for place in places if (quote := quote_around(context, *place))))
    if quotes:
        gold.append(gold_row(name, question, [answers], [(doc, quote) for quote in quotes], True))
    else:
        left_out.setdefault(TOO_LONG if places else NOT_FOUND, []).append(name)


def _place(context: str, answer: dict[str, Any]) -> tuple[int, int] | None:
    """Return where an answer stands; where the stated place is wrong, as often in CMRC, the first place counts."""
    text, start = answer["text"].strip(), answer.get("answer_start", -1)
    if not text:
        return None
    if not (isinstance(start, int) and start >= 0 and context.startswith(text, start)):
        start = context.find(text)
    return (start, start + len(text)) if start >= 0 else None
