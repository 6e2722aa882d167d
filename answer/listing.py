"""Question that asks for a list -> the list a heading, box or table holds, complete and counted."""

import os.path
import re
from collections.abc import Sequence
from dataclasses import replace

from answer.answer import MAX_ANSWER, MAX_CITATION, MAX_CITATIONS
from answer.draft import Draft, Statement
from answer.evidence import Evidence
from answer.readable import readable
from answer.wording import sentence_words, shorten
from facts.scope import PLACE
from index.markers import numeral, parse_marker
from index.outlines import Item, Outline
from index.passages import Passage
from index.store import PassageIndex
from retriever.concepts import Concept, coverage
from retriever.names import named_documents
from retriever.retrieve import Retrieval

ASKED = re.compile(
    r"哪些|哪几[^年]|几个[\u4e00-\u9fff]{1,4}几个|有几|是哪[一二两三四五六七八九十\d]|分别(?:是|为|叫|指)|列(?:出|举|全|一下)|包括什么|都有(?:什么|谁|啥)|哪[二两三四五六七八九十]|(?:多少|几)个[^，。,？?]{0,8}[，,]?(?:都|各|分别|每(?:一)?[\u4e00-\u9fff]{1,2})?叫(?:什么|啥)|(?:分|设|列|含|包括)[了成为有]?几(?:个|项|条|类)|几(?:个|项|条|类)[^，。？?]{0,8}[，,]?(?:名字|名称)|[二两三四五六七八九十\d](?:个|大|项|条|类)[^，。？?]{2,8}(?:叫|是|有|指)(?:什么|啥)|(?:分|设|列)(?:成|为|了)?哪几"
    r"|(?:问题|短板|不足|弱项|挑战|机遇|形势|原则|任务|举措|优势|亮点)[^，。？?]{0,3}(?:是|有|为)?(?:什么|啥)|(?:什么|啥)(?:样的)?(?:问题|短板|不足|弱项|挑战|机遇|原则|任务|优势|亮点)"
)
COUNT = re.compile(r"([一二两三四五六七八九十]{1,3}|\d{1,2})\s*(?:大|个|项|条|类|种|方面|家|块|支|座|处|件)")
QUOTED_KIND = re.compile(r"(?:[哪那][几一二三四五六七八九十\d]+|[几这那])(?:个|大|项|条)?[“\"](?P<kind>[^”\"]{1,6})[”\"]")
COMPOUND = re.compile(r"(?:[一二两三四五六七八九十][核轴带廊园区城片翼圈极港湾点链群基地环心](?:[、，]?)){2,}")
COMPOUND_PART = re.compile(r"[一二两三四五六七八九十](?=[核轴带廊园区城片翼圈极港湾点链群基地环心])")
KIND = re.compile(PLACE)
EACH = re.compile(
    r"各自|各有|各做|各干|各[\u4e00-\u9fff]{0,4}(?:什么|啥|哪)|分别(?:做|干|是做|负责|主攻|聚焦|承担|有什么)|每(?:一)?(?:个|家|座|项|条)[^，。？?]{0,8}(?:什么|啥|多少|方向|定位|内容)|定位"
)
CHAPTERS = 0.2  # less than for a list of its own
NEAR, READ, SPOKEN = 0.3, 6, 3
MATCH = 0.62  # share of the question's concepts that a heading and its items' kind must hold
THAT_MANY = re.compile(r"哪(?:[二三四五六七八九十两]|[2-9])")
CLAUSE = re.compile(r"[，。；,;]")
OTHER_KIND, SIZES = 0.35, "大小新"
FEWEST = 3  # things that a clause names by itself
NOT_ALL = "以上没有列全，其余见原文。"
SAME_COUNT, SAME_KIND, KIND_ONLY = 0.25, 0.35, 0.1
SHORTEST_TITLE, TITLE_NAMED = 4, 0.3  # a question that writes a whole title of this length, and its weight
CAPTION = re.compile(r"^(?:(?:图表?|表格?|专栏|附表)\s*\d*\s*[:：.．]?\s*)?(?:“[^”]{2,4}五”(?:期间|时期)?)?\s*")  # 图表 8：“十四五”
ASKING = re.compile(
    r"哪[几些]|取得|提出|每个|配|挑|选|搞|弄|起|挺|形象|[市区县省]里|一共|总共|到底|具体|叫(?:做|啥|什么)?|专栏|图表|表|写|排|找|看|说|想|知道|[几三四五六七八九两]?件?事|啥|谁|列全?|全|指|名[号称字单]|分|摆|几(?:大?[片块类个样项条]|处)|[一二两三四五六七八九十](?:大|个|项|条|类|种|块|件)"
)  # words that only ask
NAMED_KIND = re.compile(r"哪(?:[一二三四五六七八九十两\d]+|几)(?:个|大|项|条|类|种|座|家|件)(?P<kind>[\u4e00-\u9fff]{1,6})")
COUNTED_KIND = re.compile(
    r"(?:[一二三四五六七八九十两\d]+)(?:个|大|项|条|类|种|座|家|件)(?P<kind>[\u4e00-\u9fff]{3,8}?)(?=分别|各|都|叫|指|是哪|有哪)"
)  # 十条重点产业链分别是什么
OF_TITLE = re.compile(r"\d+|十[一二三四五六]五|行动|方案|规划|计划")
UNTITLED = "（原文此处没有标题）"
CHAPTERED = "主要任务 重点任务 部署 内容 方面 章 部分"  # what the chapters of a plan are asked for as
IMPLIED = {"坚持": "基本原则"}  # what plans call a list whose items all begin so
GREAT_KIND = re.compile(
    r"(?P<count>[二两三四五六七八九十])大(?P<kind>[\u4e00-\u9fff]{2,8}?)(?=分别|各|都|叫|指|是|有|[？?，,]|$)"
)  # 四大行动是
ANY_KIND = re.compile(
    r"(?:呀|呢|啊|嘛|来着|方面|方向|领域|地方|部分|内容|问题|任务|事|什么|都|是|有|要|里|在)"
)  # nouns and words that say no kind


