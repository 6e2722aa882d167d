"""What the person typed, with the earlier turns -> what is asked: places, years, words."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from sklearn.feature_extraction.text import ENGLISH_STOP_WORDS

from facts.indicators import aliases, folded, link
from facts.regions import Gazetteer, Place
from facts.scope import PLACE
from facts.terms import as_written, load_synonyms
from index.lexical import words
from retriever.abbreviations import Named
from retriever.linking import plain_rest, spoken
from retriever.script import simplified

YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)")
RANGE = re.compile(r"(?:19|20)\d{2}\s*年?\s*(?:[-—–~～]+|到|至)\s*((?:19|20)\d{2})(?=年?(?:间|的|方案|规划|实施|计划|期间|年|[^\d]|$))")
SHORT_YEAR = re.compile(r"(?<!\d)(1[0-9]|2[0-9]|3[05])年(?!代|内|间|来|以)")
ENGLISH_PLANS = {"12th five-year": "十二五", "13th five-year": "十三五", "14th five-year": "十四五", "15th five-year": "十五五"}
BEGINS = "[”期]?(?:之?初|开头|开局|起步|起点|开始前|刚开始)"  # 十三五开头: the year before the first
BOTH_ENDS = "[”期]?(?:时期|期间)?(?:头尾|首尾|一头一尾|始末|初和末|前后)"
PLAN_YEARS = {"十二五": (2011, 2015), "十三五": (2016, 2020), "十四五": (2021, 2025), "十五五": (2026, 2030)}
EVERYWHERE = re.compile(
    (
        r"[二两三四五六]地|各地|三市|四市|各县|几个地方|哪个(?:地方|城市|地区|区县|区|市|县)|哪地|哪里最|谁(?:最|更|的(?!责任|职责|任务))|所有地区|"
        r"全部地区|五份|四份|各份|各(?:个)?(?:规划|文件)|which (?:city|place|region|district)|all (?:four|five|three)"
    ),
    re.I,
)
NUMBER = re.compile(
    (
        r"多少|(?<!哪)几[个家项名人件亿万成%]|[进退升降掉]了?几位|多大|多高|多快|占比|比例|比重|数量|总数|规模|目标值|百分|增长|增幅|提高|提升到|达到|翻|倍|强度|总量|"
        r"谁(?!来?(?:负责|牵头|管|主管|落实|抓|承担|办|出钱|家)|能|可以|去|说了算)|最[高低多少大小快]|更[高低多少大小快]|[高低多少大小]还是|差多|相差|差距|排名|排序|排(?:全[省国市]|在)?第|合计|总和|加起来|"
        r"目标(?:$|[?？是有定值])|产值|面积|投资额|总投资|"
        r"\d[^，。？?]{0,6}还是[^，。？?]{0,6}\d|"
        r"how (?:many|much|high|large)|what\b[^?]{0,40}\b(?:ratio|rate|intensity)\b|"
        r"what (?:is|was) the (?:target|number|share|ratio)|target|percent|(?<!\d)%"
    ),
    re.I,
)
ABOUT_DOCUMENT = re.compile(
    (
        r"(?:规划|文件|方案|计划|通知|政策|办法|意见).{0,16}(?:期限|有效期|过期|还算数|还管用|还作数|还?能用(?![上得到在的])|管用)|"
        r"(?:规划|文件|方案|计划|意见|政策|通知|办法|指南|这份|那份|稿|(?<!\d)\d{3}(?!\d)).{0,12}(?:哪年|哪几年|哪一年|期限|正式|定稿|印发|发布|出台|效力|到期|过期|失效|"
        r"有效|生效|管到|管哪|谁发|哪个部门发|草案|征求意见|覆盖|作废|废止|(?:什么时候|何时|啥时候)(?!.{0,6}(?:评估|考核|检查|总结|建|完成|启动|实现))|"
        r"哪[个份一]{1,2}(?:是)?[更最]?(?:晚|早|新|先出|先发|后出|后发)|(?:还|仍)?在(?:执行|有效|实施)期|(?:规划|方案|文件)[^，。？?]{0,6}几月(?:份)?|[更最]新的?(?:是|$|[？?]))|"
        r"planning period|how long (?:is|does|will) (?:the|this) (?:plan|scheme|document)|"
        r"(?:is|still|only|just) (?:it )?a draft|draft or|or (?:a |only )?draft|in force|expire"
    ),
    re.I,
)
HOW = re.compile(r"怎么|如何|怎样|哪些|什么|为何|为什么|措施|办法")
NUMERALS = "二三四五六七八九"
COUNTED = re.compile(r"(?<![\d第十百千])([二三四五六七八九2-9])(?:大|个|项|类|条|种|张|片|样|块|方面|摊)(?!月|百|千|地|市|县)")
WITHIN = re.compile(r"(?:规划|方案|文件|意见|稿)(?:里|中|提出|要求|说|写)")
OF_DOCUMENT = re.compile(r"哪年|哪几年|期限|什么时候|何时|啥时候|正式|印发|发布|出台|效力|到期|有效|生效|管到")
PLAN_NAMED = re.compile(
    r"(?:(?:到|至)?(?:19|20)\d{2}\s*年?\s*(?:[-—–~～至到]+\s*(?:(?:19|20)\d{2}|\d{2})\s*年?)?|(?<!\d)\d{3}(?!\d))(?:的|那份|这份|那个|这个|出的)*方案(?:里|中|上)?"
)  # a document told by its years: 2027那份方案
GOES_ON = re.compile(r"呢[？?]?$")
FEW = 2  # words of a question that goes on with another matter
ENDS = re.compile(r"[?？;；]")
ANOTHER = re.compile(
    r"[，,](?=[^，,。？?；;]{2,16}又[^，,。？?；;]{0,12}(?:怎么|如何|什么|啥|哪)[^，,]*$)"
)  # …哪个镇作核心，乙市自己又要建哪些园
ASKS = re.compile(
    r"多少|几|哪|什么|啥|谁|怎么|怎样|如何|吗|是否|是不是|能不能|有没有|何|呢|what|which|how|who|when|where|does|is there", re.I
)
BARE = re.compile(r"(?:那|那么)?(?:(?!多少|几|哪|什么|谁|怎么|如何)[\u4e00-\u9fff]){2,8}呢")  # names a thing and asks nothing of it yet
SHORTEST_PART, MOST_PARTS = 4, 3
# Says of a place or a body that it is one: 甬江那片科创区, 阳明那个研究院.
VAGUE = re.compile(rf"(?<=[\u4e00-\u9fff])那一?(?:[片块带](?=[\u4e00-\u9fff])|[个家条座所](?=(?:{PLACE}|中心|基地)))")
CODE = re.compile(r"(?<![\dA-Za-z])\d+(?:\+[\dA-Za-z]{1,3})+(?![\dA-Za-z])")
LATIN = re.compile(r"[A-Za-z]")
HAN = re.compile(r"[\u4e00-\u9fff]")
SYNONYM_WEIGHT = 0.6
HISTORY_WEIGHT = 0.35
FILLER = frozenset(
    (
        "规划 文件 资料 里面 提到 里 说 写 关于 想 知道 了解 介绍 告诉 帮 查 看看 麻烦 谢谢 问 下 目前 现在 具体 情况 有关 相关 计划 打算 "
        "准备 当地 这边 那边 那里 这里 咱 咱们 一共 总共 分别 各是 各 给 说说 讲讲 列出 列举 请 是不是 还是 到底 究竟 "
        "大概 大约 左右 什么样 哪年 那 "
        "呢 如果 因为 所以 但 而且 应该 需要 必须 做 搞 弄 干 让 使 得 着 过 上 下 中 内 外 前 后 去 来 被 可 该 每 某"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked.

    Attributes:
        text: what was typed, NFKC.
        places: the places meant, in order: named in the question, else carried over from the last turn that named one.
        everywhere: all places of the corpus are meant ("四地", "哪个地方").
        years: the years meant, plan periods by their last year.
        wants_number: a figure is asked for.
        english: the question is in English.
        query: what is embedded.
        terms: word -> weight for BM25.
        keys: words of the question itself, places left out: what an answer has to be about.
        about_document: asked of a document itself: its period, date, status, issuer.
        follows: there are earlier turns.
        counts: how many things are asked for, as numerals in both scripts ("哪六个": 六, 6).
        bodies: institutes, parks and the like that are named, in short or in full.
        matter: the words that say what is asked about: the text, and where it only goes on ("那慈溪呢"), the turn before as well.
    """

    text: str
    places: tuple[Place, ...]
    everywhere: bool
    years: tuple[int, ...]
    wants_number: bool
    english: bool
    query: str
    terms: dict[str, float]
    keys: tuple[str, ...]
    about_document: bool = False
    follows: bool = False
    counts: tuple[str, ...] = ()
    bodies: tuple[Named, ...] = ()
    matter: str = ""

    @property
    def codes(self) -> tuple[str, ...]:
        """Codes that are written as they stand wherever they are meant: 3+3+X, 2+N."""
        return tuple(dict.fromkeys(CODE.findall(self.text)))

    @property
    def regions(self) -> tuple[str, ...]:
        """Regions of the corpus that are meant."""
        return tuple(dict.fromkeys(place.region for place in self.places if place.region))


