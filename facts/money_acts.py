"""What a rate is of, named by an act (采购额, 发行额, 到账额), and a profile -> the one sum that it tells of such an act: 买了500万."""

import re
from collections.abc import Sequence

from facts.count_parts import left_out_of
from facts.likeness import core, overlap, pairs
from facts.profile import Profile
from facts.quantities import find_quantities
from facts.spoken import with_yuan
from facts.states import SENTENCE_END, state
from facts.sums import plain_sum
from facts.told import MONEY, Told, in_ten_thousands
from facts.traits import CLAUSE

ACTS = (  # how a rule names an act, and how people speak of it
    (re.compile(r"采购|购买|购置|购入|交易|成交"), re.compile(r"买|购|成交")),
    (re.compile(r"收购|并购|交易|成交"), re.compile(r"收(?:了|购)|并购|花")),
    (re.compile(r"销售|售价|价[款格]|交易|成交"), re.compile(r"卖|售|成交|合同")),
    (re.compile(r"发行|募集"), re.compile(r"发(?:了|行)|募")),
    (re.compile(r"到账|到位|实收"), re.compile(r"到账|到位|进账|收到")),
    (re.compile(r"担保"), re.compile(r"担保|新增")),
    (re.compile(r"建设|投入|投资"), re.compile(r"投|花|砸|建|买|购")),
)
PLAIN = re.compile(
    r"（[^）]*）|实际|年度|当年|上[1一]?年|本年|去年|新增|符合条件|认定前|首次|该|单[台件套项笔]|每[台件套项笔]|合同|不含税|含税|支付|发生|金额|总额|额度?|费用|[总的年]"
)
EACH = re.compile(r"每|各|单价|一[台件套项]|1[台件套项]")
ARRIVED = re.compile(r"到账|到位")
OF_ONE = re.compile(r"单|每|首")
PART = re.compile(r"其中|其余|余下|剩下|里[面头]|包括|扣除|除去|另外")
NOT_MEANT = re.compile(r"注册|实缴|营收|收入|产值|(?<!含)税|贷|补助|奖|年薪|工资|注资|身家|估值")  # other sums that firms tell of
SHORTEST = 2  # characters of what is named beside an act


def sum_of_act(profile: Profile, base: str, about: str, others: Sequence[str] = ()) -> Told | None:
    """Return the one sum told of the act that a base names, None where none is, several are, or it is of something else.

    Args:
        profile: what is told.
        base: the words before the rate: 实际交易额.
        about: the words of the whole rule.
        others: what further sentences leave out.
    """
    spoken = [how for named, how in ACTS if named.search(base)]
    if not spoken or (ARRIVED.search(base) and not ARRIVED.search(profile.text)):
        return None
    apart = left_out_of(about, others)
    found: dict[str, Told] = {}
    named: set[str] = set()
    for match in CLAUSE.finditer(profile.text):
        clause, sentence = with_yuan(match.group()), _sentence(profile.text, match.start())
        sums = [item for item in find_quantities(clause, 0, len(clause)) if item.unit in MONEY]
        if not sums or NOT_MEANT.search(clause) or not any(how.search(clause) for how in spoken) or apart & pairs(clause):
            continue
        if state(profile.text, match.start(), match.start() + 1) != "met":
            continue
        each = EACH.search(clause) and not OF_ONE.search(base)
        if len(sums) > 1 or each or PART.search(sentence) or not _speaks_of(base, sentence):
            return None
        value = in_ten_thousands(sums[0].value, sums[0].unit)
        found[plain_sum(value)] = Told(base + clause, value, "万元")
        named |= {plain_sum(value)} if _speaks_of(base, clause) else set()
    kept = named or set(found)
    return found[next(iter(kept))] if len(kept) == 1 else None


def _speaks_of(base: str, sentence: str) -> bool:
    """Tell whether a sentence speaks of what a base names beside the act: 技术 of 实际到账技术交易额."""
    rest = PLAIN.sub("", base)
    for named, _ in ACTS:
        rest = named.sub("", rest)
    return len(rest) < SHORTEST or overlap(core(rest), core(sentence)) > 0


def _sentence(text: str, at: int) -> str:
    low = max((end.end() for end in SENTENCE_END.finditer(text, 0, at)), default=0)
    stop = SENTENCE_END.search(text, at)
    return text[low : stop.start() if stop else len(text)]
