"""An assistant whose answers a reader finds by searching its documents."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pytest

from answer.answer import Answer, Citation, Refusal, ShownHit
from index.catalog import DocumentInfo
from index.errors import CewenError


class FakeAssistant:
    """Answers with every line that holds the question's words; a reader finds the answer with Ctrl+F.

    It refuses where no line does, raises where the question is "出错", and tells the history it was given in a notice.
    """

    index_id = "fake"

    def __init__(self, texts: Mapping[DocumentInfo, str]) -> None:
        self.documents = tuple(texts)
        self.texts = {document.id: text for document, text in texts.items()}

    def document_text(self, doc_id):
        return self.texts[doc_id]

    def stream(self, question, history=(), today=None, mode="offline"):
        final = self.ask(question, history, today, mode)
        yield replace(final, answer=final.answer[: len(final.answer) // 2], citations=(), hits=(), notices=())
        yield final

    def ask(self, question: str, history: Sequence[str] = (), today=None, mode="offline") -> Answer:
        if question == "出错":
            raise CewenError("expected a question, came 出错")
        lines = list(self._lines())
        cited = [line for line in lines if question in line[2]]
        citations = tuple(
            Citation(n, document.id, document.title, "一、目标", None, f"{document.id}#{start}", start, start + len(line), line)
            for n, (document, start, line) in enumerate(cited, 1)
        )
        hits = tuple(
            ShownHit(rank, document.id, document.title, f"{document.id}#{start}", "一、目标", "", line, start, start + len(line), 1 / rank)
            for rank, (document, start, line) in enumerate(lines, 1)
        )
        said = "".join(f"{citation.text}[{citation.n}]" for citation in citations)
        refusal = None if cited else Refusal("not_in_corpus", "资料库中的文件没有写这一点。")
        notices = [f"此前的提问：{'、'.join(history)}"] if history else []
        notices += [f"《{document.title}》为征求意见稿。" for document, _, _ in cited if document.status == "draft"]
        text = said or "资料库中的文件没有写这一点。"
        return Answer(question, text, not cited, refusal, citations, hits, tuple(notices), mode, 1.0, self.index_id)

    def _lines(self):
        for document in self.documents:
            start = 0
            for line in self.texts[document.id].split("\n"):
                yield document, start, line
                start += len(line) + 1


@pytest.fixture
def fake_assistant(small_index) -> FakeAssistant:
    """An assistant over two documents of three lines each."""
    stated = {"region": "海城市", "issuer": "海城市科学技术局", "date": "2021-10", "period": "2021-2025", "status": "final"}
    haicheng = small_index.info("haicheng-145", "海城市科技创新“十四五”规划", **stated)
    linhe = small_index.info("linhe-315", "临河区科技创新实施方案", region="临河区", period="2023-2027", status="draft", source="网站")
    return FakeAssistant(
        {
            haicheng: "一、目标\n到2025年，研发投入强度达到3.5%。\n高新技术企业达到600家。",
            linhe: "一、目标\n到2027年，研发投入强度达到2.8%。\n设立1亿元引导基金。",
        }
    )
