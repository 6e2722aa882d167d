"""Passages of a document -> what its general articles say: who may apply, who is excluded, until when, how much at most."""

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field, replace

from facts.applicant_rules import add_condition, announces, demands
from facts.asked_terms import Asking
from facts.grounds import stripped, unmarked
from facts.measure import Condition
from facts.numerals import arabic
from facts.papers import handed_in
from facts.parts import parts_in
from facts.reaches import PAYS, Reach, Reaches
from facts.referred import articles_referred_to
from facts.rules import RULES, SCALE
from facts.sentences import Sentence, signs
from facts.term_rules import define
from index.passages import Passage

INLINE = re.compile(r"(?:(?:下列|以下)(?:情况|情形|行为)[^。；]*|^不予(?:支持|受理|奖补)的?(?:情况|情形)?)[：:](?=.)")
TITLED = re.compile(
    r"^\s*(?:\d+(?:\.\d+)+|[（(]?[一二三四五六七八九十\d]{1,3}[）)、.．])\s*(?P<title>[\u4e00-\u9fff“”]{2,14})(?:\u3000+| {2,})(?=\S)"
)  # 1.1 适用对象　…
ALONE = re.compile(r"\s*(?P<number>\d{1,2})[\s\u3000]+(?P<title>[\u4e00-\u9fff]{2,14})\s*")  # 4 共同要求, above 4.1 and 4.2
BARRED = re.compile(r"不予[^，。；]{0,8}(?:情形|情况)|负面清单|除外情形|不得[^，。；]{0,6}的?情形")
UNSUPPORTED = re.compile(r"(?:^|[、）)．.\s])(?:下列|以下|有下列|哪些|什么样的)")  # a heading that bars all that is listed below it
TERMS = re.compile(r"(?:用语|术语|名词)[^，。；]{0,6}(?:含义|解释|定义)[^，。；]{0,6}[：:]$|分(?:为|成)[^，。；]{0,10}[：:]$")
TERM = re.compile(
    r"(?:[-*•·]|[（(]?[一二三四五六七八九十\d]+[）)、.．])*\**(?P<term>[^，。；：*]{2,12})\**[：:](?P<meaning>[^；。]{4,160})"
)
HAD = re.compile(r"已(?:经)?(?:享受|获得|申领)[^，。；]*")  # names a part that was paid, none that is governed


@dataclass(slots=True)
class Articles:
    """What governs all measures of a document, each with its words.

    `windows` holds (which measures, opening day, closing day); `marked` the last day of measures that bear a mark;
    `topped` says that only the difference is paid to whom others have paid less;
    `things` holds the thing that a condition is asked of, by where it starts;
    `scales` holds (who gets only a part, its per cent, the words that may name the parts of the document meant);
    `premiums` holds (what some get on top, the words that may name the parts meant, the only article meant or "");
    `waived` holds (what names the parts of which something is not asked, the article it stands in, where the conditions meant
    start and end, 0 for those that the words name, the sentence);
    `asked` what is asked for by the titles of the parts meant; `places` where each article, and each numbered item of it, stands;
    `limits` the words, by where an exclusion starts, that may name the parts of the document it is meant for;
    `stated` the sentence that defines each term;
    `reach` from where to where a condition or an exclusion holds, by where it starts, if not everywhere.
    """

    conditions: list[Condition] = field(default_factory=list)
    exclusions: list[Condition] = field(default_factory=list)
    notes: list[Condition] = field(default_factory=list)
    definitions: dict[str, str] = field(default_factory=dict)
    stated: dict[str, Condition] = field(default_factory=dict)
    valid_from: str = ""
    valid_to: str = ""
    windows: list[tuple[str, str, str]] = field(default_factory=list)
    marked: dict[str, str] = field(default_factory=dict)
    always: list[str] = field(default_factory=list)
    year_cap: str = ""
    rating: str = ""
    scales: list[tuple[str, str, str]] = field(default_factory=list)
    things: dict[int, str] = field(default_factory=dict)
    upgrade: bool = False
    topped: bool = False
    limits: dict[int, str] = field(default_factory=dict)
    reach: dict[int, Reach] = field(default_factory=dict)
    premiums: list[tuple[str, str, str]] = field(default_factory=list)
    waived: list[tuple[str, str, int, int, Condition]] = field(default_factory=list)
    asked: list[tuple[tuple[str, ...], Condition]] = field(default_factory=list)
    places: dict[tuple[str, str], tuple[int, int]] = field(default_factory=dict)
    governing: set[int] = field(default_factory=set)


