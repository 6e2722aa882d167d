"""Blocks of labelled lines (支持对象：… 申报条件：… 支持标准：…) -> measures."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from facts.amounts import read_amounts
from facts.applicant_rules import CHOICE
from facts.benefits import benefit_of, kind_of
from facts.conditions import read_conditions
from facts.date_rules import days_of_window
from facts.governing import UNASKED
from facts.grounds import grounds_of, stripped
from facts.label_blocks import NUMBERED, TITLED, Block
from facts.measure import Amount, Condition, ConditionKind, Measure
from facts.reaches import BULLET
from facts.rules import HAD
from facts.sentences import Sentence, signs
from index.catalog import DocumentInfo
from index.markers import parse_marker

TITLE = re.compile(r"(?:政策|事项|项目|条款|奖补|奖励)(?:名称|项目|事项)")  # a label that the reader took for a heading
GOES_ON = re.compile(r"^(?:其中|累计|达到|超过|全部|单个|每家|每个主体|同一)")
COUNTED = re.compile(
    r"^(?:(?:方向|专题|类别|板块|模块|事项|赛道)[一二三四五六七八九十\d]+[：:　\s]|[A-F]\d{1,2}[、：:．.\s]\s*|[▶►➤★●■◆]\s*)"
)
BY_TABLE = re.compile(r"(?:按照?|见|详见)(?:下表|附表|附件)")  # the rows of the table are the measures
OPEN = re.compile(r"按|给予|一次性")  # a rule that names nobody: what follows it is a tier of the same
OPENED = re.compile(r"^[^，。；]{4,60}的，")  # 上年度首次通过认定的，一次性奖励…
RULE = re.compile(r"的(?:企业|单位|主体|个人)?，(?:按|给予|一次性|每|分别|依次|奖励|补助)")  # a whole rule, no cell
OTHERS = re.compile(r"(?:对)?其[他余它](?!同|奖|补|事)")  # who has none of the sums before it
FREED = re.compile(r"不受(?:本条|本款|前款|上款)(?:第?(?P<item>[（(][一二三四五六七八九十]+[）)])项?)?[^，。；]{0,16}限制")
LINE_END = re.compile(r"(?<=[^，。；：、（\s])[ \t]*\n\s*")  # within what is paid: 每场奖励800元|每家每年最高16万元
REMARK = re.compile(r"不(?:奖|予|得|再|计)|就高|差额")


def in_time(measure: Measure, block: Block) -> Measure:
    """Return a measure with the window that its block states; with none where that says that it is always open, or open later."""
    words = "".join(_bare(sentence) for sentence in block.when)
    opens, closes = days_of_window(words) if words else (measure.opens, measure.closes)
    return replace(measure, opens=opens, closes=closes)


def labelled_measures(info: DocumentInfo, block: Block, text: str) -> Iterator[Measure]:
    """Yield what a block states: one measure where it names whom it is for, else one for every rule of its text."""
    for part in [block] if block.who and not _several(block) else _parts(block):
        if measure := _measure(info, part, text):
            yield measure


def _parts(block: Block) -> list[Block]:
    """The rules of a block's text, each with what goes on with it; what the text excludes is excluded from all of them."""
    standard = _states_sums(block)
    barred = [sentence for sentence in block.gives[1:] if standard and signs()["excludes"].search(sentence.text) and not _paid(sentence)]
    parts: list[Block] = []
    for sentence in block.gives:
        if sentence in barred or not _bare(sentence):
            continue  # the label alone, above a numbered list
        remark = standard and not (NUMBERED.match(sentence.text) or _paid(sentence))
        tier = standard and bool(parts) and _next_tier(parts[-1].gives[-1], sentence)
        if parts and (remark or tier or _goes_on(parts[-1].gives, sentence)):
            parts[-1].gives.append(sentence)
        else:
            parts.append(
                Block(block.titles, name=block.name, barred=block.barred, who=block.who, terms=[*block.terms, *barred], gives=[sentence])
            )
    return parts


def _states_sums(block: Block) -> bool:
    """Tell whether a block's label says that what follows it are the sums: 支持标准, not 支持措施."""
    return block.gives[0].sums


def _paid(sentence: Sentence) -> tuple[Amount, ...]:
    """What a sentence under a label that states sums pays."""
    words = _bare(sentence)
    return read_amounts(words) or read_amounts(words, cell=True)


def _next_tier(last: Sentence, sentence: Sentence) -> bool:
    """Tell whether a sentence goes on with the sums of the one before it: on the same line, or for all others."""
    if OTHERS.match(_bare(sentence)):
        return True
    return last.text.rstrip().endswith(("；", ";")) and not (signs()["item"].match(sentence.text) or sentence.role)


def _several(block: Block) -> bool:
    """Tell whether a block gives several things, each in a numbered item of its own that begins with who gets it."""
    items = [sentence for sentence in block.gives if signs()["item"].match(sentence.text[sentence.lead :])]
    return len(items) > 1 and all(read_amounts(item.text) and OPENED.search(stripped(item, "general").reading) for item in items)


def _goes_on(gives: Sequence[Sentence], sentence: Sentence) -> bool:
    """Tell whether a sentence goes on with the rule before it: by its words, or as a tier or a remark under the same number."""
    words = re.sub(r"\s", "", sentence.text)
    numbered = [signs()["item"].match(item.text) is not None for item in (gives[0], sentence)]
    if GOES_ON.match(words):
        return True
    open_ = gives[-1].text.rstrip().endswith(("；", ";"))
    if numbered[1] or not (numbered[0] or open_):
        return False
    tier = numbered[0] and words[:2] in gives[-1].text or OPEN.match(_bare(gives[0]))
    return bool(tier) or bool(REMARK.search(words) and not read_amounts(words))


