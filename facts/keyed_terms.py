"""The sentences of a keyed part -> what they ask for, what they exclude, who is in charge, and when applications are taken."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from facts.articles import Articles
from facts.date_rules import days_of_window
from facts.keyed_rows import KeyedRow
from facts.keys import key_of
from facts.labels import LABEL
from facts.measure import Condition
from facts.numerals import arabic
from facts.rules import excludes, once
from facts.sentences import Sentence, signs

OFFICE = re.compile(r"^\s*(?:办理|责任|主管|受理|牵头|承办|咨询)?(?:科室|处室|股室|部门|单位|窗口)[：:]\s*(?P<who>[^。；\n]+)")
WINDOW = re.compile(r"^\s*(?:申报|受理|办理|申请)(?:时间|期限|时限)[：:]")
TAKEN = re.compile(r"每年\d{1,2}月[^，。；]{0,16}(?:受理|申报|申请)")
OTHER_LABEL = re.compile(
    r"^\s*[\u4e00-\u9fff]{0,4}(?:条件|对象|要求|范围|情形|材料|流程|程序|方式"
    r"|时间|期限|依据|电话|说明|内容|标准)[：:](?=.)"
)
ASKS = re.compile(r"条件|对象|要求|范围|情形|主体|内容|事项")
TAIL = re.compile(
    r"，?(?:可|再|均|分别|按规定|一次性)*(?:予以|给予|发放|(?:具体|补助|奖补|奖励|补贴|资助|扶持|支持)*标准(?:详?见|按|参照)|按照?[^，。；]{0,8}(?:附件|附表|附录|下表|表\s?\d)|详见)[^。；]*$"
)
SPEAKS = re.compile(r"^[^，。；]{0,24}所称")  # it says what words of other articles mean
WHO = re.compile(r"(?:企业|单位|机构|个人|人员|主体|团队|项目|院所|高校|企业的|的)$")
CODED = re.compile(
    r"^\s*(?:[-•·]\s+)?[\s*#第]*[（(【\[]?(?:[A-Za-z]{1,2}[-－—]?\d{1,3}|\d{1,2}(?:[-－—–.．]\d{1,2}){1,2}|[\u4e00-\u9fff]{2}[一二三四五六七八九十\d]{1,3})"
    r"[）)】\]]?号?[\s.、：:*]*"
)
NAMED = re.compile(r"^[\u4e00-\u9fff“”]{2,14}\**[：:]\s*(?=\S)")  # 首台套奖励：…
TITLE = re.compile(r"^(?P<title>[\u4e00-\u9fff“”]{2,14}(?<!企业)(?<!单位)(?<!的))\**[。：:]")


@dataclass(frozen=True, slots=True)
class Asked:
    """What the sentences of a part say; `[start, end)` spans the words that ask."""

    conditions: tuple[Condition, ...]
    exclusions: tuple[Condition, ...]
    duty: str
    opens: str
    closes: str
    start: int
    end: int


def asked_in(sentences: Sequence[Sentence], text: str, key: str, *, several: bool) -> Asked:
    """Return what some sentences say of a part.

    Args:
        sentences: those under its code, number or name, in order.
        text: the document's normalised text.
        key: its code, "" without one.
        several: its sums are of several cases, so that sentences which each name somebody are alternatives.
    """
    asks: list[Condition] = []
    ruled = Articles()
    duty = opens = closes = ""
    label = True
    for sentence in sentences:
        words = arabic(re.sub(r"\s+", "", sentence.text))
        if office := OFFICE.match(sentence.text):
            duty, label = office["who"].strip(), False
        elif WINDOW.match(sentence.text) or TAKEN.search(words):
            opens, closes = days_of_window(words)
            label = False
        elif once(ruled, sentence, words) or excludes(ruled, sentence, words) or SPEAKS.search(words):
            continue
        else:
            bare = sentence.text[_lead(sentence, key) :]
            labelled = LABEL.match(bare) or OTHER_LABEL.match(bare)
            label = bool(ASKS.search(labelled.group())) if labelled else label
            if label and (condition := _condition(sentence, key)):
                asks.append(condition)
    conditions = _joined(asks, text) if several else asks
    start, end = (asks[0].start, asks[-1].end) if asks else (0, 0)
    return Asked(tuple(conditions), tuple(ruled.exclusions), duty, opens, closes, start, end)


def of_rows(rows: Sequence[KeyedRow]) -> Asked:
    """Return what rows of a table of conditions ask for."""
    found = []
    for row in rows:
        for kind in ("who", "terms"):
            if kind in row.cells and (words := row.cells[kind][1]):
                at = max(row.passage.text.find(words), 0)
                start = row.passage.start + at
                found.append(Condition(words, start, start + len(words), "clause", re.sub(r"\s+", "", words)))
    duty = next((row.cells["duty"][1] for row in rows if "duty" in row.cells), "")
    start, end = (min(item.start for item in found), max(item.end for item in found)) if found else (0, 0)
    return Asked(tuple(found), (), duty, "", "", start, end)


def title_of(sentence: Sentence, key: str) -> str:
    """Return the short title that a line with a code opens with: 专项一：研发机构建设。…; "" where it has none."""
    words = sentence.text[_lead(sentence, key) :]
    match = TITLE.match(words)
    return match["title"] if match else ""


def bare_words(sentence: Sentence, key: str) -> str:
    """Return a sentence without its code, its number and its label, white space left out."""
    words = sentence.text[_lead(sentence, key) :]
    labelled = LABEL.match(words)
    return re.sub(r"\s+", "", words[labelled.end() if labelled else 0 :]).rstrip("。；;")


def _lead(sentence: Sentence, key: str) -> int:
    """How many characters of a sentence are its code, its article and its number."""
    lead = 0
    if key and key_of(sentence.text) == key:
        match = CODED.match(sentence.text)
        lead = match.end() if match else 0
    for sign in ("article", "item"):
        found = signs()[sign].match(sentence.text[lead:])
        lead += found.end() if found else 0
    return lead


def _condition(sentence: Sentence, key: str) -> Condition | None:
    """A sentence without its code, its label, its title and the words that only refer to the table."""
    lead = _lead(sentence, key)
    labelled = LABEL.match(sentence.text[lead:]) or OTHER_LABEL.match(sentence.text[lead:]) or NAMED.match(sentence.text[lead:])
    lead += labelled.end() if labelled else 0
    words = sentence.text[lead:].rstrip("。；;，, \n")
    tail = TAIL.search(words)
    words = words[: tail.start()].rstrip("，的 \n") if tail else words
    title = re.sub(r"\W", "", sentence.passage.headings[-1]) if sentence.passage.headings else ""
    bare = re.sub(r"\W", "", words)
    if len(bare) < 2 or (title and bare == re.sub(r"^[A-Z]?\d*", "", title)) or (key and TITLE.fullmatch(words + "。")):
        return None
    start = sentence.start + lead + (len(words) - len(words.lstrip()))
    words = words.strip()
    return Condition(words, start, start + len(words), "clause", re.sub(r"\s+", "", words))


def _joined(asks: Sequence[Condition], text: str) -> list[Condition]:
    """Sentences that each name somebody, as one condition of alternatives."""
    if len(asks) < 2 or not all(WHO.search(item.reading) for item in asks):
        return list(asks)
    start, end = asks[0].start, asks[-1].end
    return [Condition(text[start:end], start, end, "clause", "，或者".join(item.reading for item in asks))]