def read_articles(sentences: Sequence[Sentence], titles: Collection[str] = ()) -> Articles:
    """Read the general articles of a document; `governing` holds where the sentences start that are no measures.

    Args:
        sentences: those of the document.
        titles: its headings and the captions of its tables, by which conditions can name what they are of.
    """
    found = Articles()
    asking = Asking(titles)
    listing = lead = ""  # what a list that a sentence announces is of, or that it goes on, and the parts that it names
    reaches = Reaches(sentences)
    reach: Reach | None = None  # of that list
    last: Passage | None = None
    papers = handed_in(sentences)
    found.governing |= papers
    referred = articles_referred_to(sentences)  # what they ask for is asked of what refers to them alone
    for sentence, start in _titled([sentence for sentence in sentences if sentence.start not in papers]):
        known, told = len(found.exclusions), len(found.conditions)
        words = unmarked(arabic(re.sub(r"\s+", "", sentence.text)))
        item = signs()["item"].match(sentence.text) is not None
        _placed(found, sentence)
        if sentence.article in referred or _asked(found, asking, sentence, words):
            found.governing.add(start)
            continue
        own = reaches.of(start)
        inside = bool(listing) and (item or listing == "inline" or (listing == "on" and sentence.passage is last))
        last = sentence.passage
        reach, lead = (reach, lead) if inside else (own, "")
        if listing == "inline" or (INLINE.search(words) and signs()["excludes"].search(words)):
            found.exclusions.append(_inline(sentence))
            listing = "" if sentence.text.rstrip().endswith("。") else "inline"
        elif (listing == "items" and item) or _barred(sentence, words):
            found.exclusions.append(stripped(sentence, "exclusion"))
        elif listing == "terms" and (term := TERM.match(words)):
            define(found, sentence, term["term"], term["meaning"])
        elif TERMS.search(words):
            listing = "terms"
        elif signs()["excludes"].search(words) and words.endswith(("：", ":")):
            listing, lead = "items", words
        elif listing == "asks" and item and not PAYS.search(words) and not signs()["excludes"].search(words):
            add_condition(found, sentence, words)
        else:
            goes_on = inside and listing == "on"
            listing, reach = listing if item and not goes_on else "", own
            if not _ruled(found, sentence, words, goes_on=goes_on) or (PAYS.search(words) and not SCALE.search(words)):
                _of_one(found, known, words, own)
                continue
            listing, lead = ("asks", words) if announces(words) else (listing, lead)
        listing = "on" if not listing and len(found.conditions) > told and words.endswith("；") else listing
        _limited(found, known, told, words, reach, lead)
        found.governing.add(start)
    return found


def _ruled(found: Articles, sentence: Sentence, words: str, *, goes_on: bool) -> bool:
    """Keep what a sentence rules, or asks going on with one that asks; tell whether it does."""
    return any(rule(found, sentence, words) for rule in RULES) or (goes_on and demands(found, sentence, headed=True))


def _asked(found: Articles, asking: Asking, sentence: Sentence, words: str) -> bool:
    """Keep what a sentence asks of what is paid elsewhere by name; tell whether it does."""
    asked = asking.read(sentence, words)
    found.asked += asked or []
    return asked is not None