def read_question(typed: str, history: Sequence[str], gazetteer: Gazetteer) -> Question:
    """Read a question in the light of the earlier user turns of the same chat.

    Args:
        typed: what the person typed.
        history: earlier user turns, oldest first.
        gazetteer: knows places.
    """
    text = normalise(typed)
    earlier = [normalise(turn) for turn in history if turn.strip()]
    places = gazetteer.places(text)
    years = years_in(text)
    everywhere = bool(EVERYWHERE.search(text))
    if earlier and not places and not everywhere:
        told = ((gazetteer.places(turn), bool(EVERYWHERE.search(turn))) for turn in reversed(earlier))
        places, everywhere = next((found for found in told if any(found)), ((), False))
        everywhere = everywhere and not places
    recent = recent_turns(earlier, gazetteer)
    subject = recent[0] if recent else ""
    english = len(LATIN.findall(text)) > 2 * len(HAN.findall(text)) and len(LATIN.findall(text)) > 10
    own = _content_words(text, places)
    carried = _content_words(subject, gazetteer.places(subject))
    synonyms = load_synonyms().expand(text)
    terms: dict[str, float] = {}
    _add(terms, own, 1.0)
    _add(terms, [word for term in synonyms for word in words(term)], SYNONYM_WEIGHT)
    if earlier:
        before = [word for term in load_synonyms().expand(subject) for word in words(term)]
        _add(terms, [*carried, *before], HISTORY_WEIGHT if len(own) > 2 else 2 * HISTORY_WEIGHT)
        years = years or next((named for turn in reversed(recent) if (named := years_in(turn))), ())
    query = " ".join([text if not english else "", *synonyms, subject]).strip() or text
    number_asked = bool(NUMBER.search(text) or (len(own) <= 2 and NUMBER.search(subject)) or (years and _is_name_of_figure(text)))
    goes_on = bool(earlier) and (not plain_rest(text, places) or (len(own) <= FEW and bool(GOES_ON.search(text))))
    return Question(
        text,
        places,
        everywhere,
        years,
        number_asked,
        english,
        query,
        terms,
        tuple(dict.fromkeys([*own, *carried])) if goes_on else tuple(own),
        _about_document(text),
        bool(earlier),
        counts_in(text),
        matter=f"{subject} {text}" if goes_on else text,
    )


