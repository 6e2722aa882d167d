"""Question which places or documents have a thing, some left aside -> the sentences of each that writes it, or that none does."""

import re
from collections.abc import Sequence

from answer.draft import Draft, Statement
from answer.mention import Mention, tell_documents, titles_of, told_of
from answer.presence import written
from facts.regions import Gazetteer
from index.catalog import DocumentInfo
from index.lexical import words
from index.numerals import numeral
from index.store import PassageIndex
from retriever.levels import LEVEL
from retriever.names import named_documents
from retriever.retrieval import Retrieval
from retriever.wanted import EVERYWHERE

BELOW = r"县市区?|区县市?|县区|市县"
OF_WHOM = rf"(?:地方|{BELOW}|城市|地区|市|县|区|规划|文件|方案|政策)"
WRITES = r"(?:也|都|同样|曾)?(?:在)?(?:提到|提及|提过|提出|提|写到|写进|写|讲到|讲|说到|说|用上|用|搞|推|建|设|有)(?:过|了|着)?"
OTHERS = re.compile(
    r"除(?:了|去|开)?(?P<out>[^，,。？?]{2,20}?)(?:之外|以外|外)?[，,]?(?=还|另|哪|也|谁|别|其|有)(?:还|另外?|也)?(?:有)?"
    rf"(?P<who>(?:谁|哪(?:里|儿|家|(?:[几些一二两三四五六]|几个|[二两三四五六]个|个|份|几份)?{OF_WHOM})|(?:别|其)[的他它]?(?:处|{OF_WHOM}))"
    rf"(?:的{OF_WHOM})?(?:里|中)?)(?:有没有|是否|是不是)?(?P<writes>{WRITES})"
)
SAYS = r"(?:也|都|同样|曾)?(?:提到|提及|提过|提了|写到|写进|写了|讲到|讲了)(?:过|了|着)?"
WHOSE = re.compile(rf"(?P<who>谁(?:家)?)(?:的(?:规划|文件|方案|政策)(?:里|中)?(?P<has>有)|(?:的{OF_WHOM}(?:里|中)?)?(?P<writes>{SAYS}))")
SEVERAL = re.compile(
    rf"(?:[\u4e00-\u9fff]{{0,4}}(?:下面|底下|下属|辖内|范围内))?(?:有)?(?P<who>哪(?:几|些|(?P<count>[二两三四五六]))(?:个|份)?{OF_WHOM})(?:的{OF_WHOM})?(?:里|中)?"
    rf"(?P<writes>{WRITES})"
)
DOES = re.compile(r"(?:也|都|同样|曾)?(?:搞|推|建|设|有)")  # and does not only say it
QUOTED = re.compile(r"[“\"「]([^”\"」]{2,20})[”\"」]")
KIND_SAID = re.compile(
    r"(?:(?:这|那)(?:一)?(?:种|个|样|类|项|套)(?:的)?[\u4e00-\u9fff]{0,4}|的(?:说法|做法|内容|字样|事儿?|叫法|提法)|[呢吗啊呀了的]|在|[，,：:。？?\s])+$"
)
OPENING = re.compile(r"^(?:关于|有关|像|过|了|[，,：:\s])+")
JOINED = re.compile(r"[、和与及或]")
SHORTEST = 2


def elsewhere(retrieval: Retrieval, index: PassageIndex, gazetteer: Gazetteer) -> Mention | None:
    """Return which documents write a thing; None where that is not asked, or where none writes it in the words of the question.

    Args:
        retrieval: question and hits.
        index: the documents.
        gazetteer: knows places.
    """
    text = retrieval.question.text
    others = OTHERS.search(text)
    asked = others or SEVERAL.search(text) or WHOSE.search(text)
    thing = _thing(text, asked) if asked else ()
    if not asked or not thing:
        return None
    regions = asked.re is WHOSE and retrieval.regions or {info.region for info in index.documents}
    aside = _aside(others["out"], index, gazetteer) if others else set()
    if re.search(BELOW, asked["who"]):
        aside |= {info for info in index.documents if info.region == gazetteer.top_region()}
    every = {info: told for info in index.documents if (told := _told(thing, info, index))}
    meant = [info for info in index.documents if info not in aside and (others or info.region in regions)]
    found = {info: told for info, told in every.items() if info in meant}
    term = thing[0][-1]
    counted = asked.re is SEVERAL and DOES.match(asked["writes"])
    if counted and len(found) != numeral(asked["count"] or "零"):
        return None  # another document may say of which it is true
    if found:
        said = {info: next(parts[-1] for parts in thing if written(parts[-1], index.texts[info.id])) for info in found}
        return Mention(tell_documents(said, found, [], index), "")
    if asked.re is not SEVERAL and all(written(term, index.texts[info.id]) is None for info in meant):
        if not every and _may_be_said_otherwise(term, index):
            return None
        draft = tell_documents(term, every, [], index) if every else Draft(index, 0)
        return Mention(draft, f"{titles_of(meant) if every else '资料'}没有提到“{term}”。")
    return None


def _thing(text: str, asked: re.Match[str]) -> tuple[tuple[str, ...], ...]:
    """The wordings of what is looked for, each as the words that one sentence must hold; none where the question names nothing."""
    if quoted := QUOTED.findall(text):
        return tuple((one,) for one in quoted)
    behind, before = text[asked.end() :], text[: asked.start()]
    for said in (behind, before):
        body = OPENING.sub("", KIND_SAID.sub("", said))
        body = EVERYWHERE.sub("", body) if said is before else body
        wordings = [tuple(part for part in one.split("的") if len(part) >= SHORTEST) for one in JOINED.split(body)]
        if found := tuple(parts for parts in wordings if parts):
            return found if not re.search(r"什么|多少|几|怎么|如何|哪|谁", body) else ()
    return ()


def _aside(out: str, index: PassageIndex, gazetteer: Gazetteer) -> set[DocumentInfo]:
    """The documents that a question leaves aside: those it names, else all of the places it names."""
    if named := named_documents(out, index.documents):
        return set(named)
    regions = {place.region for place in gazetteer.places(out) if place.region}
    regions |= {gazetteer.top_region()} if LEVEL.search(out) else set()
    return {info for info in index.documents if info.region in regions}


def _told(thing: Sequence[tuple[str, ...]], info: DocumentInfo, index: PassageIndex) -> list[Statement]:
    """The sentences of a document that hold all words of one of the wordings, in its order."""
    found = []
    for parts in thing:
        for one in told_of(parts[-1], info, index):
            said = index.texts[info.id][one.start : one.end]
            if all(written(part, said) for part in parts[:-1]):
                found.append(one)
    return list(dict.fromkeys(sorted(found, key=lambda one: one.start)))


def _may_be_said_otherwise(term: str, index: PassageIndex) -> bool:
    """Tell whether the documents have all the words that a term is made of."""
    own = re.sub(r"\s+", "", "".join(index.texts.values())).lower()
    return len(words(term)) > 1 and all(word.lower() in own for word in words(term) if len(word) > 1)