def _limited(found: Articles, known: int, told: int, words: str, reach: Reach | None, lead: str) -> None:
    """Keep for which parts a sentence excludes: those it or the lead of its list names, else those within its reach; what it asks too."""
    bare = signs()["article"].sub("", words)
    of_list = signs()["article"].sub("", lead)
    if parts_in(of_list) and not parts_in(bare):
        found.limits |= {item.start: of_list for item in (*found.exclusions[known:], *found.conditions[told:])}
    elif reach and not parts_in(HAD.sub("", bare)):
        own = [*found.exclusions[known:], *(() if signs()["whole"].search(words) else found.conditions[told:])]
        found.reach |= {item.start: reach for item in own}
    else:
        found.limits |= {item.start: bare for item in found.exclusions[known:]}


def _barred(sentence: Sentence, words: str) -> bool:
    """Tell whether a sentence stands under a heading of what is not supported, and is one of its grounds."""
    heading = "".join(sentence.passage.headings[-1:])
    barred = BARRED.search(heading) or (UNSUPPORTED.search(heading) and signs()["excludes"].search(heading))
    passage = sentence.passage
    before = passage.text[: max(sentence.start - passage.start, 0)]
    behind = bool(barred) and heading in before and "。" in before.partition(heading)[2]  # the list that the paragraph opens with has ended
    return bool(barred) and not behind and not signs()["excludes"].search(words)


def _placed(found: Articles, sentence: Sentence) -> None:
    """Keep where an article and its numbered items stand."""
    number = item[0].strip() if (item := re.match(r"\s*[（(][一二三四五六七八九十]+[）)]", sentence.text)) else ""
    found.places.setdefault((sentence.article, ""), (sentence.start, sentence.end))
    if number:
        found.places[sentence.article, number] = (sentence.start, sentence.end)


def _of_one(found: Articles, known: int, words: str, reach: Reach | None) -> None:
    """Keep what a sentence that pays excludes for its own provision alone: the grounds behind the last sum."""
    last = max((match.start() for match in PAYS.finditer(words)), default=0)
    own = [item for item in found.exclusions[known:] if words.find(item.reading) >= last] if reach else []
    del found.exclusions[known:]
    found.exclusions += own
    found.reach |= {item.start: reach for item in own if reach}


def _titled(sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, int]]:
    """The sentences of paragraphs that open with a title of their own, each under it and without it; and where each really starts."""
    title = passage = chapter = named = ""
    article: tuple[str, ...] = ()
    for sentence in sentences:
        if alone := ALONE.fullmatch(sentence.text):
            chapter = alone["number"]
            named = alone["title"]
        elif chapter and re.match(rf"\s*{chapter}[.．]\d", sentence.text):
            yield replace(sentence, passage=replace(sentence.passage, headings=(*sentence.passage.headings, named))), sentence.start
            continue
        match = TITLED.match(sentence.text)
        item = re.match(r"^\s*(?:\d+(?:\.\d+)+\s|第[一二三四五六七八九十百]+条|[一二三四五六七八九十]+、)", sentence.text)
        if match or item or sentence.passage.passage_id != passage and sentence.passage.headings != article:
            title = match["title"] if match else ""
        passage, article = sentence.passage.passage_id, sentence.passage.headings
        if not title:
            yield sentence, sentence.start
            continue
        lead = match.end() if match else 0
        under = replace(sentence.passage, headings=(*sentence.passage.headings, title))
        yield replace(sentence, text=sentence.text[lead:], start=sentence.start + lead, passage=under), sentence.start


def _inline(sentence: Sentence) -> Condition:
    """The ground that a sentence of a list within a paragraph names: 有下列情况的不得申报：甲；乙；丙。"""
    whole = stripped(sentence, "exclusion")
    lead = max(whole.text.rfind("："), whole.text.rfind(":")) + 1
    text = whole.text[lead:]
    return Condition(text, whole.start + lead, whole.end, "exclusion", re.sub(r"\s+", "", text))
