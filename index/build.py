"""python -m index.build: corpus -> index folder."""

from collections import Counter
from dataclasses import replace
from pathlib import Path
from typing import Annotated, Any

import typer
from tqdm import tqdm

from facts.measures import extract_measures
from facts.targets import extract_facts
from index.assemble import assemble, previous_index
from index.catalog import read_catalog
from index.command import run_command
from index.embedder import SentenceEmbedder
from index.publish import IndexContent, publish
from index.settings import Settings, settings_from

CorpusOption = Annotated[Path | None, typer.Option("--corpus", help="文档库文件夹，默认 corpus")]
IndexOption = Annotated[Path | None, typer.Option("--index", help="索引文件夹，默认 var/index")]
ModelOption = Annotated[str | None, typer.Option("--model", help="向量模型：文件夹或模型库名称")]


def build_index(settings: Settings, *, reuse: bool = True) -> IndexContent:
    """Build the index of a corpus and publish it; shows a progress bar on stderr.

    Raises:
        InputError: the corpus cannot be used, or the index folder is something else.
    """
    documents = read_catalog(settings.corpus)
    embedder = SentenceEmbedder(settings.model_path, settings.query_prompt)
    previous = previous_index(settings.index, embedder) if reuse else None
    with tqdm(total=len(documents) + 3, desc="建立索引", unit="步") as bar:

        def step(done: str) -> None:
            bar.set_postfix_str(done)
            bar.update()

        content = with_facts(assemble(settings.corpus, documents, embedder, previous, step))
        publish(settings.index, content, embedder)
        step("published")
    return content


def with_facts(content: IndexContent) -> IndexContent:
    """Return the content with what is computed from its passages, published with them in one step."""
    facts: list[dict[str, Any]] = []
    measures: list[dict[str, Any]] = []
    for info in content.documents:
        passages = [passage for passage in content.passages if passage.doc == info.id]
        facts += [fact.as_dict() for fact in extract_facts(info, passages, content.texts[info.id])]
        measures += [measure.as_dict() for measure in extract_measures(info, passages, content.texts[info.id])]
    return replace(content, extras={"facts": tuple(facts), "measures": tuple(measures)})


def summary(content: IndexContent) -> str:
    """Return what was built and what was left out, a line a document."""
    lines = []
    for info in content.documents:
        kinds = Counter(passage.kind for passage in content.passages if passage.doc == info.id)
        junk = Counter(item.kind for item in content.dropped[info.id])
        left_out = "、".join(f"{kind} {count}" for kind, count in sorted(junk.items())) or "无"
        counts = "、".join(f"{kind} {count}" for kind, count in sorted(kinds.items()))
        lines.append(f"{info.id}\t{info.title}\t{len(content.texts[info.id])} 字\t{counts}\t略去：{left_out}")
    total = f"{len(content.documents)} 份文件、{len(content.passages)} 个段落"
    total += f"、{len(content.extras.get('facts', ()))} 个指标数、{len(content.extras.get('measures', ()))} 条支持措施"
    lines.append(f"共 {total}；略去的内容逐条列在索引的 dropped.jsonl")
    return "\n".join(lines)


def main(
    corpus: CorpusOption = None,
    index: IndexOption = None,
    model: ModelOption = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="不沿用旧索引里的向量")] = False,
) -> None:
    """从文档库建立索引；中途被中断时，原有索引不受影响。"""
    settings = settings_from(corpus=corpus, index=index, model=model)
    typer.echo(summary(build_index(settings, reuse=not fresh)))


if __name__ == "__main__":
    run_command(main)
