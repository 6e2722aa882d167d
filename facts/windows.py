"""A measure and a day -> why it cannot be applied for on it: not yet or no longer valid, window not open."""

from datetime import date

from facts.measure import Measure

SHUT = "申报已于"  # how a window that has closed is told
AHEAD = "申报自"  # how a window that opens later is told


def closed_on(measure: Measure, today: date) -> str:
    """Return why a day is outside the validity or the window of a measure, or ""."""
    day = today.isoformat()
    if measure.draft:
        return "征求意见稿，尚未生效"
    if measure.period_end and day > f"{measure.period_end}-12-31":
        return f"规划期到{measure.period_end}年为止，是否延续以现行政策为准"
    if measure.valid_from and day < measure.valid_from:
        return f"文件自{measure.valid_from}起施行"
    if measure.valid_to and day > measure.valid_to:
        return f"文件有效期至{measure.valid_to}"
    if measure.opens.startswith("--"):
        return _yearly(measure, today)
    if any(opens <= day <= closes for opens, closes in measure.windows):
        return ""
    opens = next((opens for opens, _ in measure.windows if day < opens), measure.opens)
    if opens and day < opens:
        return f"{AHEAD}{opens}开始"
    if measure.closes and day > measure.closes:
        return f"{SHUT}{measure.closes}截止"
    return ""


def _yearly(measure: Measure, today: date) -> str:
    """Why a window that opens every year opens no more while the document holds, or ""."""
    opens, closes = (f"{today.year}{day[1:]}" for day in (measure.opens, measure.closes))
    if today.isoformat() <= closes:
        return ""
    following = f"{today.year + 1}{measure.opens[1:]}"
    return f"今年的受理已于{closes}截止，下一次要到文件期满之后" if measure.valid_to and following > measure.valid_to and opens else ""
