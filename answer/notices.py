"""Documents used and the day -> one-line warnings: period over, draft for comment."""

from collections.abc import Iterable
from datetime import date

from index.catalog import DocumentInfo


def notices(used: Iterable[DocumentInfo], today: date) -> tuple[str, ...]:
    """Return what a reader of an answer must know of the documents it uses.

    Args:
        used: the documents cited.
        today: the day asked.
    """
    lines = []
    for info in dict.fromkeys(used):
        if info.status == "draft":
            lines.append(f"《{info.title}》是征求意见稿，不是正式文件，内容可能调整。")
        if info.years and info.years[1] < today.year:
            lines.append(f"《{info.title}》规划期为{info.period}年，到{today.year}年已经期满；资料中没有期末的实际完成数。")
    return tuple(lines)
