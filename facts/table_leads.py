"""The sentence right above a table that says for whom its rows are (对…的企业，按下列标准给予奖励：) -> what it asks of all of them."""

import re
from collections.abc import Iterator, Sequence

from facts.asked_terms import pieces_of
from facts.grounds import stripped
from facts.measure import Condition
from facts.parts import items_in, parts_in
from facts.sentences import Sentence, signs
from index.numerals import numeral
from index.passages import Passage

LEAD = re.compile(
    r"^(?:对|凡|面向)?(?P<what>[^。；：]{6,}?)的(?P<head>[^。；：，的]{0,24}(?:企业|单位|机构|人才|人员|个人|毕业生|项目|平台|团队))"
    r"，[^。；：]*(?:给予|发放|奖励|补助|补贴|执行|享受)[^。；：]*：$"
)
CUT = re.compile(r"且(?!未满)|并(?=[\u4e00-\u9fff]{3})|、(?=[^、，]{6,}(?:$|且|、))|，")
REFERS = re.compile(r"^(?:符合|满足|具备)[^，。；]*条件$")
OF_TABLE = re.compile(r"(?:达到|符合|属于|获得|满足)?(?:下列|以下|下表|上述)[^，。；]{0,6}$")  # what the rows tell
ANYBODY = re.compile(r"(?:本[市区县]|各类|相关|有关|申报|上述)?(?:企业|单位|机构|人才|人员|个人|毕业生|项目|平台|团队)")
ITEM = re.compile(r"\s*[（(](?P<number>[一二三四五六七八九十]+)[）)]")
GAP = 120  # characters between such a sentence and the first row: a caption, a line of headers


def of_all_rows(passage: Passage, sentences: Sequence[Sentence]) -> Iterator[Condition]:
    """Yield what the sentence above a table asks of all its rows.

    Args:
        passage: the first row, or another one of the table.
        sentences: those of the document, in order.
    """
    low = passage.scope[0] if passage.scope else passage.start
    above = next((one for one in reversed(sentences) if one.end <= passage.start), None)
    if above is None or low - above.end > GAP:
        return
    whole = stripped(above, "clause")
    lead = LEAD.match(whole.reading)
    if not lead:
        return
    for words in CUT.split(lead["what"]):
        if REFERS.match(words) and parts_in(words):
            yield from _of_items(words, sentences)
        elif len(words) > 1 and not OF_TABLE.search(words):
            yield Condition(above.text, above.start, above.end, "clause", words)
    if not ANYBODY.fullmatch(lead["head"]):
        yield Condition(above.text, above.start, above.end, "clause", lead["head"])


def _of_items(words: str, sentences: Sequence[Sentence]) -> Iterator[Condition]:
    """The conditions in the items of an article that words refer to: 符合第二条第（一）（二）项条件."""
    items = items_in(words)
    for sentence in sentences:
        number = ITEM.match(sentence.text)
        for article in parts_in(sentence.article):
            if number and signs()["item"].match(sentence.text) and numeral(number["number"]) in items.get(article, ()):
                yield from pieces_of(stripped(sentence, "clause"), 0)
