"""Question for the parts of what is counted (四大工程, “两园两院”) -> the clause that names that many: 甲、乙、丙、丁四大工程."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from answer.answer import MAX_CITATION, MAX_FACT
from answer.case import Case
from answer.draft import Draft, Statement
from answer.list_fit import ASKED, OF_TITLE, only_asks
from answer.readable import readable
from answer.wording import sentence_words, shorten
from index.numerals import numeral
from index.passages import Passage
from retriever.concepts import coverage
from retriever.names import named_documents

NUMERALS = "两二三四五六七八九十"
COUNTER = "大|个|项|条|类|种|家|座|支|块|位"
CLAUSE = re.compile(r"[^，。；：:！？\n\t|]+")
SENTENCE = re.compile(r"[^。；\n\t|]+[。；]?")
TAIL = re.compile(rf"(?P<count>[{NUMERALS}]|\d{{1,2}})(?:{COUNTER})?(?P<kind>[\u4e00-\u9fff]{{1,12}})")
TERM = re.compile(r"[“\"](?P<term>[^”\"、]{2,8})[”\"]")
PART = re.compile(rf"[一{NUMERALS}]|\d{{1,2}}")
JOINT = re.compile(r"以及|[、+＋和与及]")
EACH_ONE = re.compile(r"一(?=[\u4e00-\u9fff]{1,6})")  # 一物种一团队一基地
ASKED_KIND = re.compile(
    rf"(?:哪?(?P<count>[{NUMERALS}]|\d{{1,2}})|哪几?|几)(?:{COUNTER})?[“\"]?(?P<kind>[\u4e00-\u9fff]{{1,8}}?)[”\"]?(?=分别|各自|都|叫|指|是|有|包括|呢|吗|[？?，,。]|$)"
)
PERIOD = re.compile(r"[“\"]?十[一二三四五六]五[”\"]?的?")  # 十四五的三大高地: no 四 of anything
BY_MEANS = re.compile(r"以(?!及)|依托|通过")  # 以重大工程、社会管理工程等为依托: what is done by them
SAYS_WHAT = re.compile(r"什么|啥|谁|指|包括|含义|意思|哪|几")
LONG = 240  # characters of a sentence from which on its clause is told alone
IN_PASSAGE = 0.8  # what a whole passage holds counts for so much of what the sentence itself does
ENOUGH = 0.5  # share of what else is asked about that the sentence and its headings hold


@dataclass(frozen=True, slots=True)
class Counted:
    """A clause that names several things: how many, what they are called together, in which passage and where."""

    items: tuple[str, ...]
    tail: str
    passage: Passage
    start: int
    end: int

    def of_kind(self, kind: str, count: int) -> bool:
        """Tell whether the clause counts things of a kind, or most of what it names is called so, as many as are asked for."""
        for match in TAIL.finditer(self.tail):
            if numeral(match["count"]) in (
                len(self.items),
                len(JOINT.split(self.tail[: match.start()])) - 1 + len(self.items),
            ):
                if self._called(kind, match["kind"]) and count in (0, numeral(match["count"])):
                    return True
        alike = sum(item.endswith(kind) or item.startswith(kind) for item in self.items)
        return 2 * alike > len(self.items) and count in (0, len(self.items)) and not BY_MEANS.match(self.items[0])

    def _called(self, kind: str, own: str) -> bool:
        """Tell whether a kind as it is asked for is the one that the clause writes, what all its things say before it left out."""
        return kind in own[: len(kind) + 4] or (
            len(own) > 1 and kind.endswith(own) and all(kind.removesuffix(own) in item for item in self.items)
        )

    def called(self, text: str) -> bool:
        """Tell whether a question writes what the clause calls its things in quotation marks: “两园两院”, “四个一”."""
        for match in TERM.finditer(self.tail):
            parts = [numeral(part) for part in PART.findall(match["term"])]
            if match["term"] in text and len(self.items) in (sum(parts), *parts[:1]):
                return True
        return False


def counted_phrase(case: Case) -> Draft | None:
    """Return the sentence that names the parts asked for, None where no clause of the documents asked counts them."""
    found = find_counted(case)
    return _write(found, case) if found else None


def find_counted(case: Case) -> Counted | None:
    """Return the clause that counts what a question asks for, None where no clause of the documents asked does."""
    text = case.text
    if not (ASKED.search(text) or (TERM.search(text) and SAYS_WHAT.search(text))):
        return None
    asked = [(match["kind"], numeral(match["count"] or "") if match["count"] else 0) for match in ASKED_KIND.finditer(PERIOD.sub("", text))]
    named = {info.id for info in named_documents(text, case.index.documents)}
    docs = [
        info.id for info in case.index.documents if (not case.regions or info.region in case.regions) and (not named or info.id in named)
    ]
    asked = [(kind, count) for kind, count in asked if not re.fullmatch(COUNTER, kind)]  # 有几家: a number, no parts
    found: list[tuple[float, Counted]] = []
    for one in _clauses(case, docs):
        term = one.called(text)
        kinds = [kind for kind, count in asked if one.of_kind(kind, count)]
        if term or kinds:
            found.append((_share(one, case, kinds) + term, one))
    best = max(found, key=lambda pair: pair[0], default=None)
    if not best or best[0] < ENOUGH:
        return None
    return best[1]


def _clauses(case: Case, docs: Sequence[str]) -> Iterator[Counted]:
    for passage in case.index.passages:
        if passage.doc not in docs or passage.kind in ("title", "contents"):
            continue
        body = case.index.texts[passage.doc][passage.start : passage.end]
        for match in CLAUSE.finditer(body):
            pieces = re.split(r"[、+＋]|(?<=[”\"])(?=“)", match.group())
            start = passage.start + match.start()
            if len(pieces) > 2 or (len(pieces) == 2 and re.search(r"[和与及]|[两二]", pieces[1])):
                yield _counted(pieces, passage, start, passage.start + match.end())
            elif len(parts := EACH_ONE.split(match.group())) > 3:
                yield Counted(tuple(parts[1:]), parts[-1], passage, start, passage.start + match.end())


def _counted(pieces: Sequence[str], passage: Passage, start: int, end: int) -> Counted:
    """The things a clause names; the last of them may be joined by 和, and what counts them all stands behind it."""
    last = re.split(r"以及|[和与及]", pieces[-1], maxsplit=1)
    names = [*pieces[:-1], *(last if len(last) > 1 and len(last[0]) > 1 else pieces[-1:])]
    names[-1] = re.split(rf"等?[“\"]?(?:[{NUMERALS}]|\d{{1,2}})(?:{COUNTER})|等|[“\"][^”\"]*[{NUMERALS}]", names[-1])[0] or names[-1]
    return Counted(tuple(name.strip(' “”"') for name in names), pieces[-1], passage, start, end)


def _share(one: Counted, case: Case, kinds: Sequence[str]) -> float:
    """The share of what else is asked about that the sentence and its headings hold; all of it where nothing else is."""
    title = case.index.infos[one.passage.doc].title
    rest = [
        concept
        for concept in case.concepts
        if not only_asks(concept.key)
        and not any(concept.key in kind or kind in concept.key for kind in kinds)
        and not (concept.key in title and OF_TITLE.fullmatch(concept.key))
        and concept.key not in one.tail
    ]
    total = sum(concept.weight for concept in rest)
    around = [*one.passage.headings[-2:], one.passage.row.label if one.passage.row else ""]
    near = coverage(rest, *readable("\n".join([_sentence(one, case)[0], *around])))
    whole = coverage(rest, *readable("\n".join([case.index.texts[one.passage.doc][one.passage.start : one.passage.end], *around])))
    return max(near, IN_PASSAGE * whole) / total if total else 1.0


def _sentence(one: Counted, case: Case) -> tuple[str, int, int]:
    body = case.index.texts[one.passage.doc]
    for match in SENTENCE.finditer(body, one.passage.start, one.passage.end):
        if match.start() <= one.start and one.end <= match.end():
            return match.group(), match.start(), match.end()
    return body[one.start : one.end], one.start, one.end


def _write(one: Counted, case: Case) -> Draft:
    """The sentence, or its clause alone where it is long."""
    words, start, end = _sentence(one, case)
    if len(words) > LONG:
        words, start, end = case.index.texts[one.passage.doc][one.start : one.end], one.start, one.end
    draft = Draft(case.index, MAX_FACT)
    region = case.index.infos[one.passage.doc].region
    label = f"{one.passage.row.label}：" if one.passage.row and one.passage.row.label not in words else ""
    lead = f"{region}：{label.rstrip('：')}" if label else region
    draft.state(Statement(shorten(sentence_words(words), MAX_CITATION), one.passage, start, min(end, start + MAX_CITATION), lead))
    return draft
