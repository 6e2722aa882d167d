"""A sum that was just told, and a question for the share of one of its parts (其中甲产业占几成) -> that share."""

import re
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal

from answer.answer import MAX_ANSWER
from answer.draft import Draft
from answer.formula import share
from answer.number_answer import NumberAnswer
from answer.quantity import decimal
from answer.replied import Reply
from answer.telling import Teller, short_name
from retriever.rest import spoken

SHARE_OF = re.compile(
    r"(?P<part>[^，,。？?；;、：:]{2,16}?)(?:一家|一项|一个|单独|自己|产业|里头|大概)*占(?:了|到|其中|总数|总量|总和|合计|它们|里头|全部|的)*"
    r"(?:几成|多少|百分之(?:几|多少)|多大(?:比例|比重)?)"
)
LEAD = re.compile(r"^(?:其中|那么?|而)|(?:的|产值|数量|目标|规模)+$")
SHORTEST = 2


def with_share(asked: Sequence[str], replies: Sequence[Reply]) -> list[Reply]:
    """Return the replies of a turn, the share of a part of a sum that one of them told in place of what refused it.

    Args:
        asked: the questions of the turn.
        replies: what answered them, one each.
    """
    found = list(replies)
    for place, text in enumerate(asked):
        reply = next(
            (one for one in reversed(found[: place + 1]) if one.numbers and any("+" in str(c["formula"]) for c in one.numbers.computed)),
            None,
        )
        match = SHARE_OF.search(text)
        if reply is None or reply.numbers is None or match is None or any(c["unit"] == "%" for c in reply.numbers.computed):
            continue
        if reply is not found[place] and found[place].numbers and not found[place].refusal:
            continue
        told = _told(reply.numbers, spoken(LEAD.sub("", match["part"])), reply.draft)
        if told is not None:
            found[found.index(reply)] = replace(reply, draft=told.draft, numbers=told)
            if reply is not replies[place]:
                found[place] = replace(found[place], refusal=None, draft=Draft(reply.draft.index, MAX_ANSWER), numbers=None)
    return [one for one in found if one.draft.lines] if len(found) > 1 else found


def _told(numbers: NumberAnswer, part: str, draft: Draft) -> NumberAnswer | None:
    """The answer with the share of the one part that words name; None where they name none or several."""
    sums = [one for one in numbers.computed if "+" in str(one["formula"])]
    facts = [numbers.facts[at] for at in sums[0]["from"]]
    own = [fact for fact in facts if len(part) >= SHORTEST and part in spoken(f"{fact.scope}{short_name(fact.name)}")]
    if len(sums) != 1 or len(own) != 1 or len(facts) < 2:
        return None
    teller = Teller(draft.index, MAX_ANSWER)
    terms = teller.terms([*own, *facts])
    whole = replace(terms[0], value=sum((term.value for term in terms[1:]), Decimal(0)), words=f"{sums[0]['result']}{sums[0]['unit']}")
    if not whole.value or decimal(str(sums[0]["result"])) != whole.value:
        return None
    result = share(terms[0], whole)
    if not teller.tell(
        f"其中{own[0].scope or short_name(own[0].name)}{teller.value(own[0])}，占合计数的{result.told}（{result.formula}）", facts, [result]
    ):
        return None
    both = Draft(draft.index, MAX_ANSWER)
    both.append(draft)
    both.append(teller.draft)
    sources = [numbers.facts.index(fact) for fact in facts]
    computed = (*numbers.computed, {"formula": result.formula, "result": result.words, "unit": result.unit, "from": sources})
    return NumberAnswer(both, numbers.facts, computed)
