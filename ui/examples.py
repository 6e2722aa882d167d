"""Regions of the corpus -> example questions for the three kinds of readers; only those the corpus can speak to."""

from collections.abc import Collection
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Example:
    """A question to start with, and the regions whose documents it is about."""

    reader: str
    question: str
    regions: tuple[str, ...]


EXAMPLES = (
    Example("企业", "我们是余姚的制造企业，想建研发机构、增加研发投入，能得到哪些支持？", ("余姚市",)),
    Example("企业", "慈溪的科技型中小企业融资难，规划里有哪些科技金融措施？", ("慈溪市",)),
    Example("政府部门", "余姚市2025年R&D经费支出占GDP的比重目标是多少？", ("余姚市",)),
    Example("政府部门", "宁波市到2027年高新技术企业要达到多少家？", ("宁波市",)),
    Example("评估研究", "余姚、慈溪、江北2025年的研发投入强度目标，哪个最高？", ("余姚市", "慈溪市", "江北区")),
    Example("评估研究", "江北区2020年有多少家高新技术企业，2025年的目标是多少？", ("江北区",)),
)


def examples_for(regions: Collection[str]) -> dict[str, list[str]]:
    """Return the questions by kind of reader, leaving out those about regions that the corpus does not hold."""
    chosen: dict[str, list[str]] = {}
    for example in EXAMPLES:
        if set(example.regions) <= set(regions):
            chosen.setdefault(example.reader, []).append(example.question)
    return chosen