def _measure(info: DocumentInfo, block: Block, text: str) -> Measure | None:
    """Return the measure that a block states, None where it pays and supports nothing."""
    first, last = block.gives[0], block.gives[-1]
    given = [sentence for sentence in block.gives if not signs()["excludes"].search(sentence.text)] or block.gives
    lead = first.lead
    several = bool(block.who) and bool(OPENED.search(stripped(replace(first, text=first.text[lead:]), "general").reading))
    itself = several or bool(NUMBERED.match(first.text[lead:])) or bool(OPENED.match(stripped(first, "general").reading))
    number = signs()["item"].match(first.text[lead:]) if itself else None
    start, end = first.start + lead + (number.end() if number else 0), last.end
    words = text[start:end].rstrip("。；;，, \n")
    whom = "".join(_bare(sentence) for sentence in block.who)
    cases = next((_bare(sentence) for sentence in [*block.who, *block.terms] if "、" in sentence.text), whom)
    paid = "；".join(_bare(sentence) for sentence in given)
    each = paid.startswith(("分别", "依次"))
    amounts = read_amounts(f"{cases}，{paid}" if each else paid, cell=bool(block.who) and not each and not RULE.search(paid))
    amounts = amounts or (read_amounts(paid, cell=True) if _states_sums(block) else ())
    benefit = benefit_of(f"支持企业{paid}")
    if not amounts and (benefit is None or BY_TABLE.search(paid)):
        return None
    heading = (block.titles or ("",))[-1]
    heading = COUNTED.sub("", heading)
    if TITLE.fullmatch(heading) and (titled := TITLED.match((block.who or block.terms or block.gives)[0].passage.text)):
        heading = titled["name"]
    number_less = re.sub(r"^[【（(]?(?:类别)?[一二三四五六七八九十\d]+[】）)、.．]?\s*|[【】]", "", heading)
    called = next((one for one in block.name if one.role == "name"), *block.name[:1]) if block.name else None
    name = _bare(called) if called else number_less or whom[:24]
    kind, label = kind_of(name + paid)
    barred = [sentence for sentence in block.terms if signs()["excludes"].search(sentence.text)]
    barred += [sentence for sentence in block.who if signs()["excludes"].search(_bare(sentence)) and "，" not in sentence.text]
    excluded = [ground for sentence in block.gives if not read_amounts(_bare(sentence)) for ground in _grounds(sentence)]
    excluded += [ground for sentence in barred for ground in _grounds(sentence)]
    excluded += [ground for sentence in block.barred for ground in _barring(sentence)]
    asked = [
        sentence
        for sentence in [*block.who, *block.terms]
        if sentence not in barred and _bare(sentence) and not (UNASKED.search(sentence.text) or CHOICE.search(sentence.text))
    ]
    if freed := FREED.search(paid):
        asked = [sentence for sentence in asked if freed["item"] and not sentence.text.lstrip().startswith(freed["item"])]
    waived = [_condition(sentence, "general") for sentence in block.terms if sentence not in (*asked, *barred)]
    conditions = [*_headed(block, text), *(_condition(sentence, "clause") for sentence in asked)]
    tiered = block.who and len(amounts) > 1 and amounts[0].when  # the tiers say what is asked for
    said = max([start + len(words) if not _states_sums(block) else start, *(item.end for item in given if _paid(item))])
    conditions += [] if tiered else read_conditions(text, start, min(said, start + len(words)), info.region)
    return Measure(
        info.id,
        info.region,
        name,
        kind,
        label,
        bool(amounts),
        words,
        start,
        start + len(words),
        first.passage.passage_id,
        conditions=(*conditions, *excluded),
        amounts=amounts,
        notes=tuple(waived),
        paying=paid if amounts else "",
    )


def _headed(block: Block, text: str) -> Iterator[Condition]:
    """What the heading of an entry says that it is for, behind its code: E2 国家级赛事."""
    heading = (block.titles or ("",))[-1]
    marker = parse_marker(heading)
    if marker is None or marker.style != "code" or block.who:
        return
    words = heading[marker.end :].strip("、：:．. 　")
    start = text.rfind(words, 0, block.gives[0].start)
    if start >= 0:
        yield Condition(words, start, start + len(words), "clause", re.sub(r"\s+", "", words))


def _grounds(sentence: Sentence) -> Iterator[Condition]:
    """The grounds on which a sentence of a block gives nothing: that one is barred, or has had the same elsewhere."""
    words = re.sub(r"\s+", "", sentence.text[sentence.lead :])
    if sign := signs()["excludes"].search(words):
        yield from grounds_of(sentence, words[: sign.start()])
    elif had := HAD.search(words):
        yield from grounds_of(sentence, words[: had.end()])


def _barring(sentence: Sentence) -> Iterator[Condition]:
    """The grounds that stand behind a label of what is barred, whether they say again that they bar or not."""
    if found := list(_grounds(sentence)):
        yield from found
    elif words := _bare(sentence):
        yield from grounds_of(sentence, words)


def _bare(sentence: Sentence) -> str:
    """Its words without label and number."""
    words = NUMBERED.sub("", sentence.text[sentence.lead :], count=1).strip()
    return re.sub(r"\s+", "", LINE_END.sub("，", words)).rstrip("。；")


def _condition(sentence: Sentence, kind: ConditionKind) -> Condition:
    lead = sentence.lead
    lead += match.end() - 1 if (match := BULLET.match(sentence.text[lead:])) else 0
    number = signs()["item"].match(sentence.text[lead:])
    lead += number.end() if number else 0
    words = sentence.text[lead:].rstrip("。；;，, \n")
    start = sentence.start + lead
    return Condition(words, start, start + len(words), kind, re.sub(r"\s+", "", words))
