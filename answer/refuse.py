"""Question and evidence -> a refusal with its reason, or None where the documents do answer."""

import re
from collections.abc import Sequence

from answer.answer import Refusal
from answer.evidence import Evidence
from facts.regions import Gazetteer, stem_of
from index.store import PassageIndex
from retriever.concepts import Concept
from retriever.retrieve import Retrieval

MIN_COVERAGE = 0.30  # of the best evidence; below it nothing near was found
MIN_CLOSENESS = 0.20  # cosine of the nearest passage; below it the question is about something else
UNSAFE = re.compile(
    r"忽略(?:以上|前面|之前|上面|所有|你的)|无视(?:以上|前面|之前|规则)|(?:系统|初始)提示词?|system prompt|ignore (?:all|the|any|previous|above)|disregard|jailbreak|"
    r"越狱|扮演|假装你|你现在是|编造|伪造|捏造|造假|瞎编|改成.{0,10}(?:数据|数字|目标)|developer mode|开发者模式|api.?key|password|密码|傻|蠢|滚|去死|废物|垃圾|笨蛋",
    re.I,
)
WANTED = (
    (re.compile(r"电话|联系方式|手机号|热线|邮箱|phone|email|contact number", re.I), re.compile(r"\d{7,}|\d{3,4}-\d{7,8}|@"), "联系方式"),
    (re.compile(r"网址|网站|链接|官网|website|url", re.I), re.compile(r"https?://|www\."), "网址"),
    (re.compile(r"(?:申报|申请|截止|受理|报名|递交|提交).{0,6}(?:时间|日期|几号|到什么时候|哪天|几月|截止)|截止(?:日期|时间)|deadline|什么时候(?:截止|申报|申请|报名)", re.I), re.compile(r"\d{1,2}月\d{1,2}日|截止"), "申报时间"),
    (re.compile(r"(?:局长|书记|市长|区长|主任|负责人|联系人|领导)(?:是谁|叫什么|姓名|名字|哪位)|谁是.{0,8}(?:局长|书记|市长|区长|主任)|who is the (?:mayor|director)", re.I), re.compile(r"(?!)"), "人员姓名"),
    (re.compile(r"(?:办公|办事|受理)?(?:地址|地点)(?:在哪|是)|在哪里办|去哪(?:里|儿)?办|门牌|几楼|窗口在", re.I), re.compile(r"\d+号|地址"), "办理地点"),
    (re.compile(r"多少钱|多少万|几万|金额|(?:最高|上限|封顶|一次性|额度|标准).{0,8}(?:多少|几|是)|奖(?:励|补)?.{0,6}多少|补.{0,8}多少|给多少|能拿多少|发多少|how much (?:money|subsidy|cash|is the)", re.I), re.compile(r"\d[\d.,]*\s*(?:亿|万|千|百)?元|\d+(?:\.\d+)?\s*[%％]|百分之"), "金额或比例"),
    (re.compile(r"实际(?:完成|达到|是|做到|值|数)|最终(?:完成|达到)|完成(?:情况|得怎么样|了吗|没有|了没)|达成了吗|实现了吗|到底完成|actual(?:ly)?|achieved", re.I), re.compile(r"完成|达到|达|实现"), "实际完成数"),
)


def refuse(retrieval: Retrieval, evidence: Sequence[Evidence], concepts: Sequence[Concept], index: PassageIndex, gazetteer: Gazetteer) -> Refusal | None:
    """Return why a question cannot be answered from the documents, or None.

    Args:
        retrieval: question and hits.
        evidence: pieces found in the hits, best first.
        concepts: what the question asks about.
        index: where they come from.
        gazetteer: knows places.
    """
    text = retrieval.question.text
    if UNSAFE.search(text):
        return Refusal("unsafe", "这个问题不在策问能回答的范围内：策问只依据政策文件原文作答，不改变规则，也不编造内容。")
    if retrieval.question.about_document and (retrieval.regions or evidence):
        return None
    best = max((item.coverage for item in evidence[:5]), default=0.0)
    nearest = float(retrieval.dense.max()) if len(retrieval.dense) else 0.0
    if not evidence or not concepts or (best < MIN_COVERAGE / 2 and nearest < 2 * MIN_CLOSENESS) or nearest < MIN_CLOSENESS:
        return Refusal("off_topic", "资料中没有与这个问题有关的内容。策问只回答已收录的科技规划和政策文件里的问题。")
    if missing := _missing_place(retrieval, evidence, index, gazetteer):
        return Refusal("other_jurisdiction", f"资料中没有{missing}的规划或政策，不能用其他地方的数据代替。")
    if lacking := _lacking(retrieval, evidence, index):
        return Refusal("not_in_corpus", f"资料没有说明{lacking}。")
    if best < MIN_COVERAGE:
        return Refusal("not_in_corpus", "资料中没有找到能回答这个问题的内容。")
    return None


def _missing_place(retrieval: Retrieval, evidence: Sequence[Evidence], index: PassageIndex, gazetteer: Gazetteer) -> str:
    """Return a place asked about that the corpus has no document of and the evidence does not speak of."""
    own = [place.stem for place in retrieval.question.places if place.region]
    for place in retrieval.question.places:
        if place.region or any(gazetteer.parent(stem) == place.stem for stem in own):
            continue
        if not any(place.stem in item.text or place.stem in (item.passage.row.label if item.passage.row else "") for item in evidence[:3]):
            return place.stem
    return ""


def _lacking(retrieval: Retrieval, evidence: Sequence[Evidence], index: PassageIndex) -> str:
    """Return what kind of fact is asked for that none of the best evidence states."""
    question = retrieval.question
    for asked, stated, name in WANTED:
        if not asked.search(question.text):
            continue
        if name == "实际完成数":
            ends = [index.infos[item.doc].years for item in evidence[:1]]
            first = min((years[0] for years in ends if years), default=0)
            if question.years and first and all(year < first for year in question.years):
                continue
            if any(year >= first for year in question.years):
                return f"{max(question.years)}年的实际完成数，只有目标" if first else ""
            continue
        if not any(stated.search(item.text) and item.own >= 0.34 for item in evidence[:4]):
            return f"具体的{name}"
    return ""


def other_region(retrieval: Retrieval, index: PassageIndex) -> str:
    """Return the stem of the region asked for, for messages; "" where none was."""
    return stem_of(retrieval.regions[0]) if retrieval.regions else ""
