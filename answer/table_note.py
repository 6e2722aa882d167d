"""Question what a mark in a table stands for (打星的是哪年的数) -> the note of the table that explains it."""

import re

from answer.answer import MAX_FACT
from answer.draft import Draft, Statement
from answer.table_rows import docs_asked
from answer.wording import sentence_words
from facts.indicators import link
from index.store import PassageIndex
from retriever.retrieval import Retrieval

MARKS = (
    (re.compile(r"星号|[打带加标画]了?(?:个)?[*＊星]|[*＊]|asterisk|\bstar(?:red)?\b", re.I), re.compile(r"[*＊]")),
    (re.compile(r"[方中]括号|\[\s*\]|［\s*］|square brackets?", re.I), re.compile(r"[\[［]")),
    (re.compile(r"三角|[▲△]"), re.compile(r"[▲△]")),
    (re.compile(r"井号|#"), re.compile(r"[#＃]")),
    (re.compile(r"口径(?!.*(?:怎么|如何|为什么|为啥|原因|具体))"), re.compile(r"口径")),
)
ASKS = re.compile(
    r"意思|代表|指的?(?:是)?(?:什么|啥|哪)|表示|说明|怎么回事|是(?:哪(?:一)?年|什么|啥)|哪(?:一)?年|什么(?:数|数据|口径)|为(?:什么|啥)|干(?:什么|啥|嘛)|"
    r"口径[^，。？?]{0,6}(?:变|改|调|不同|一样|一致)|(?:变|改|换|调)[^，。？?]{0,4}口径|什么口径|"
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
        if (
            passage.kind == "note"
            and passage.doc in docs
            and any(sign.search(passage.text) for sign in signs)
            and _is_on(text, passage.text)
        ):
            region = index.infos[passage.doc].region
            draft.state(Statement(sentence_words(passage.text), passage, passage.start, passage.end, region))
    return draft if draft.citations else None


def _is_on(text: str, note: str) -> bool:
    """Tell whether a note may be on what is asked about: it names none of the indicators that are known, or one of those asked about."""
    named = set(link(note))
    return not named or bool(named & set(link(text)))
