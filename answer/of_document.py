"""Question about a document itself -> what the catalog knows of it, its title page and its words on its period."""

import re
from collections.abc import Sequence
from datetime import date

from answer.answer import MAX_ANSWER
from answer.document_period import period_said, title_page
from answer.draft import Draft
from answer.evidence import Evidence
from answer.horizon import last_goals
from answer.provisions import validity
from answer.quoting import statement
from index.catalog import DocumentInfo
from index.store import PassageIndex
from retriever.names import named_documents
from retriever.plans import plan_named, plans_told_apart
from retriever.retrieval import Retrieval

FAR = re.compile(r"2035|远景|展望|更远|长远|再往后|往后看|更长")
MOST_SAID = 3  # title page, sentences on its period and others, told of a document
MOST_VALID = 2  # sentences on its validity that are told of a document
OF_PERIOD = re.compile(
    r"规划期|征求意见|有效期|期限|印发|施行|实施方案|十[一二三四五]五|(?:19|20)\d{2}\s*年?\s*[-—–~～至到]\s*(?:19|20)\d{2}"
)
PLAN = re.compile(r"规划(?!局)|计划|纲要")
SOURCE = re.compile(
    r"(?:哪[一]?[份个]|什么)(?:规划|文件|方案)|什么状态|出自哪|是不是正式|算不算正式|是正式|还是草案|"
    r"(?:final|official|binding) (?:document|version|plan)|which (?:document|plan)|still a draft",
    re.I,
)
MOST_SOURCES = 2
DOCUMENT_QUOTE = 160  # characters quoted of what a document says of itself


def of_document(retrieval: Retrieval, evidence: Sequence[Evidence], index: PassageIndex, today: date | None) -> Draft:
    """Say of each document meant what the catalog knows of it, and quote its title page and the words on its period.

    Args:
        retrieval: question and hits.
        evidence: pieces found in the hits, best first; at least one.
        index: where they come from.
        today: the day asked, by which a plan's period may be over.
    """
    draft = Draft(index, MAX_ANSWER)
    named = retrieval.regions or tuple(index.infos[item.doc].region for item in evidence[:1])
    asked = f"{retrieval.question.text} {retrieval.question.query}"  # with the Chinese of an English question
    own = tuple(info for info in index.documents if info.region in named)
    if PLAN.search(retrieval.question.text) and (plans := tuple(info for info in own if info.years and not info.is_policy)):
        own = plans
    one = plan_named(retrieval.question.text, own)
    meant = plans_told_apart(retrieval.question.text, own) or ((one,) if one else ()) or named_documents(asked, index.documents) or own
    for info in meant:
        said = [item for item in evidence if item.doc == info.id]
        itself = [*title_page(info, index), *period_said(info, index)[:MOST_SAID]]
        if not said:
            continue
        near = (
            []
            if itself
            else [statement(item, "", DOCUMENT_QUOTE) for item in ([item for item in said if OF_PERIOD.search(item.text)] or said)]
        )
        ahead = last_goals(info, index)[:1] if FAR.search(retrieval.question.text) else []
        draft.say(f"《{info.title}》：{catalogued(info, today)}。")
        alone = len(meant) == 1
        valid = validity(info, index)[:MOST_VALID] if alone else []
        more = max(0, (MOST_SAID if alone else 1) - len(itself) - len(valid))
        for told in [*valid, *itself, *ahead, *near[:more]]:
            draft.state(told)
    return draft


def catalogued(info: DocumentInfo, today: date | None) -> str:
    """Return what the catalog knows of a document: its period, whether that is over, status, date, number, issuer."""
    over = ""
    if today and info.years:
        first, last = info.years
        over = "已经期满" if last < today.year else "还没有开始" if first > today.year else f"{today.year}年仍在期内，到{last}年结束"
    known = [_period(info), over, _status(info), _spoken_day(info.date), info.number, info.issuer]
    return "，".join(part for part in known if part)


def tell_sources(draft: Draft, question: str, index: PassageIndex) -> None:
    """Add what the catalog knows of the documents cited, where a question also asks which document it is or whether it is final."""
    if not SOURCE.search(question):
        return
    for info in list(dict.fromkeys(index.infos[citation.doc] for citation in draft.citations))[:MOST_SOURCES]:
        line = f"《{info.title}》：{'，'.join(part for part in (_period(info), _status(info)) if part)}。"
        if f"《{info.title}》：{_period(info)}" not in draft.text and len(draft.text) + len(line) < MAX_ANSWER:
            draft.say(line)


def _period(info: DocumentInfo) -> str:
    return f"规划期{info.period}年" if info.period else ""


def _status(info: DocumentInfo) -> str:
    return "征求意见稿" if info.status == "draft" else "正式文件"


def _spoken_day(day: str) -> str:
    """Return a day of the catalog as people write it: 2021-05 -> 2021年5月."""
    parts = [str(int(part)) for part in day.split("-")] if re.fullmatch(r"\d{4}(?:-\d{2}){0,2}", day) else []
    return "".join(part + unit for part, unit in zip(parts, "年月日", strict=False)) or day
