"""A sentence with what stands above it -> the body that its figures are of: a park, an institute, a city, a project."""

import re

from facts.indicators import match_name
from facts.jurisdictions import subject_places
from facts.scope import KIND_OF_PLACE, entity_of, subject_of
from index.catalog import DocumentInfo
from index.passages import Passage

LEAD = re.compile(r"(?P<words>[^：:。；，\n]{3,40})(?P<stop>[：:。])")
NUMBERED = re.compile(
    r"^(?:[（(][一二三四五六七八九十\d]+[）)]|[1-9]\d?(?:\s?[.．]\s?\d{1,2})+(?!\d)[.．、]?|[一二三四五六七八九十\d]+[、.．]|[●•◆*#\s—-])+"
)
NAMED_PLACE = re.compile(r"[\u4e00-\u9fff]{2,10}(?<![地片街社园景山郊稻低峡])(?:岛|湾|新?城|港|谷|镇|组团|板块|片区|产业带|集聚区)")
PROJECT = re.compile(r"(?:项目|工程|基地|中心|园区?|研究院|实验室|平台)(?:建设)?$")
INVESTED = re.compile(r"\s*(?:计划)?总投资")
SUPPORTS = re.compile(
    r"(?:高标准|高水平|高质量|全力|加快|大力|重点|积极)*(?:支持|推动|推进|加快|建设|打造|做强|做优|做大|提升|培育|引进|组建|建好|发展)+"
)
JOINED = re.compile(r"[、和与及]|等")
DOES = re.compile(r"创建|联合|牵头|参与|争创")
ONE = re.compile(r"\s*(?:1|一)\s*[个家所]")
BUILDS = re.compile(  # of the one thing that a county builds its figures are
    r"(?:重点|高标准|高水平|加快|着力|规划)*(?:建设|打造|建好|做强|布局|发展)(?P<body>[^，。；：、\d]{3,24}?(?:园区?|圈|港|谷|城|基地|小镇|高新区|开发区|集聚区))(?=，)"
)
BESIDE = re.compile(r"等|[、和与及对：（(]|结对|内|外|以外|至")
CHAIN = re.compile(r"(?P<name>[\u4e00-\u9fff、A-Za-z0-9]{2,16}(?:产业链|产业集群|产业|集群))")
NO_CHAIN = re.compile(r"[新兴特色优势未来现代传统支柱战略性主导重点千百万亿级产业链集群先进高端]")
WIDER = re.compile(r"全[市省区县国]|[我本][市省区县]|各[市县区]")
COUNTED = re.compile(r"\s*[\d一二两三四五六七八九十]")


def lead_of(text: str, start: int, *, box: bool = False) -> str:
    """Return the body that a paragraph or sentence opens with: "甲科创走廊：…", "甲产业园。…", "乙工程。总投资…".

    Args:
        text: the document's text.
        start: where the paragraph or sentence opens.
        box: it stands in a box, where kinds of places are bodies as well.
    """
    lead = LEAD.match(text[start : start + 42])
    if not lead:
        return ""
    words = NUMBERED.sub("", lead["words"]).strip(" *#")
    if lead["stop"] == "。":
        if PROJECT.search(words) and INVESTED.match(text, start + lead.end()):
            return words
        body = SUPPORTS.sub("", words, count=1) if SUPPORTS.match(words) else words
        return body if entity_of(body) == body and (body == words or KIND_OF_PLACE.search(body)) else ""
    return entity_of(words) or (words if (box and KIND_OF_PLACE.search(words)) or NAMED_PLACE.fullmatch(words) else "")


def opens_anew(text: str, start: int) -> bool:
    """Tell whether a sentence opens with a title of its own, after which it is about nothing told before."""
    lead = LEAD.match(text[start : start + 42])
    return lead is not None and lead["stop"] != "。" and not any(char.isdigit() for char in lead["words"])


def supported(sentence: str) -> str:
    """Return the one body that a sentence sets out to support or build, "" where it names none or several.

    >>> supported("支持榆川苹果研究院建设，到2025年引进博士15名。"), supported("建设省级平台，新增10家。")
    ('榆川苹果研究院', '')
    """
    clause = re.split(r"[，。；：:]", sentence)[0]
    lead = SUPPORTS.match(clause)
    body = entity_of(clause[lead.end() :]) if lead else ""
    if not lead or not body or JOINED.search(body) or DOES.search(body):
        return ""
    rest = clause.partition(body)[2]
    if not clause[lead.end() :].startswith(body) or JOINED.match(rest) or (COUNTED.match(rest) and not ONE.match(rest)):
        return ""
    return body


def heading_subject(passage: Passage) -> str:
    """Return the body that a row or the nearest heading is about."""
    if passage.row:
        return "" if match_name(passage.row.label) else passage.row.label
    return (subject_of(passage.headings[-1]) or chain_of(passage.headings[-1])) if passage.headings else ""


def chain_of(heading: str) -> str:
    """Return the industry that a heading names as a whole, "" where it names a kind of them only.

    >>> chain_of("（一）线缆及新型导体产业链"), chain_of("2. 做强磁性材料产业"), chain_of("（一）培育发展新兴产业")
    ('线缆及新型导体产业链', '磁性材料产业', '')
    >>> chain_of("3.1.2  磁性材料集群")
    '磁性材料集群'
    """
    match = CHAIN.fullmatch(SUPPORTS.sub("", NUMBERED.sub("", heading).strip(), count=1))
    return match["name"] if match and len(NO_CHAIN.sub("", match["name"])) > 1 else ""


def opening_body(text: str, start: int, end: int) -> str:
    """Return the park that a sentence opens with as its subject, where nothing up to a figure speaks of another or of the whole.

    >>> opening_body("甲城高新区坚持特色发展，研发投入强度达到5%", 0, 21), opening_body("甲城高新区带动全市研发投入强度达到5%", 0, 17)
    ('甲城高新区', '')
    """
    words = text[start:end]
    body = entity_of(words.lstrip())
    rest = words.lstrip().removeprefix(body)
    if not body or rest == words.lstrip() or not KIND_OF_PLACE.search(body) or BESIDE.match(rest):
        return ""
    return "" if WIDER.search(rest) or entity_of(rest) else body


def sentence_subject(info: DocumentInfo, text: str, start: int, end: int) -> str:
    """Return what the words of text[start:end] up to a figure are about: a body that they support, or another city or county."""
    return supported(text[start:end]) or "、".join(subject_places(text, start, end, info.region))


def built_in(place: str, text: str, start: int, end: int) -> str:
    """Return what the words of text[start:end] say that a place builds, with the place; "" where they name no such thing.

    >>> built_in("甲县", "甲县建设竹木产业园，产值达到45亿元", 0, 14)
    '甲县竹木产业园'
    """
    built = BUILDS.match(text[start:end].partition(place)[2]) if place else None
    return place + built["body"] if built else ""