def listing(retrieval: Retrieval, evidence: Sequence[Evidence], concepts: Sequence[Concept], index: PassageIndex) -> Draft | None:
    """Answer with the names of what a heading, box or table holds, or return None where none fits.

    Args:
        retrieval: question and hits.
        evidence: pieces found in the hits, best first.
        concepts: what the question asks about.
        index: holds the outlines.
    """
    found = find_list(retrieval, evidence, concepts, index)
    return write_list(found, retrieval.question.text, index) if found else None


def find_list(retrieval: Retrieval, evidence: Sequence[Evidence], concepts: Sequence[Concept], index: PassageIndex) -> Outline | None:
    """Return the outline that holds the list a question asks for; takes what `listing` takes."""
    text = retrieval.question.text
    if not ASKED.search(text):
        return None
    regions = retrieval.regions
    named = {info.id for info in named_documents(text, index.documents)}
    own = [outline for outline in index.outlines if not regions or index.infos[outline.doc].region in regions]
    fitting = [outline for outline in own if not named or outline.doc in named]
    titles = {info.id: info.title for info in index.documents}
    scored = sorted(
        ((_fit(outline, text, _beside(concepts, titles[outline.doc])), outline) for outline in fitting),
        key=lambda pair: (-pair[0], pair[1].doc, pair[1].start),
    )
    if scored and scored[0][0] >= MATCH:
        return scored[0][1]
    for fit, outline in scored:
        spoken = [
            item for item in evidence[:READ] if any(one.start <= item.start < one.end for one in outline.items) and item.doc == outline.doc
        ]
        held = {one.start for one in outline.items for item in spoken if one.start <= item.start < one.end}
        if fit >= NEAR and len(held) >= SPOKEN:
            return outline
    return None


