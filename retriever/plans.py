"""A question that speaks of two documents of one region -> those documents, told apart by period, kind or status."""

import re
from collections.abc import Iterable, Sequence

from index.catalog import DocumentInfo
from retriever.names import named_documents
from retriever.years import PLAN_YEARS

KINDS = ("规划", "方案", "计划", "意见", "办法", "措施", "细则", "纲要")
BOTH = re.compile(r"[前头]一份|后一份|前后两?份?|两[份个](?:规划|文件|方案)|两边|后来的?|先后|both plans|the two plans", re.I)
DRAFT = re.compile(r"征求意见|草案|草稿|意见稿|\bdraft", re.I)
PLAN_OF_YEAR = re.compile(rf"((?:19|20)\d{{2}})\s*年?(?:以?后|的|那|这|个|份|版|实施){{0,4}}(?:{'|'.join(KINDS)})")
LATER = re.compile(rf"(?:后[来面头续]|后一|后出|新出?|最新)[^，。？?]{{0,6}}?(?:{'|'.join(KINDS)})")
PERIOD_ASIDE = re.compile(  # when something is, not in which document, unless a document stands beside it
    r"(?<![和与跟同、比])十[一二三四五]五”?(?:时期|期间|以来|期末|末)(?!的?(?:目标)?[和与跟同、比])"
)


def plans_told_apart(text: str, documents: Iterable[DocumentInfo]) -> tuple[DocumentInfo, ...]:
    """Return the documents of one region that a question sets side by side, none where it speaks of fewer than two.

    Args:
        text: the question.
        documents: those of the region.
    """
    known = tuple(documents)
    if len(known) < 2:
        return ()
    if BOTH.search(LATER.sub("", text)):
        return known if len(known) == 2 else ()
    said = PERIOD_ASIDE.sub("", text)
    named = {*named_documents(said, known), *_by_period(said, known), *_by_kind(text, known)}
    if DRAFT.search(text) and (draft := _only(info for info in known if info.status == "draft")):
        named.add(draft)
    return tuple(info for info in known if info in named) if len(named) > 1 else ()


def plan_named(text: str, documents: Iterable[DocumentInfo]) -> DocumentInfo | None:
    """Return the one of several documents of a region that words name by period, kind or a mark of its title; None where they do not."""
    known = tuple(documents)
    named = {*named_documents(text, known), *_by_period(text, known), *_by_kind(text, known)} if len(known) > 1 else set()
    return _only(named)


def later_plan(text: str, documents: Iterable[DocumentInfo]) -> DocumentInfo | None:
    """Return the one of a region's plans that words mean as the later one (后面那份五年方案), None where they do not or it has but one.

    Args:
        text: the question.
        documents: those of the region.
    """
    plans = sorted((info for info in documents if info.years and not info.is_policy), key=lambda info: info.years or (0, 0))
    said = LATER.search(text)
    last = plans[-1] if said and len(plans) > 1 and plans[-1].years != plans[-2].years else None
    return last if said and last and any(kind in last.title and said[0].endswith(kind) for kind in KINDS) else None


def _by_period(text: str, known: Sequence[DocumentInfo]) -> set[DocumentInfo]:
    """Documents whose period is named, in words or by the first or last year before the kind of document."""
    found = [_only(info for info in known if info.years == years) for name, years in PLAN_YEARS.items() if name in text]
    found += [_only(info for info in known if int(year) in (info.years or ())) for year in PLAN_OF_YEAR.findall(text)]
    return {info for info in found if info}


def _by_kind(text: str, known: Sequence[DocumentInfo]) -> set[DocumentInfo]:
    """Documents that a word for their kind names, where no other has it in its title."""
    found = [_only(info for info in known if kind in info.title) for kind in KINDS if kind in text]
    return {info for info in found if info}


def _only(fitting: Iterable[DocumentInfo]) -> DocumentInfo | None:
    """Return the one document that fits, None where several do or none does."""
    found = list(fitting)
    return found[0] if len(found) == 1 else None
