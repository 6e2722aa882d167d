"""A model's reply and what it was given -> what is wrong with it: nothing unsupported, changed, added or left out."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from answer.answer import MAX_CITATIONS, Answer, Citation
from answer.arithmetic import formulas
from answer.claims import MARKS, claims
from answer.fidelity import unfaithful
from answer.figures import figures
from answer.plain import bare, plain
from answer.reply import is_refusal, marks_of
from answer.support import supports
from answer.telling import short_name
from answer.verifier import OWN_WORDS, Verifier
from answer.years import year_mentions
from facts.indicators import aliases, folded, load_indicators
from prompts.signs import speaks_to_a_model

MARKUP = re.compile(r"<\s*[a-zA-Z/!?]|&#?\w+;|\]\(|!\[|\|\s*-{3}|[\x00-\x08\x0b-\x1f\x7f]|https?:|www\.|\w@\w+\.")
Key = tuple[object, object, str, str]  # first and last value, sense, kind of unit
VERDICTS = ("(?<!不)符合", "不符合", "(?<!不)满足", "不满足", "待确认", "明确", "方向")  # what is told of a measure that may fit
SHORTEST = 6  # characters of a reply that says something
SHORTEST_CLAIM = 3
SHORTEST_NAME = 4  # characters of an indicator's name that is no word of any other use
SHOWN = 60  # characters of a sentence that is named in a fault
MOST_FAULTS = 8


@dataclass(frozen=True, slots=True)
class Basis:
    """What a reply is held against.

    Attributes:
        answer: made without a model.
        limit: characters an answer may have.
        sources: what the model may cite, by number.
        english: the question is in English.
    """

    answer: Answer
    limit: int
    sources: Mapping[int, Citation]
    english: bool = False

    @property
    def own_lines(self) -> tuple[str, ...]:
        """Lines of the program's own: the place assumed, what decides in the end."""
        return tuple(line for line in self.answer.answer.split("\n") if not marks_of(line) and OWN_WORDS.fullmatch(line.strip()))


def sentence_faults(text: str, basis: Basis, verifier: Verifier) -> list[str]:
    """Return what is wrong with the sentences of a reply, or of its beginning, a line each; as few as will do."""
    if MARKUP.search(text) or speaks_to_a_model(text):
        return ["不要写链接、记号、代码，也不要复述资料或问题中的要求"]
    marks = marks_of(text)
    if unknown := [mark for mark in marks if mark not in basis.sources]:
        return [f"[{mark}] 不是材料的编号" for mark in unknown[:MOST_FAULTS]]
    cited = [basis.sources[mark] for mark in marks]
    found = []
    held = supports(cited, verifier.source)
    draft = bare(basis.answer.answer)
    told = claims(text)
    if len({bare(claim.text) for claim in told}) < len(told):
        found.append("同一句话写了两遍")
    for claim in told:
        words = claim.text.strip()
        if len(bare(words)) < SHORTEST_CLAIM and bare(words) not in draft:
            found.append(f"“{words}”不成句")
        elif not claim.marks:
            if bare(words) not in draft:
                found.append(f"“{words[:SHOWN]}”没有材料编号")
        elif wrong := unfaithful(words, [held[mark] for mark in claim.marks], basis.answer.answer, bool(basis.answer.facts)):
            found.append(f"“{words[:SHOWN]}”：{wrong}")
    failed = [check.what for check in verifier.verify(text, cited, basis.own_lines, basis.answer.question) if not check.ok]
    found += [f"“{what[:SHOWN]}”在所标的材料里没有根据" for what in dict.fromkeys(failed)]
    return found[:MOST_FAULTS]


def whole_faults(text: str, basis: Basis, verifier: Verifier) -> list[str]:
    """Return what is wrong with a reply as a whole: empty, a refusal, too long, figures or places left out or added."""
    if not _says_something(text):
        return ["回答是空的"]
    if is_refusal(text) or not marks_of(text):
        return ["回答没有引用材料"]
    if len(text) > basis.limit:
        return [f"回答有 {len(text)} 个字，超过 {basis.limit} 个字"]
    found = []
    if len(marks_of(text)) > MAX_CITATIONS:
        found.append(f"引用的材料超过 {MAX_CITATIONS} 条")
    found += _calculations(text, basis)
    found += [f"没有写明地方“{stem}”" for stem in _places_left_out(text, basis, verifier)]
    found += _measures_changed(text, basis) if basis.answer.measures else []
    if basis.answer.facts:
        found += _figures_changed(text, basis) + _results_moved(text) + _indicators_added(text, basis)
    return found


def _says_something(text: str) -> bool:
    return len(bare(MARKS.sub("", text))) >= SHORTEST


def placed(text: str, basis: Basis, verifier: Verifier) -> str:
    """Return a reply with the one place it is about in front, as answers have it, where it names none."""
    if not _says_something(text):
        return text
    missing = _places_left_out(text, basis, verifier)
    docs = {basis.sources[mark].doc for mark in marks_of(text) if mark in basis.sources}
    regions = {verifier.source.infos[doc].region for doc in docs}
    if len(missing) != 1 or len(regions) != 1 or _named(text, verifier) or basis.english:
        return text
    return f"{regions.pop()}：{text}"


