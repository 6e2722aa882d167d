"""A model's reply and what it was given -> what is wrong with it: nothing unsupported, changed, added or left out."""

import re

from answer.answer import MAX_CITATIONS
from answer.basis import Basis
from answer.claims import claims
from answer.fidelity import unfaithful
from answer.kept import MOST_FAULTS, not_kept
from answer.mending import places_left_out, says_something
from answer.plain import bare
from answer.reply import is_refusal, marks_of
from answer.support import supports
from answer.verifier import Verifier
from prompts.signs import speaks_to_a_model

MARKUP = re.compile(r"<\s*[a-zA-Z/!?]|&#?\w+;|\]\(|!\[|\|\s*-{3}|[\x00-\x08\x0b-\x1f\x7f]|https?:|www\.|\w@\w+\.")
SHORTEST_CLAIM = 3  # characters of a sentence
SHOWN = 60  # characters of a sentence that is named in a fault


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
    if not says_something(text):
        return ["回答是空的"]
    if is_refusal(text) or not marks_of(text):
        return ["回答没有引用材料"]
    if len(text) > basis.limit:
        return [f"回答有 {len(text)} 个字，超过 {basis.limit} 个字"]
    found = []
    if len(marks_of(text)) > MAX_CITATIONS:
        found.append(f"引用的材料超过 {MAX_CITATIONS} 条")
    found += [f"没有写明地方“{stem}”" for stem in places_left_out(text, basis, verifier)]
    return found + not_kept(text, basis)
