"""Templates and what was found -> the messages a chat model is given; documents and questions are data in them."""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from langchain_core.messages import AIMessage, BaseMessage
from langchain_core.prompts import ChatPromptTemplate, PromptTemplate

TEMPLATES = Path(__file__).parent / "templates"
NOTHING = "（无）"
FENCE_DIGITS = 16


@dataclass(frozen=True, slots=True)
class Material:
    """A literal span of a document that the model may cite.

    Attributes:
        n: number of its mark.
        title: the document's title.
        about: region, planning period and status, in words.
        heading: headings above the span.
        context: of a table row: caption, headers, unit, note; else "".
        text: the literal text.
    """

    n: int
    title: str
    about: str
    heading: str
    context: str
    text: str


@dataclass(frozen=True, slots=True)
class Task:
    """What the model is to word.

    Attributes:
        question: what the person typed.
        history: earlier user turns, oldest first.
        materials: what may be cited.
        figures: verified figures and computed results, a line each.
        draft: the answer as the program wrote it.
        limit: characters the answer may have.
        english: the question is in English.
    """

    question: str
    history: Sequence[str]
    materials: Sequence[Material]
    figures: Sequence[str]
    draft: str
    limit: int
    english: bool


def messages_for(task: Task) -> list[BaseMessage]:
    """Return the rules as the system's message, and everything else fenced as data in the user's."""
    parts = {
        "materials": "\n".join(map(_material, task.materials)),
        "figures": "\n".join(task.figures) or NOTHING,
        "draft": task.draft,
        "history": "\n".join(task.history) or NOTHING,
        "question": task.question,
    }
    template = ChatPromptTemplate.from_messages([("system", _template("system")), ("human", _template("question"))])
    language = _template("english" if task.english else "chinese")
    return template.format_messages(**parts, fence=_fence(parts.values()), limit=task.limit, language=language)


def repair_messages(asked: Sequence[BaseMessage], reply: str, faults: Sequence[str], limit: int) -> list[BaseMessage]:
    """Return the conversation so far with what is wrong with the reply, and the request to write it again."""
    listed = "\n".join(f"- {fault}" for fault in faults)
    again = ChatPromptTemplate.from_messages([("human", _template("repair"))]).format_messages(faults=listed, limit=limit)
    return [*asked, AIMessage(reply or NOTHING), *again]


@cache
def _template(name: str) -> str:
    return (TEMPLATES / f"{name}.txt").read_text(encoding="utf-8").strip()


def _material(material: Material) -> str:
    context = f"表格：{material.context}\n" if material.context else ""
    return PromptTemplate.from_template(_template("material")).format(
        n=material.n, title=material.title, about=material.about, heading=material.heading or NOTHING, context=context, text=material.text
    )


def _fence(parts: Iterable[str]) -> str:
    """A line that no part can hold, because it is made of all of them."""
    digest = hashlib.sha256("\0".join(parts).encode()).hexdigest()
    return f"=== 数据 {digest[:FENCE_DIGITS]} ==="
