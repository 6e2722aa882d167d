"""A clause that tells how many were tried and how many came off (发榜73项，揭榜成功58项) -> the rate."""

import re
from collections.abc import Sequence
from decimal import Decimal

from answer.figure_words import own_words, words_behind
from answer.formula import share
from answer.quantity import decimal
from answer.series import same_unit
from answer.telling import Teller
from facts.fact import Fact

RATE = re.compile(r"(?P<of>成功|通过|转化|中标|立项|验收|留用|量产|投产)的?(?:率|比例|概率)")


def tell_rate(teller: Teller, of: str, held: Sequence[Fact], text: str) -> bool:
    """Tell the share of what came off in all that was tried, where one clause tells both: 发榜73项，揭榜成功58项."""
    pairs = [
        (whole, part)
        for whole, part in zip(held, held[1:], strict=False)
        if same_unit(part.unit, whole.unit)
        and Decimal(0) < (decimal(part.value) or Decimal(0)) < (decimal(whole.value) or Decimal(0))
        and of in f"{own_words(part, text)}{words_behind(part, text)}"
    ]
    if len(pairs) != 1:
        return False
    whole, part = pairs[0]
    result, words = share(*teller.terms([part, whole])), own_words(part, text) or words_behind(part, text)
    said = f"{whole.scope or whole.region}{words}{teller.value(part)}，{own_words(whole, text)}{teller.value(whole)}"
    return teller.tell(f"{said}，前者占后者的{result.told}（{result.formula}）", [part, whole], [result])
