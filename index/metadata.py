"""Text of a new document -> what its catalog entry would say, guessed from the text alone."""

import re
import unicodedata
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

from index.markers import parse_marker
from index.nodes import ParsedDocument

HEAD = 1500  # characters at the start in which title, issuer and number are looked for
TITLE_WORDS = re.compile(r"规划|计划|方案|意见|办法|措施|政策|通知|条例|细则|纲要|决定|指南|若干")
UNFINISHED = re.compile(r"(?:的|和|与|及|、|关于|《[^》]*)$")  # a line of a title that goes on in the next
REGION = re.compile(r"([\u4e00-\u9fff]{2,7}?(?:自治区|自治州|特别行政区|省|市|县|区|州|盟|旗))")
NOT_REGION = re.compile(
    r"园区|新区$|城区|城市|社区|地区|全市|我市|本市|各市|全区|我区|全县|超市|上市|都市|开发区|示范区|高新区|全省|本区|片区|特区|景区|小区|市区|分区|街区|库区|灾区|山区|校区|郊区|辖区|股市|门市|集市|门户区"
)
ISSUER = re.compile(
    r"([\u4e00-\u9fff]{2,12}?(?:人民政府办公室|人民政府|科学技术局|经济和信息化局|发展和改革委员会|发展和改革局|财政局|委员会|办公室|委办公室))"
)
NUMBER = re.compile(r"[\u4e00-\u9fff]{1,8}[〔\[［(（]\s*(?:19|20)\d{2}\s*[〕\]］)）]\s*\d{1,4}\s*号")
LETTERHEAD = re.compile(r"(?:政府|办公室|局|委员会|委|部)文件$")
ISSUED = re.compile(r"印发《([^》]{6,60})》的通知$")
PERIOD = re.compile(r"((?:19|20)\d{2})\s*年?\s*[-—–~～至到－]+\s*((?:19|20)\d{2})\s*年?")
DATE = re.compile(r"((?:19|20)\d{2})\s*年\s*(\d{1,2})\s*月(?:\s*(\d{1,2})\s*日)?")
FIVE_YEARS = {"十二五": "2011-2015", "十三五": "2016-2020", "十四五": "2021-2025", "十五五": "2026-2030"}
LEVELS = (("省", "省"), ("自治区", "省"), ("自治州", "市"), ("市", "市"), ("县", "县"), ("区", "区"), ("旗", "县"))


@dataclass(frozen=True, slots=True)
class Guess:
    """What the text suggests; "" where it suggests nothing."""

    title: str = ""
    region: str = ""
    parent: str = ""
    level: str = ""
    issuer: str = ""
    number: str = ""
    date: str = ""
    period: str = ""
    status: str = "final"


def guess_metadata(parsed: ParsedDocument, path: Path) -> Guess:
    """Guess a document's metadata from its title page, its head and its file name.

    Args:
        parsed: the document.
        path: the file, whose name is the last resort for the title.
    """
    text = parsed.text
    title = _title(parsed) or _lost_title(parsed.text) or path.stem
    head = title + "\n" + text[:HEAD]
    region = _region(title, text)
    period = _period(title, head)
    return Guess(
        title=title,
        region=region,
        parent=_parent(region, text),
        level=next((level for ending, level in LEVELS if region.endswith(ending)), ""),
        issuer=_first(ISSUER, "\n".join(text[: HEAD // 2].split("\n")[:12]) + "\n" + text[-200:]),
        number=re.sub(r"\s+|^.*(?:文件|通知)", "", _first(NUMBER, head)),
        date=_date(parsed),
        period=period,
        status="draft" if re.search(r"征求意见|公开征求|草案|送审稿|讨论稿", head) else "final",
    )


def slug(title: str, taken: set[str], content_digest: str) -> str:
    """Return an id for a new document: ASCII words of its title or file name, else its digest; never one that is taken."""
    ascii_words = re.findall(r"[a-z0-9]+", unicodedata.normalize("NFKC", title).lower())
    words = "-".join(word for word in ascii_words)[:40].strip("-")
    base = words if len(words) >= 3 and not words.isdigit() else f"doc-{content_digest[:8]}"
    return base if base not in taken else f"{base[:40]}-{content_digest[:8]}"


def _title(parsed: ParsedDocument) -> str:
    lines = [parsed.text[place.leaf.start : place.leaf.end].strip().lstrip("# ") for place in parsed.places() if place.leaf.kind == "title"]
    lines += [place.leaf.title for place in parsed.places() if place.leaf.kind == "heading" and not parse_marker(place.leaf.title)][:1]
    lines = [line for line in lines if line and not LETTERHEAD.search(line) and not NUMBER.fullmatch(line)]
    for first, line in enumerate(lines):
        joined = line
        for after in lines[first + 1 :]:
            if (TITLE_WORDS.search(joined) and not UNFINISHED.search(joined)) or len(joined) > 50:
                break
            joined += after
        if TITLE_WORDS.search(joined) and len(joined) <= 80 and not NUMBER.fullmatch(joined):
            issued = ISSUED.search(joined)
            return issued[1] if issued else joined.strip("《》 ")
    return ""


def _lost_title(text: str) -> str:
    """A name for a plan without a title line: its place and its period."""
    region, period = _region("", text), _period("", text[:HEAD])
    return f"{region}规划（{period}年）" if region and period and "本规划" in text else ""


def _region(title: str, text: str) -> str:
    for candidate in REGION.findall(title):
        if not NOT_REGION.search(candidate):
            return str(candidate)
    counts = Counter(name for name in REGION.findall(text) if not NOT_REGION.search(name) and 3 <= len(name) <= 5)
    return counts.most_common(1)[0][0] if counts else ""


def _parent(region: str, text: str) -> str:
    """The city written just before a district's or county's name (甲市乙区), where the text does so at all."""
    if not region or region.endswith(("省", "自治区")):
        return ""
    found = Counter(re.findall(rf"([\u4e00-\u9fff]{{2,4}}市)(?={re.escape(region)})", text))
    return found.most_common(1)[0][0] if found else ""


def _period(title: str, head: str) -> str:
    for source in (title, head):
        if match := PERIOD.search(source):
            if int(match.group(1)) < int(match.group(2)) <= int(match.group(1)) + 20:
                return f"{match.group(1)}-{match.group(2)}"
        for name, years in FIVE_YEARS.items():
            if name in source:
                return years
    return ""


def _date(parsed: ParsedDocument) -> str:
    pages = [parsed.text[place.leaf.start : place.leaf.end] for place in parsed.places() if place.leaf.kind == "title"]
    for source in [*pages, parsed.text[-120:]]:
        if match := DATE.search(source):
            year, month, day = match.groups()
            return f"{year}-{int(month):02d}" + (f"-{int(day):02d}" if day else "")
    return ""


def _first(pattern: re.Pattern[str], text: str) -> str:
    match = pattern.search(text)
    return match.group(match.lastindex or 0) if match else ""
