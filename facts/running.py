"""How long something has been run, where a rule asks for it (运营满2年), and a profile -> the months told (开了4年, 去年底开张)."""

import re
from decimal import Decimal

from facts.days import moment_in
from facts.profile import Profile
from facts.states import state
from facts.told import Told
from facts.traits import CLAUSE

ASKED = re.compile(r"(?<!经)(?:运营|运行|营业|开业|经营|投用|投入使用)")
TOLD = re.compile(r"运营|运行|营业|开业|经营|[开办跑]了|[开办跑]满|投用|用了")
BEGUN = re.compile(r"开张|开业|开始(?:运营|营业)|投入?(?:用|使用|运营)|运营(?:起来)?|启用|建成|[开办建]起?的|新[开办建]|才[开办建]")
UNDER = re.compile(r"(?:不到|不满|未满)$")  # 还不到1年,才9个月: what is told beside it says more
PAID = re.compile(r"租金|利息|元")  # 1年租金150万元 is no time
YEAR_END = re.compile(r"年底|年末")
LAST_MONTHS = 11  # at the end of a year


def run_for(profile: Profile, noun: str) -> Told | None:
    """Return for how many months a profile tells that something is run, None where words ask for no such time or several are told."""
    if not ASKED.search(noun):
        return None
    spans = {item.value: item for item in profile.told if item.unit == "月" and TOLD.search(item.words) and not PAID.search(item.words)}
    spans = {value: item for value, item in spans.items() if not UNDER.search(item.words)} or spans
    if spans:
        return next(iter(spans.values())) if len(spans) == 1 else None
    days = set()
    for match in CLAUSE.finditer(profile.text):
        begun = BEGUN.search(match.group())
        if begun and (day := moment_in(match.group(), profile.today)):
            at = match.start() + begun.start()
            if state(profile.text, at, at + len(begun.group())) == "met":
                days.add(day.replace(month=LAST_MONTHS) if YEAR_END.search(match.group()) and day.month == 1 else day)
    if len(days) != 1:
        return None
    day = days.pop()
    return Told(noun, Decimal((profile.today.year - day.year) * 12 + profile.today.month - day.month), "月")