def _fit(outline: Outline, text: str, concepts: Sequence[Concept]) -> float:
    own = _counts(_plain(outline.title))
    if own and len(outline.items) not in own:
        return 0.0  # what was read below a title is not what it counts
    if (compound := COMPOUND.search(text)) and sum(map(numeral, COMPOUND_PART.findall(compound.group()))) != len(outline.items):
        return 0.0  # 一核三园 are four
    if (great := GREAT_KIND.search(text)) and not counts_as(great["kind"], numeral(great["count"].replace("两", "二")), outline):
        return 0.0  # 四大行动 are not the parts of one
    kind_asked = QUOTED_KIND.search(text)
    if kind_asked and kind_asked["kind"] not in outline.title and not _mostly(kind_asked["kind"], outline):
        return 0.0
    other = (named := NAMED_KIND.search(text)) and not ANY_KIND.search(named["kind"]) and not _is_of(named["kind"], outline)
    other = other or ((many := COUNTED_KIND.search(text)) and not _is_of(many["kind"][-1], outline))
    kind = common_ending([item.name for item in outline.items])
    share = _share(concepts, text, f"{outline.title} {_implied(outline)}\n{kind}")
    counts = _counts(text)
    if counts and len(outline.items) not in counts and THAT_MANY.search(text):
        return 0.0
    bonus = SAME_COUNT * (len(outline.items) in counts and not other) - 0.15 * bool(counts and len(outline.items) not in counts)
    if kind_asked:
        bonus += SAME_KIND
    if kind and kind in text:
        bonus += SAME_KIND if len(outline.items) in counts else KIND_ONLY
    if len(name := CAPTION.sub("", re.sub(r"\s+", "", _plain(outline.title)))) >= SHORTEST_TITLE and name in text:
        bonus += TITLE_NAMED
    return share + bonus - OTHER_KIND * bool(other) - CHAPTERS * (outline.kind == "document")


def _beside(concepts: Sequence[Concept], title: str) -> list[Concept]:
    """Concepts without those that only say which document is meant (十四五, 315, 行动)."""
    return [concept for concept in concepts if not (concept.key in title and OF_TITLE.fullmatch(concept.key))]


def _share(concepts: Sequence[Concept], text: str, title: str) -> float:
    """The share of what is asked about that a title holds: of all of it, or of what the clause that asks names."""
    matter = [concept for concept in concepts if not ASKING.fullmatch(concept.key)]
    clause = next((part for part in CLAUSE.split(text) if ASKED.search(part)), "")
    asked = [concept for concept in matter if concept.key in clause.lower()]
    return max(_of(matter, title), _of(asked, title) if len(asked) >= FEWEST else 0.0)


def _of(concepts: Sequence[Concept], title: str) -> float:
    total = sum(concept.weight for concept in concepts)
    return coverage(concepts, *readable(title)) / total if total else 0.0


def _is_of(kind: str, outline: Outline) -> bool:
    """Tell whether a kind that is named (哪四个港) may be that of a list: some of its characters stand in the title or in most items."""
    title = f"{outline.title}{_implied(outline)}"
    return any(one in title or _mostly(one, outline) for one in kind if one not in SIZES)


def counts_as(kind: str, count: int, outline: Outline) -> bool:
    """Tell whether a list is of as many things of a kind: most items are called so, or its title is the kind or counts it."""
    title = _plain(outline.title)
    counted = any(kind in title[match.end() :] and numeral(match[1].replace("两", "二")) == count for match in COUNT.finditer(title))
    return counted or (count == len(outline.items) and (title.startswith(kind) or _mostly(kind, outline)))


def _mostly(words: str, outline: Outline) -> bool:
    """Tell whether most items of a list are called so."""
    return 2 * sum(words in item.name for item in outline.items) > len(outline.items)


def _counts(text: str) -> list[int]:
    return [numeral(found.replace("两", "二")) for found in COUNT.findall(text)]


