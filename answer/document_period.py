"""A document -> its title page and the sentences in which it says for which years it is made."""

import re

from answer.answer import MAX_CITATION
from answer.draft import Statement
from answer.wording import sentence_words, shorten
from index.catalog import DocumentInfo
from index.sentences import sentence_spans
from index.store import PassageIndex

PERIOD = re.compile(
    r"(?:规划|方案|计划|实施|执行|行动)(?:的)?(?:期限?|年限|时限|期间)\s*(?:为|是|自|从|[:：])|(?:规划|计划|实施|执行)(?:期限?|年限)[^。；;]{0,12}(?:19|20)\d{2}|"
    r"(?:基期|基准年|展望(?:到|至|期))[^。；;]{0,12}(?:19|20)\d{2}"
)
TELLS = re.compile(r"(?:19|20)\d{2}|征求意见|试行|草案|送审|暂行")  # what a title page says of period and status
ATTACHED = re.compile(r"^附件\s*\d*\s*[:：]?\s*")  # that the document was, of another
QUOTED = 120  # characters quoted of a title page


def title_page(info: DocumentInfo, index: PassageIndex) -> list[Statement]:
    """Return a document's title page where it tells its years, its day or its status; [] elsewhere."""
    first = next((passage for passage in index.passages if passage.doc == info.id and passage.kind == "title"), None)
    if first is None or not TELLS.search(first.text):
        return []
    words = shorten(ATTACHED.sub("", sentence_words(first.text)), QUOTED)
    return [Statement(words, first, first.start, min(first.end, first.start + MAX_CITATION))]


def period_said(info: DocumentInfo, index: PassageIndex) -> list[Statement]:
    """Return the sentences in which a document names its period, in their order."""
    text = index.texts[info.id]
    found: list[Statement] = []
    for passage in index.passages:
        if passage.doc != info.id or passage.row or passage.kind == "title" or not PERIOD.search(text, passage.start, passage.end):
            continue
        for start, end in sentence_spans(text, passage.start, passage.end):
            if PERIOD.search(text, start, end) and end - start <= MAX_CITATION:
                told = Statement(sentence_words(text[start:end]), passage, start, end)
                if all(told.words != other.words for other in found):
                    found.append(told)
    return found
