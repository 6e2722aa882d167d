"""A rule that names rows of its document's table by number or by mark (第1项、第2项…实行免申即享) -> those rows."""

import re
from collections.abc import Sequence

from answer.draft import Statement
from answer.wording import row_words
from facts.parts import parts_in
from index.store import PassageIndex

WHICH = re.compile(r"哪些|哪几|哪[两二三四五六七八九]|有啥|都有|列[出举]")
NUMBERED = re.compile(r"\W*(?P<number>\d{1,2})(?!\d)")
MARKED = re.compile(r"标[注有记示](?:了|为|“)*(?P<mark>[▲△★☆※◆●＊*])")
FEWEST = 2  # numbers of rows that a rule names for them to be told


def rows_meant(question: str, ruled: Sequence[Statement], index: PassageIndex) -> list[Statement]:
    """Return the rows that rules name, in the table's order; none where a question does not ask which they are.

    Args:
        question: as typed.
        ruled: the sentences that rule the matter, best first; those of the first that names rows are told.
        index: the documents.
    """
    if not WHICH.search(question):
        return []
    for one in ruled:
        numbers = {part.removeprefix("项") for part in parts_in(one.words) if part.startswith("项")}
        mark = MARKED.search(one.words)
        rows = [passage for passage in index.passages if passage.doc == one.passage.doc and passage.row]
        if mark:
            found = [passage for passage in rows if mark["mark"] in passage.text]
        elif len(numbers) >= FEWEST:
            found = [passage for passage in rows if (number := NUMBERED.match(passage.text)) and number["number"] in numbers]
        else:
            continue
        return [Statement(row_words(passage.row), passage, passage.start, passage.end) for passage in found if passage.row]
    return []
