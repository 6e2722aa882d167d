"""Targets in words (实现倍增, 全覆盖, 翻一番) -> facts whose value is the word."""

import re
from collections.abc import Iterator, Sequence

from facts.carried import Carried
from facts.fact import Fact, Span
from facts.held_years import period_year
from facts.indicators import match_name, own_name
from facts.named import Named
from facts.periods import YearMention
from facts.scope import VERBS
from index.catalog import DocumentInfo
from index.passages import Passage

WORD = re.compile(
    r"(?P<names>[^，。；：！\n]{2,80}?)(?:等(?:方面|主要(?:创新)?指标|指标|领域)?)?(?:均|都|全部)?(?P<near>基本)?(?:实现|达到|完成)?(?P<part>基本)?"
    r"[“\"]?(?P<word>倍增|翻番|翻一番|翻两番|全覆盖|双覆盖|(?<=基本)覆盖)[”\"]?(?=[，。；、！\n]|$)"
)
LEAD = re.compile(r"^.*?(?:到\s*20\d\d\s*年(?:底|末)?|力争|确保|推动|实现|全面|并)(?=[^，]{2,})")
COVERAGE = "覆盖率"
NO_NAME = re.compile(r"^(?:[比较].*|[^、]{0,3}|.*(?:计划|行动|工程)[”\"]?)$")


def worded_targets(sentence: str) -> Iterator[tuple[str, int, int, str, int, int]]:
    """Yield (name, start, end, word, start, end) of every target in words, positions in the sentence.

    >>> [(name, word) for name, _, _, word, _, _ in worded_targets("到2025年，高新技术企业数、科技型中小企业数等实现倍增。")]
    [('高新技术企业数', '倍增'), ('科技型中小企业数', '倍增')]
    >>> [name for name, *_ in worded_targets("到2025年，各县（市、区）创新平台、产业园区全覆盖。")]
    ['各县（市、区）创新平台', '产业园区']
    """
    for match in WORD.finditer(sentence):
        body, at = match["names"], match.start("names")
        lead = LEAD.match(body)
        if lead:
            body, at = body[lead.end() :], at + lead.end()
        said = "基本" if match["near"] or match["part"] else ""
        for piece in re.finditer(r"(?:[（(][^（()）]*[）)]|[^、])+", body):
            bare = VERBS.sub("", piece.group()).strip("“”*")
            start = at + piece.start() + piece.group().find(bare)
            if bare and not NO_NAME.match(bare):
                yield bare, start, start + len(bare), said + match["word"], match.start("word"), match.end("word")


def worded_facts(
    info: DocumentInfo,
    passage: Passage,
    text: str,
    sentence: tuple[int, int],
    mentions: Sequence[YearMention],
    carried: Carried,
    scope: str,
) -> Iterator[Fact]:
    """Yield the targets in words of a sentence, where a year of the plan's period holds.

    Args:
        info: the document.
        passage: the passage that holds it.
        text: the document's text.
        sentence: its span.
        mentions: the years that it names.
        carried: what holds on from the text before.
        scope: the body that it is about, or "".
    """
    start, end = sentence
    first = info.years[0] if info.years else 0
    for name, low, high, word, left, right in worded_targets(text[start:end]):
        before = [one for one in mentions if one.end <= start + left]
        mention = before[-1] if before else (carried.years[-1] if carried.years else carried.goal(passage))
        mention = mention or period_year(info, passage, text[start:end], Named(name, low, high, ""), carried)
        if mention is None or mention.year < first:
            continue
        covered = f"{own_name(name)}{COVERAGE}" if "覆盖" in word and not name.endswith(COVERAGE) else ""  # no amount of the thing
        found = match_name(covered or name)
        yield Fact(
            doc=info.id,
            region=info.region,
            indicator=found.indicator.id if found and not found.before else covered or own_name(name),
            name=name,
            year=mention.year,
            value=word,
            value_high=None,
            unit="",
            comparator="",
            kind="target",
            scope="" if scope == info.region else scope,
            note="",
            spans=(Span(start + left, start + right), Span(start + low, start + high)),
            passage_id=passage.passage_id,
        )
