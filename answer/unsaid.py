"""Question -> what its documents use or count without saying it: names, parts of a term, things they have no word for."""

import re
from collections.abc import Sequence

from answer.evidence import Evidence
from answer.list_fit import GREAT_KIND, common_ending, counts_as
from answer.readable import body_of
from facts.terms import load_synonyms
from index.lexical import words
from index.numerals import numeral
from index.store import PassageIndex

EXPANDED = re.compile(
    r"分别(?:指|代表|是|对应|有)|(?:是|指)哪[几些两三四五六七八九十]|哪[几两三四五六七八九十](?:个|项|种|类|条|大|家|样|化|字)|各(?:指|代表)"
)
TERM = re.compile(r"[“\"'‘]([^”\"'’]{2,16})[”\"'’]|(\d+(?:\s*[+＋]\s*[\dNn]+)+)|([一二三四五六七八九十]色[\u4e00-\u9fff])")
COUNTED_KIND = re.compile(r"([二三四五六七八九十]{1,2})[大项个类]([\u4e00-\u9fff]{2,4})")
PARTS = re.compile(r"[一二三四五六七八九十][\u4e00-\u9fff]")
LINE_END = "¶"
NAMES = re.compile(
    r"哪些(?:企业|公司|厂家|厂)(?:$|[，。？?])|(?:给|要|列)[^，。？?]{0,4}名单|哪[几两三四五六七八九十\d]+家(?:公司|企业|单位)?(?:$|[，。？?])|"
    r"(?:公司|企业)(?:名单|名称|叫什么)"
)
FIRMS = re.compile(r"公司|企业|厂家")
BODY = re.compile(r"[\u4e00-\u9fffA-Za-z]{2,10}(?:有限公司|股份公司|集团|公司)")
EXPLAINING = re.compile(r"[”\"]?[^，,。；;]{0,12}(?:[（(:：—]|[，,]?(?:是指|指的是|即)|包括|分别|为：)")
COUNTED_THING = re.compile(
    r"(?<![哪那这])(?:几|多少)(?:个(?!百分点|点(?!子))|家|项|座|台|条|所|支|件|名|位|处|片|辆|艘|亩)((?:(?!几|多少|哪)[\u4e00-\u9fffA-Za-z0-9]){2,16})"
)
DEED = re.compile(r"[了过着到]|^[啊呀呢吧嘛哦哈]|^(?:拿|用|做|获|能|发|给|进|去|要|会|参|受|享|申|通|建成|完成|得)")
OTHER_THING = re.compile(
    r"哪[几两三四五六七八九十](?:个|项|种|类|条|家)(?P<kind>[\u4e00-\u9fff]{2,4})"
)  # 飞地看中了哪几个城市: no parts of it
COUNTED_TERM = re.compile(r"[一二三四五六七八九十\d]")
MEANT = re.compile(r"分别(?:指|代表|是|对应)|指|代表")
TERM_COUNT = re.compile(r"[三四五六七八九]")
RUN = re.compile(r"([二三四五六七八九十]{1,2})个([\u4e00-\u9fff])")
QUOTED_ITEMS, TITLE = 2, 14  # quoted things before a term that it counts; characters before one in a title
COUNTED_DEED = re.compile(r"([二三四五六七八九十])(?:大|个|项)?([\u4e00-\u9fff]{2})(?=、|，|$)")
NEXT = 220  # characters behind a term in which a sentence would say of its parts what it counts
WITHIN = 90  # characters behind a term in which its parts would be listed
PLAN = re.compile(r"十[一二三四五六]五|规划|方案")
READ = 8


def uncounted(text: str, index: PassageIndex, region: str) -> str:
    """Return what a question wants the number of and the region's documents have no word for, "" where there is no such thing."""
    asked = COUNTED_THING.search(text)
    if not asked:
        return ""
    if DEED.search(asked[1]):  # 几家拿到了, 几个建成的: what is done, no thing
        return ""
    parts = [word for word in words(asked[1]) if len(word) > 1]
    own = "".join(body_of(index.texts[info.id]) for info in index.documents if info.region == region)
    forms = [form for part in parts for form in (part, *load_synonyms().expand(part))]
    return "" if not parts or any(form.lower() in own for form in forms) else f"{region}有多少{asked[1]}"


def uncounted_kind(text: str, index: PassageIndex, regions: Sequence[str]) -> str:
    """Return what a question takes for a set of so many (四大行动是哪四个) and the documents never speak of as such; else ""."""
    asked = GREAT_KIND.search(text)
    if not asked or not EXPANDED.search(text):
        return ""
    kind, count = asked["kind"], numeral(asked["count"])
    own = {info.id for info in index.documents if not regions or info.region in regions}
    if any(counts_as(kind, count, outline) for outline in index.outlines if outline.doc in own):
        return ""
    said = re.compile(rf"(?:{asked['count']}|(?<!\d){count})(?:大|个|项|条|类|种|家)?[^，。；]{{0,10}}{re.escape(kind[-2:])}")
    if any(said.search(body_of(index.texts[doc])) for doc in own):
        return ""
    return f"“{asked['count']}大{kind}”，也没有这个说法"


