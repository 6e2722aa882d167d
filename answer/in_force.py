"""A question for the documents that still hold -> those whose period covers the year asked about, and those that are over."""

import re
from collections.abc import Sequence
from datetime import date

from answer.answer import MAX_ANSWER, MAX_CITATION
from answer.case import Case
from answer.document_period import ATTACHED
from answer.draft import Draft, Statement
from answer.of_document import catalogued
from answer.provisions import validity
from answer.wording import sentence_words, shorten
from facts.regions import stem_of
from index.catalog import DocumentInfo

TEXTS = r"(?:规划|文件|方案|计划|纲要)"
WHICH = re.compile(
    rf"哪(?:一|几|些)?(?:个|份|些|部)?[^，。？?]{{0,10}}{TEXTS}|{TEXTS}[^，。？?]{{0,16}}(?:哪(?:一|几)?(?:个|份|些|部)|有哪些)"
)
HOLDS = re.compile(
    r"(?:还|仍|正)(?:在|然)*(?:执行|有效|生效|实施|管用|算数|适用|管着)|没有?(?:过期|到期|失效|期满)|(?:20\d{2}年?[、和到至,，]?)+[^，。？?]{0,4}(?:还|仍)?(?:有|定了|设了|提了|写了)(?:目标|安排|要求)|(?:该|应当|要)(?:看|按|照着?|查|参考|依据|用(?=哪))|以[^，。？?]{0,12}为准|现行|(?:有效|执行)期内|在执行"
)
YEAR = re.compile(r"(?<!\d)(20\d{2})年?")
FIGURE_TOO = re.compile(r"哪[一]?个(?:数|值|目标|指标)|什么数|多少")  # what a document sets is asked for as well
QUOTED = 80  # characters quoted of a document's title page


def in_force(case: Case, today: date) -> Draft | None:
    """Return the answer, None where something else is asked.

    Args:
        case: the question with its evidence.
        today: the day to answer for, where the question names no year.
    """
    if case.question.english or FIGURE_TOO.search(case.text) or not (WHICH.search(case.text) and HOLDS.search(case.text)):
        return None
    own = [info for info in case.index.documents if not case.regions or info.region in case.regions]
    named = YEAR.search(case.text)
    year = int(named[1]) if named else today.year
    draft = Draft(case.index, MAX_ANSWER)
    covering = _covering(own, year)
    if not covering:
        draft.say(f"资料中没有{'、'.join(case.regions)}规划期涵盖{year}年的文件。")
        above = {case.gazetteer.region(case.gazetteer.parent(stem_of(region))) for region in case.regions}
        covering = _covering([info for info in case.index.documents if info.region and info.region in above], year)
    for info in covering:
        draft.say(f"《{info.title}》：{catalogued(info, today)}，涵盖{year}年。")
        for told in [*validity(info, case.index)[:1], *_titled(info, case)][:1]:
            draft.state(told)
    over = [info for info in own if info.years and info.years[1] < year]
    if over:
        draft.say("已经期满的：" + "；".join(f"《{info.title}》（{info.period}年）" for info in over) + "。")
        for told in _titled(over[0], case) if not covering else ():
            draft.state(told)
    return draft if draft.citations else None


def _covering(documents: Sequence[DocumentInfo], year: int) -> list[DocumentInfo]:
    return [info for info in documents if info.years and info.years[0] <= year <= info.years[1]]


def _titled(info: DocumentInfo, case: Case) -> list[Statement]:
    """The title page of a document, or what it opens with."""
    own = [passage for passage in case.index.passages if passage.doc == info.id]
    first = next((passage for passage in own if passage.kind == "title"), own[0] if own else None)
    if first is None:
        return []
    words = shorten(ATTACHED.sub("", sentence_words(first.text)), QUOTED)
    return [Statement(words, first, first.start, min(first.end, first.start + MAX_CITATION), info.region)]
