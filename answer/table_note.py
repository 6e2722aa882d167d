"""Question what a mark in a table stands for (打星的是哪年的数) -> the note of the table that explains it."""

import re

from answer.answer import MAX_FACT
from answer.draft import Draft, Statement
from answer.table_rows import docs_asked
from answer.wording import sentence_words
from index.store import PassageIndex
from retriever.retrieval import Retrieval

MARKS = (
    (re.compile(r"星号|[打带加标画]了?(?:个)?[*＊星]|[*＊]|asterisk|\bstar(?:red)?\b", re.I), re.compile(r"[*＊]")),
    (re.compile(r"[方中]括号|\[\s*\]|［\s*］|square brackets?", re.I), re.compile(r"[\[［]")),
    (re.compile(r"三角|[▲△]"), re.compile(r"[▲△]")),
    (re.compile(r"井号|#"), re.compile(r"[#＃]")),
)
ASKS = re.compile(
    r"意思|代表|指的?(?:是)?(?:什么|啥|哪)|表示|说明|怎么回事|是(?:哪(?:一)?年|什么|啥)|哪(?:一)?年|什么(?:数|数据|口径)|为(?:什么|啥)|干(?:什么|啥|嘛)|"
    r"\bmean|stand for|which year|what year",
    re.I,
)


def table_note(retrieval: Retrieval, index: PassageIndex) -> Draft | None:
    """Return the notes of the tables asked about that explain a mark; None where none is asked about, or no note has it.

    Args:
        retrieval: question and hits.
        index: the documents.
    """
    text = retrieval.question.text
    signs = [sign for said, sign in MARKS if said.search(text)]
    if not signs or not ASKS.search(text):
        return None
    draft = Draft(index, MAX_FACT)
    docs = docs_asked(retrieval, index)
    for passage in index.passages:
        if passage.kind == "note" and passage.doc in docs and any(sign.search(passage.text) for sign in signs):
            region = index.infos[passage.doc].region
            draft.state(Statement(sentence_words(passage.text), passage, passage.start, passage.end, region))
    return draft if draft.citations else None