def common_ending(names: Sequence[str]) -> str:
    """Return what all names end with ("工程"), or "".

    >>> common_ending(["数字工程", "人才工程"])
    '工程'
    """
    reverse = os.path.commonprefix([name.rstrip("。 ")[::-1] for name in names])
    ending = reverse[::-1].lstrip('”’"）)、 ')
    return ending if len(ending) >= 2 else ""


def write_list(outline: Outline, text: str, index: PassageIndex) -> Draft:
    """Return the answer that tells what an outline holds."""
    draft = Draft(index, MAX_ANSWER - len(NOT_ALL) - 1)
    region = index.infos[outline.doc].region
    kind, items = _of_kind(outline, text)
    title = f"“{_plain(outline.title)}”" if outline.title else UNTITLED
    whole = outline.kind == "document"
    title = f"《{index.infos[outline.doc].title}》" if whole else title
    many = f"共{len(items)}{'章' if whole else '项'}" if not whole or len(items) <= MAX_CITATIONS else f"的前{MAX_CITATIONS}章"
    draft.say(f"{region}{title}{f'中的{kind}' if kind else ''}{many}：")
    detailed = bool(EACH.search(text)) and outline.kind != "section"
    told = 0
    if whole:
        items = items[:MAX_CITATIONS]  # chapters stand too far apart for one citation to hold two
    elif outline.kind == "list" and not detailed and items[0].end - outline.start <= MAX_CITATION:
        items = (replace(items[0], start=outline.start), *items[1:])  # cited with the words that announce them
    for run in [[item] for item in items[:MAX_CITATIONS]] if detailed else _runs(items):
        passage = index.passage_at(outline.doc, run[0].start) or index.passage_at(outline.doc, run[0].end)
        near = passage or next(
            (other for other in index.passages if other.doc == outline.doc and other.start >= run[0].start), index.passages[0]
        )
        if detailed and near.start <= run[0].start:
            name = _plain(run[0].name)
            rest = sentence_words(index.texts[outline.doc][run[0].start : near.end]).removeprefix(name).lstrip(" ：:")
            words = shorten(f"{name}：{rest}" if rest else name, (draft.limit - 60) // len(items))
            told += draft.state(Statement(words, near, run[0].start, _end(run[0], near)))
        else:
            names = "；".join(_plain(item.name) for item in run)
            told += len(run) * draft.state(Statement(names, near, run[0].start, min(run[-1].end, run[0].start + MAX_CITATION)))
    if told < len(outline.items if whole else items):
        draft.say(NOT_ALL)
    return draft


def _of_kind(outline: Outline, text: str) -> tuple[str, tuple[Item, ...]]:
    """The items of the one kind of place or body that a question names, where a list holds others as well, and that kind."""
    kinds = dict.fromkeys(KIND.findall(text))
    if sum(kind in outline.title for kind in kinds) > 1:
        return "", outline.items  # 园区和小镇: all that the title says
    for kind in kinds:
        own = tuple(item for item in outline.items if kind in _plain(item.name))
        if 1 < len(own) < len(outline.items):
            return kind, own
    return "", outline.items


def _end(item: Item, passage: Passage) -> int:
    return min(max(passage.end, item.end), item.start + MAX_CITATION)


def _runs(items: Sequence[Item]) -> list[list[Item]]:
    """Items that one citation can hold together; where that gives too many, the last run takes the rest."""
    runs: list[list[Item]] = []
    for item in items:
        if runs and (item.end - runs[-1][0].start <= MAX_CITATION or len(runs) == MAX_CITATIONS):
            runs[-1].append(item)
        else:
            runs.append([item])
    return runs


def _implied(outline: Outline) -> str:
    """The heading that a list without one goes under in plans, told by how all its items begin; "" where none is known."""
    if outline.kind == "document":
        return CHAPTERED
    return next((title for opening, title in IMPLIED.items() if all(item.name.startswith(opening) for item in outline.items)), "")


def _plain(name: str) -> str:
    marker = parse_marker(name)
    body = name[marker.end :] if marker and marker.style != "appendix" else name
    return body.strip(" 　。：:")
