"""Question and evidence -> a refusal with its reason, or None where the documents do answer."""

import re

from answer.absent import SUMS, lacking_attribute, lacking_object
from answer.absent_charge import lacking_charge
from answer.absent_years import lacking_actual, lacking_payout, lacking_year, lacking_year_of_body
from answer.answer import Refusal
from answer.case import Case
from answer.jurisdiction import lacking_part, lacking_town, missing_place, quoted_elsewhere
from answer.meant_measures import meant_measures
from answer.missing_name import lacking_name
from answer.other_grade import other_grade
from answer.reckon import asks_support
from answer.things import is_framing
from answer.topic import SMALL_TALK, UNSAFE, of_daily_life, on_topic, signs_of
from answer.unheard import unheard_name
from answer.unknown_thing import unknown_thing
from answer.unpaid import unpaid
from answer.vocabulary import QUOTED
from facts.attributes import provisions_asked
from index.instructions import instructs_a_model
from index.lexical import word_spans
from retriever.described import names_indicator

KINDS = (
    lacking_object,
    quoted_elsewhere,
    lacking_part,
    lacking_town,
    lacking_attribute,
    lacking_actual,
    lacking_payout,
    lacking_year,
    lacking_year_of_body,
    lacking_charge,
    lacking_name,
    unpaid,
    unknown_thing,
    other_grade,
)
WRITES = re.compile(
    r"(?:帮|替|给|为)(?:我们?|咱们?|公司|企业)?[^，。？?]{0,6}(?:写|起草|草拟|撰写|拟|编写|润色)[^，。？?]{0,16}"
    r"(?:申[报请](?:书|材料|表|文本|报告)|计划书|可行性|报告|方案|总结|稿|邮件|合同|标书|ppt|论文|文案|证明|公文)|代写",
    re.I,
)
VAGUE = re.compile(
    r"(?:[\s和与跟、，,比相市区县]|这?两个?(?:地方|地|市|县)|到底|究竟|哪(?:个|家|边|里|地|一个)?(?:地方)?|谁)*(?:更|最|比较)?"
    r"(?:强|好|厉害|牛|优秀|先进|领先|行)(?:一?些|一?点|呢|啊|吗|了)*[？?。！!\s]*"
)
SUM_WORDS = frozenset(f"具体的{name}" for name in SUMS)
KNOWN = 0.6  # share of what a turn speaks of, by weight, that the documents have words for
OF_KIND = re.compile(r"规划|方案|文件|计划|意见|办法|政策|通知|措施|指南|细则")


def refuse(case: Case) -> Refusal | None:
    """Return why a question cannot be answered from the documents, or None."""
    if UNSAFE.search(case.text) or instructs_a_model(case.text):
        return Refusal("unsafe", "这个要求不能照办：策问只依据已收录的政策文件原文作答，不改变规则，也不编造内容。")
    if SMALL_TALK.match(case.text) or _is_of_daily_life(case) or not case.evidence or not _is_on_topic(case):
        return Refusal("off_topic", "资料中没有与这个问题有关的内容。策问只回答已收录的科技规划和政策文件里的问题。")
    if WRITES.search(case.text):
        return Refusal("off_topic", "策问不代写材料，只依据已收录的规划和政策文件回答问题。")
    if _is_vague(case):
        return Refusal("off_topic", "资料没有说明谁总体上更好，要指明比哪项指标才能比较。")
    if place := missing_place(case):
        return Refusal("other_jurisdiction", f"资料中没有{place}的规划或数据，不能用其他地方的内容代替。")
    if name := unheard_name(case):
        return Refusal("not_in_corpus", f"资料没有提到“{name}”。")
    kinds = (lacking_attribute,) if case.question.about_document else KINDS
    lacking = next((words for kind in kinds if (words := kind(case)) and not _is_told_by_measure(words, case)), "")
    return Refusal("not_in_corpus", f"资料没有说明{lacking}。") if lacking else None


def lacks_sum(refusal: Refusal) -> bool:
    """Tell whether a refusal says that no sum is stated."""
    return any(refusal.text == f"资料没有说明{words}。" for words in SUM_WORDS)


def _is_told_by_measure(words: str, case: Case) -> bool:
    """Tell whether it is a sum that no evidence states, and a measure is meant that pays one."""
    return words in SUM_WORDS and bool(meant_measures(case))


def _is_vague(case: Case) -> bool:
    """Tell whether places are to be held against each other in nothing that a question names (甲市和乙市哪个更强)."""
    rest = case.text
    for place in case.question.places:
        rest = rest.replace(place.stem, " ")
    return len(case.regions) > 1 and not case.question.follows and bool(VAGUE.fullmatch(rest))


def _goes_on(case: Case) -> bool:
    """Tell whether the turn that a question goes on from speaks of what the documents have words for, and so does the question."""
    own = {concept.key for concept in case.concepts}
    before = [concept for concept in case.carried() if concept.key not in own and not is_framing(concept.key, case.question)]
    known = sum(concept.weight * case.vocabulary.share(concept) for concept in before)
    mostly = known >= KNOWN * sum(concept.weight for concept in before)
    return bool(before) and mostly and any(case.vocabulary.share(concept) >= KNOWN for concept in case.concepts)


def _is_of_daily_life(case: Case) -> bool:
    """Tell whether a question is of daily life, in words that no document writes beside a sum."""
    begins = {start for _, start, _ in word_spans(case.text)}  # 对外|卖技术 sells no meals
    said = [found.group() for found in of_daily_life().finditer(case.text) if found.start() in begins]
    return bool(said) and not (asks_support(case.text) and all(any(one in text for text in case.index.texts.values()) for one in said))


def _is_on_topic(case: Case) -> bool:
    if case.question.about_document and (case.retrieval.regions or OF_KIND.search(case.text)):
        return True
    if case.question.follows and (case.retrieval.regions or _goes_on(case)):  # few words of its own to judge by
        return True
    if asks_support(case.text):  # what somebody gets is what policies are about, in whatever words
        return True
    if provisions_asked(case.text) and any(info.is_policy for info in case.index.documents):
        return True
    if any(map(case.vocabulary.holding, QUOTED.findall(case.text))):  # a name of theirs
        return True
    return on_topic(signs_of(case)) or names_indicator(case.text)