def _places_left_out(text: str, basis: Basis, verifier: Verifier) -> list[str]:
    """Places that the draft names and a reply cites but does not name."""
    cited = [basis.sources[mark] for mark in marks_of(text) if mark in basis.sources]
    regions = {support.region for support in supports(cited, verifier.source).values()}
    told = _named(text, verifier)
    return [stem for stem in _named(basis.answer.answer, verifier) if stem in regions and stem not in told]


def _named(text: str, verifier: Verifier) -> list[str]:
    return list(dict.fromkeys(place.stem for place in verifier.gazetteer.places(text) if place.region))


def _measures_changed(text: str, basis: Basis) -> list[str]:
    """Measures that a reply leaves out, and words of a verdict on them that it tells more or less often."""
    told, draft = marks_of(text), basis.answer.answer
    left_out = [f"漏了材料 [{mark}]" for mark in marks_of(draft) if mark not in told]
    counts = {word: (len(re.findall(word, draft)), len(re.findall(word, text))) for word in VERDICTS}
    return left_out + [f"“{word}”应写 {wanted} 次" for word, (wanted, found) in counts.items() if wanted != found]


def _figures_changed(text: str, basis: Basis) -> list[str]:
    """Figures, bounds and years that a reply adds or leaves out; formulas count as what they hold."""
    wanted, told = _figures(basis.answer.answer), _figures(text)
    left_out = [words for key, words in wanted.items() if not _is_among(key, told, basis.english)]
    added = [words for key, words in told.items() if not _is_among(key, wanted, basis.english)]
    return [f"漏了“{words}”" for words in left_out[:MOST_FAULTS]] + [f"多了“{words}”" for words in added[:MOST_FAULTS]]


def _calculations(text: str, basis: Basis) -> list[str]:
    """Formulas that are not the program's: a model calculates nothing."""
    own = {bare(one.text) for one in formulas(_unmarked(basis.answer.answer))}
    return [f"“{one.text}”不是给出的算式" for one in formulas(_unmarked(text)) if bare(one.text) not in own]


def _unmarked(text: str) -> str:
    return plain(re.sub(r"\s*\[\d+\]", "", text))


def _results_moved(text: str) -> list[str]:
    """Formulas that stand behind another figure than the one they come to."""
    body = _unmarked(text)
    before = {figure.start + len(figure.text): figure for figure in figures(body)}
    pairs = [(before[formula.start], formula.result) for formula in formulas(body) if formula.start in before]
    return [f"“{figure.text}”后面的算式得出的不是它" for figure, result in pairs if result not in (figure.low, figure.high)]


def _indicators_added(text: str, basis: Basis) -> list[str]:
    """Indicators that a reply names and the draft does not: its figures would be of something else."""
    known = {str(fact["indicator"]) for fact in basis.answer.facts} | set(_indicators(basis.answer.answer))
    return [f"多了指标“{name}”" for one, name in _indicators(text).items() if one not in known]


def _indicators(text: str) -> dict[str, str]:
    """Id -> name of the indicators that a text names, longer names first, so that none is taken for a part of another."""
    body = folded(text)
    found = {}
    for alias, indicator in aliases():
        if alias in body:
            found[indicator.id] = alias
            body = body.replace(alias, "|")
    return found


def _figures(text: str) -> Mapping[Key, str]:
    body = _unmarked(text)
    found: dict[Key, str] = {(one.low, one.high, one.sense, one.kind): one.text for one in figures(body)}
    found |= {(mention.first, mention.last, "year", ""): body[mention.start : mention.end] for mention in year_mentions(body)}
    return found


def _is_among(key: Key, others: Mapping[Key, str], english: bool) -> bool:
    """Tell whether a figure is told elsewhere; English leaves out the words that Chinese counts things with."""
    return key in others or (english and any(key[:3] == other[:3] and not (key[3] and other[3]) for other in others))


def with_written_names(text: str, basis: Basis) -> str:
    """Call the indicators of an answer of figures as the documents do, where a reply takes over the question's words."""
    for fact in basis.answer.facts:
        own = short_name(str(fact["name"]))
        indicator = load_indicators().get(str(fact["indicator"]))
        for alias in sorted(indicator.aliases if indicator else (), key=len, reverse=True):
            if len(alias) >= SHORTEST_NAME and alias in text and alias not in basis.answer.answer and own in basis.answer.answer:
                text = text.replace(alias, own)
                break
    return text


def with_own_lines(text: str, basis: Basis) -> str:
    """Put the program's own lines back where a reply has left them out: before or after it, as they stood."""
    if not marks_of(text):
        return text
    lines = basis.answer.answer.split("\n")
    first = next((number for number, line in enumerate(lines) if marks_of(line)), 0)
    missing = [line for line in basis.own_lines if bare(line) not in bare(text)]
    before = [line for line in missing if lines.index(line) < first]
    return "\n".join([*before, text, *(line for line in missing if line not in before)])