def without_plan(text: str) -> str:
    """Return a text without the words that only say which document is meant by its years.

    >>> without_plan("甲市2027那份方案里怎么说"), without_plan("2027年有多少家")
    ('甲市 怎么说', '2027年有多少家')
    """
    return PLAN_NAMED.sub(" ", text)


def _is_name_of_figure(text: str) -> bool:
    """Tell whether a question is a place, a year and the name of one indicator, so that its figure is asked for.

    >>> _is_name_of_figure("甲市2022年技术交易额?"), _is_name_of_figure("2025年怎么提高技术交易额")
    (True, False)
    """
    body = re.sub(r"[\s?？。!！]+$", "", text)
    return len(link(body)) == 1 and any(folded(body).endswith(alias) for alias, _ in aliases()) and not HOW.search(body)


def _about_document(text: str) -> bool:
    """Tell whether a document itself is asked about, not a figure in it that is placed by naming it."""
    placed = WITHIN.search(text) and re.search(r"多少|几[个家种项名位成]", text) and not OF_DOCUMENT.search(text)
    return bool(ABOUT_DOCUMENT.search(text)) and not placed


def counts_in(text: str) -> tuple[str, ...]:
    """Return how many things a question says that there are.

    >>> counts_in("江北重点扶哪六个门类"), counts_in("2025年高企几家")
    (('六', '6'), ())
    """
    found = [digit for digit in COUNTED.findall(text) if digit]
    return tuple(dict.fromkeys(form for digit in found for form in (digit, _other_script(digit))))