def unnamed(text: str, evidence: Sequence[Evidence]) -> str:
    """Return that the names of some counted enterprises are not told, where the evidence gives only their count; else ""."""
    if not NAMES.search(text) or not FIRMS.search(text) or not evidence:
        return ""
    best = evidence[0].coverage
    for item in evidence[:READ]:
        if item.coverage >= best * 0.6 and len(BODY.findall(item.text)) >= QUOTED_ITEMS:
            return ""
    return "具体是哪几家，只有数量" if re.search(r"\d", text) else "具体是哪几家"


def _is_listed(term: str, index: PassageIndex) -> bool:
    """Tell whether a heading holds as many things as a term counts (六大工程), or its parts are explained (“一核”即…，“三园”即…)."""
    if (counted := COUNTED_KIND.fullmatch(term)) and any(
        len(outline.items) == numeral(counted[1]) and common_ending([item.name for item in outline.items]).endswith(counted[2])
        for outline in index.outlines
    ):
        return True
    parts = PARTS.findall(term)
    bodies = [body_of(text) for text in index.texts.values()]
    return len(parts) > 1 and any(all(re.search(rf"[“\"]{part}[”\"]?(?:即|是|为|指|[:：])", body) for part in parts) for body in bodies)


def _is_run(term: str, before: str) -> bool:
    """Tell whether the words right before a term run through as many parts as it counts, each begun alike (一人一策一台账: 三个一)."""
    counted = RUN.fullmatch(term)
    said = before[before.rfind("“", 0, len(before.rstrip('“"')) - 1) + 1 :] if counted else ""
    return counted is not None and len(re.findall(f'{counted[2]}[^{counted[2]}，、“”"]{{1,8}}', said)) == numeral(counted[1])


def _is_counted_off(term: str, behind: str) -> bool:
    """Tell whether a sentence behind a term says what it counts of as many things (甲、乙、丙均实现倍增: 三倍增)."""
    return any(
        said in sentence and len(re.split("[、和]", sentence)) == numeral(count)
        for count, said in COUNTED_DEED.findall(term)
        for sentence in re.split("[。；;]", behind)[1:]
    )


def _is_list(before: str) -> bool:
    """Tell whether the words right before a term list things that it counts, and do not list the term among them."""
    one_of_them = before.rstrip('“"').endswith("、")
    quoted = len(re.findall('[“"]', before.rstrip('“"'))) >= QUOTED_ITEMS
    return quoted or (bool(re.search("[、+]", before)) and not one_of_them)


def _asks_other_thing(text: str, term: str) -> bool:
    """Tell whether a question that writes a term asks for things of another kind, not for what the term is made of."""
    if re.search(rf"{re.escape(term)}[”\"’']?[^，。？?]{{0,4}}[中里内]，?[^，。？?]{{2,}}的[^，。？?]{{2,}}(?:分别|各)", body_of(text)):
        return True  # “一区多园”中，某分园的面积和产业分别是什么
    other = None if COUNTED_TERM.search(term) or MEANT.search(text) else OTHER_THING.search(text)
    return bool(other) and not any(term.endswith(end) for end in (other["kind"][-1], other["kind"][1])) if other else False


def _explains(body: str, used: re.Match[str], term: str) -> bool:
    """Tell whether what stands around a term that is used lists its parts."""
    behind, before = body[used.end() : used.end() + NEXT].replace(LINE_END, ""), body[max(0, used.start() - WITHIN // 2) : used.start()]
    if _is_counted_off(term, behind):
        return True
    behind = body[used.end() : used.end() + WITHIN].replace(LINE_END, "")
    if listed := TERM_COUNT.search(term):
        if len(re.split("[、和]", re.split("[。；;]", behind)[0])) >= numeral(listed.group()):
            return True
    if EXPLAINING.match(behind) and len(re.findall(r"[、；;]|[“\"]?\d[”\"]|[，,][^，,、。；;]{2,20}\d", behind)) >= 2:
        return True
    before = re.split(f"[。；;{LINE_END}]", before)[-1]
    if _is_list(re.split("[，,]", before)[-1]) or _is_run(term, before):
        return True
    titled = len(before) <= TITLE and not re.search("[，,]", before)
    return titled and bool(re.match(r"[”\"]?(?:建设|体系|布局|战略|格局)?[。:：]", behind))  # the title of what explains it


def unexplained(text: str, index: PassageIndex, before: str = "") -> str:
    """Return that a term is used without its parts, which are asked for, ever being listed; else "".

    Args:
        text: the question.
        index: the documents.
        before: what it goes on from, in which a term is looked for where it has none.
    """
    terms = [
        group for turn in (text, before) for found in TERM.finditer(turn) for group in found.groups() if group and not PLAN.search(group)
    ]
    if not terms or not EXPANDED.search(text):
        return ""
    term = body_of(terms[0])
    if _is_listed(term, index) or _asks_other_thing(text, term):
        return ""
    used = False
    for body in (body_of(index.texts[info.id].replace("\n", LINE_END)) for info in index.documents):
        for match in re.finditer(re.escape(term), body):
            used = True
            if _explains(body, match, term):
                return ""
    return f"“{term}”各指什么，只用了这个说法" if used else ""
