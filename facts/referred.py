"""A measure for whoever meets the conditions of another provision (符合第六条条件的创业者…) -> the sentences that state them."""

import re
from collections.abc import Iterator, Sequence

from facts.numerals import arabic
from facts.reaches import PAYS, RATED
from facts.sentences import Sentence, signs

NUMERAL = r"[一二三四五六七八九十百]+"
REFERS = re.compile(
    rf"(?:符合|满足|具备)(?:(?P<own>本条|前款|前述|上款)|(?P<article>第(?:{NUMERAL}|[（(]{NUMERAL}[）)])条))(?:所?(?:规定|列)的?)?"
    r"[^，。；、]{0,6}条件的?(?=[^，。；、\s])"
)


def referred(first: Sentence, sentences: Sequence[Sentence]) -> Iterator[Sentence]:
    """Yield the sentence by whose conditions a measure says whom it is for: of the article it names, or before it in its own.

    Args:
        first: the first sentence of a measure.
        sentences: those of its document, in order.
    """
    match = REFERS.search(re.sub(r"\s", "", first.text))
    if not match:
        return
    if match["own"]:
        paragraph = [one for one in sentences if one.passage is first.passage and one.start < first.start]
    else:
        paragraph = [one for one in sentences if match["article"] in (one.article, _numbered(one)) and one.start != first.start]
    yield from [one for one in paragraph if _pays(one)][:1]


def _numbered(sentence: Sentence) -> str:
    """The item that a sentence opens as an article of its own: 第（三）条."""
    item = signs()["item"].match(sentence.text)
    return f"第{item.group().strip()}条" if item else ""


def _pays(sentence: Sentence) -> bool:
    words = arabic(re.sub(r"\s", "", sentence.text))
    return bool(PAYS.search(words) or RATED.search(words) or re.search(r"补贴\d", words))
