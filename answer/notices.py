"""Documents used and the day -> one-line warnings: period over, draft for comment."""

from collections.abc import Iterable, Mapping
from datetime import date

from index.catalog import DocumentInfo


def notices(used: Iterable[DocumentInfo], today: date, valid_to: Mapping[str, str] | None = None) -> tuple[str, ...]:
    """Return what a reader of an answer must know of the documents it uses, a line a matter.

    Args:
        used: the documents cited.
        today: the day asked.
        valid_to: document id -> ISO day up to which it is valid, of those that say so.
    """
    documents = tuple(dict.fromkeys(used))
    lines = [f"《{info.title}》是征求意见稿，不是正式文件，内容可能调整。" for info in documents if info.status == "draft"]
    over: dict[str, list[str]] = {}
    for info in documents:
        if info.years and info.years[1] < today.year:
            over.setdefault(info.period, []).append(f"《{info.title}》")
    for period, titles in over.items():
        lines.append(f"{'、'.join(titles)}规划期为{period}年，到{today.year}年已经期满；资料中没有期末的实际完成数。")
    for info in documents:
        last = (valid_to or {}).get(info.id, "")
        if last and date.fromisoformat(last) < today:
            lines.append(f"《{info.title}》有效期到{last}，按{today.isoformat()}计算已经过期；是否延续以主管部门的新文件为准。")
    return tuple(lines)
