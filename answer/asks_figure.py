"""Question -> whether a figure is asked for, a list of indicators, or nothing that figures of plans could answer."""

import re

from answer.absent_years import ACTUAL
from answer.asked import CALCULATED
from answer.interrogatives import interrogatives
from answer.numbers_per import PER
from answer.unreached import asks_result
from facts.attributes import wanted
from retriever.linking import MONEY
from retriever.question import Question
from retriever.rest import plain_rest, spoken
from retriever.slots import Slots
from retriever.years import years_in

AMOUNT = re.compile(
    r"多少|几(?!乎|何)|百分|多[大高快远]|第几|[最更][高低多少大小快慢强]|[高低多少大小快慢强](?:[吗？?]|$)|[谁哪][^，。？?]{0,14}[高低多少大小快慢强厚]|"
    r"呢|排|比|倍|差|目标|合计|总共|一共|达标|涨|增|[数率额值量](?:$|[，。？?是各分])|占|面积|规模|名次|位次|指标|没有?$|没$|吗$|\d"
)
LIST_WORDS = re.compile(r"主要|核心|科技|创新|发展|指标|表|设|列|有|提出|包括|都|共|[哪几些个项出里中是多了在它上与]|十[二三四五]五|年")
OTHER_MATTER = re.compile(
    r"什么(?!比例|水平|数|要求|量级)|哪些(?!地方|地区|城市|区县|县市|市县|县区|(?:设|定|写|提|给)(?:了|出|明|过))|哪几(?![年个])|为什么|为何|"
    r"几[“\"]|会不会|能不能(?!直接比|比)|可不可以(?!直接比|比)|口径(?![^，。？?]*(?:多少|几))|优先|照顾|扶持|"
    r"连(?:续|着)了?(?:几|多少)[年届次]|政策|区别|不同(?!数)|意思|是指|怎么办|"
    r"which (?:measures|policies)|why",
    re.I,
)
TWO_FIGURES = re.compile(
    r"前后(?:不一致|不一样|矛盾|对不上|不统一|不同)|[两俩](?:处|种)(?:说法|不一致|不一样|数|写法)|一个\d[^，。？?]{0,10}一个\d|一会儿[^。？?]{1,20}一会儿|两个数|"
    r"[两俩]个(?:不同|不一样)?的?(?:目标)?(?:数[字值据]?|值)|(?:two|different) (?:different )?(?:numbers|values|figures|targets)",
    re.I,
)  # why there are two of one thing
NO_FIGURES = ("联系方式", "网址", "申报时间", "人员姓名", "地址", "申报材料", "文号或印发日期", "租金", "总投资")
SOME = re.compile(r"^[^，。？?]*(?:手[里头上]|我们?|咱们?|公司|厂里?)[^，。？?]{0,4}有(?:了|着)?几[个项件][^，。？?]*，")  # tells of some
GIVEN = re.compile(r"(?:给|奖|补|拿|领|发)[^，。？?]{0,4}(?:多少钱|几万|多少万|多少块)|多少钱(?:$|[？?])")  # a sum that somebody gets


def only_lists(question: Question) -> bool:
    """Tell whether nothing but the indicators themselves is asked for, no kind or size of them."""
    rest = plain_rest(spoken(question.text), question.places)
    return not LIST_WORDS.sub("", rest).strip()


def asks_figure(question: Question, slots: Slots) -> bool:
    """Tell whether a figure is asked for: in so many words, or by naming a year and nothing else that could be told."""
    if slots.asks(*CALCULATED, "list_indicators") or (slots.asks("conflict") and TWO_FIGURES.search(slots.text)):
        return True
    if OTHER_MATTER.search(slots.text) or (GIVEN.search(slots.text) and not PER.search(slots.text)):
        return False
    per = bool(PER.search(slots.text))
    return question.wants_number or per or slots.achieved or not slots.operations <= {"lookup"} or bool(years_in(slots.text))


def asks_amount(text: str) -> bool:
    """Tell whether a question asks for an amount, a share, a rank or an order in so many words.

    >>> asks_amount("可以借谁的力"), asks_amount("各要建几家"), asks_amount("谁的研发强度高")
    (False, True, True)
    >>> asks_amount("手里有几个专利，想拿去抵押，行不行")
    False
    """
    return bool(AMOUNT.search(text)) and not (SOME.search(text) and not interrogatives(text))


def may_answer(text: str) -> bool:
    """Tell whether figures of a plan may answer although no sentence was found to: not for results or sums of money to be had.

    >>> may_answer("每万个上班的人里搞研发的各多少"), may_answer("2025年高企实际达到多少"), may_answer("高企奖多少")
    (True, False, False)
    """
    return not (ACTUAL.search(text) or asks_result(text) or MONEY.search(text) or any(kind.name in NO_FIGURES for kind in wanted(text)))