def _other_script(digit: str) -> str:
    return str(NUMERALS.index(digit) + 2) if digit in NUMERALS else NUMERALS[int(digit) - 2]


def recent_turns(earlier: Sequence[str], gazetteer: Gazetteer) -> Sequence[str]:
    """Return the last earlier turns that speak of one thing: the one that names it, and those that change only place or year.

    Args:
        earlier: earlier user turns, oldest first, as `normalise` returns them.
        gazetteer: knows places.
    """
    opens = (at for at in range(len(earlier) - 1, -1, -1) if plain_rest(earlier[at], gazetteer.places(earlier[at])))
    return earlier[next(opens, len(earlier) - 1) :] if earlier else ()


def split_questions(typed: str) -> tuple[str, ...]:
    """Return the questions that one turn holds; what asks on without a matter of its own goes with the one before.

    >>> split_questions("那PCT呢？要增加多少件？")
    ('那PCT呢，要增加多少件',)
    >>> split_questions("余姚高企目标多少？慈溪又是多少？")
    ('余姚高企目标多少', '慈溪又是多少')
    """
    whole = [part.strip() for part in ENDS.split(normalise(typed)) if part.strip()]
    parts = [part for one in whole for part in _apart(one)]
    asking = [part for part in parts if ASKS.search(part) and len(part) >= SHORTEST_PART]
    if len(asking) < 2 or len(asking) > MOST_PARTS:
        return (typed,)
    joined: list[str] = []
    carried = ""
    for part, after in zip(parts, [*parts[1:], ""], strict=True):
        if BARE.fullmatch(part) and after in asking and not BARE.fullmatch(after):
            carried += part + "，"  # 东湖那条呢？到2025年多长？
        elif part in asking and not (joined and not plain_rest(spoken(part), ())):
            joined.append(carried + part)
            carried = ""
        elif joined:
            joined[-1] += "，" + part
        else:
            carried += part + "，"
    return tuple(joined)


def _apart(part: str) -> list[str]:
    """Part a question at the comma after which another one asks something else of another (…，乙市又怎么打算)."""
    found = ANOTHER.search(part)
    if found is None or not ASKS.search(part[: found.start()]) or len(part) - found.end() < SHORTEST_PART:
        return [part]
    return [part[: found.start()], part[found.end() :]]


def normalise(text: str) -> str:
    """Return a text as it is read: NFKC, in simplified characters, without white space at its ends or between Chinese characters."""
    body = as_written(VAGUE.sub("", simplified(unicodedata.normalize("NFKC", text).strip())))
    for said, name in ENGLISH_PLANS.items():
        body = re.sub(said, f"{said} ({name})", body, flags=re.I)
    return re.sub(r"(?<=[\u4e00-\u9fff])\s+(?=[\u4e00-\u9fff])", "", body)


def years_in(text: str) -> tuple[int, ...]:
    """Return the years a text names; a period counts as its last year, its beginning as the year before the first.

    >>> years_in("十四五末比2020年高多少"), years_in("2023-2027年方案")
    ((2020, 2025), (2027,))
    >>> years_in("十三五开头和收官")
    (2015,)
    """
    found = [int(year) for year in YEAR.findall(RANGE.sub(r"\1", text))]
    found += [2000 + int(year) for year in SHORT_YEAR.findall(text)]
    found += [years[0] - 1 for name, years in PLAN_YEARS.items() if re.search(f"{name}{BOTH_ENDS}", text)]
    found += [years[0] - 1 if re.search(f"{name}{BEGINS}", text) else years[1] for name, years in PLAN_YEARS.items() if name in text]
    return tuple(dict.fromkeys(found))


def _content_words(text: str, places: Sequence[Place]) -> tuple[str, ...]:
    names = {name for place in places if place.region for name in (place.stem, place.region)}
    for name in sorted(names, key=lambda name: (-len(name), name)):
        if not names.issuperset(words(name)):  # the dictionary does not know the place and would leave its characters
            text = text.replace(name, " ")
    return tuple(dict.fromkeys(word for word in words(text) if word not in FILLER and word not in ENGLISH_STOP_WORDS and word not in names))


def _add(terms: dict[str, float], found: Sequence[str], weight: float) -> None:
    for word in found:
        terms[word] = max(terms.get(word, 0.0), weight)
