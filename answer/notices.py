"""Documents used and the day -> one-line warnings: period over, draft for comment."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from index.catalog import DocumentInfo


@dataclass(frozen=True, slots=True)
class Words:
    """The warnings in one language."""

    draft: str
    over: str
    expired: str


CHINESE = Words(
    "《{title}》是征求意见稿，不是正式文件，内容可能调整。",
    "{titles}规划期为{period}年，到{year}年已经期满；资料中没有期末的实际完成数。",
    "《{title}》有效期到{last}，按{today}计算已经过期；是否延续以主管部门的新文件为准。",
)
ENGLISH = Words(
    "《{title}》 is a draft for comment, not a final document; it may change.",
    "{titles}: the plan period {period} is over in {year}; the documents hold no final results.",
    "《{title}》 was valid until {last} and has expired by {today}; whether it goes on is for the authority in charge to say.",
)


def notices(
    used: Iterable[DocumentInfo], today: date, valid_to: Mapping[str, str] | None = None, *, english: bool = False
) -> tuple[str, ...]:
    """Return what a reader of an answer must know of the documents it uses, a line a matter.

    Args:
        used: the documents cited.
        today: the day asked.
        valid_to: document id -> ISO day up to which it is valid, of those that say so.
        english: write them in English.
    """
    words = ENGLISH if english else CHINESE
    documents = tuple(dict.fromkeys(used))
    lines = [words.draft.format(title=info.title) for info in documents if info.status == "draft"]
    over: dict[str, list[str]] = {}
    for info in documents:
        if info.years and info.years[1] < today.year:
            over.setdefault(info.period, []).append(f"《{info.title}》")
    for period, titles in over.items():
        lines.append(words.over.format(titles="、".join(titles), period=period, year=today.year))
    for info in documents:
        last = (valid_to or {}).get(info.id, "")
        if last and date.fromisoformat(last) < today:
            lines.append(words.expired.format(title=info.title, last=last, today=today.isoformat()))
    return tuple(lines)
