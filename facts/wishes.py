"""What an enterprise says it wants or lacks -> the kinds of support that may be meant (facts/lexicon/benefits.toml)."""

import re
import tomllib
from functools import lru_cache

from facts.terms import LEXICON

JOINED = re.compile(r"(?:和|与|及|、|跟|加|还有|也|缺|没)(?:启动|一点|点|一些)?(?P<more>资金|钱|经费|场地|厂房|办公室)")


@lru_cache(maxsize=1)
def _wishes() -> tuple[tuple[re.Pattern[str], frozenset[str]], ...]:
    """The compiled wishes, read once."""
    tables = tomllib.loads((LEXICON / "benefits.toml").read_text(encoding="utf-8"))
    return tuple((re.compile(item["words"]), frozenset(item["kinds"])) for item in tables["wish"])


def wished(text: str) -> frozenset[str]:
    """Return the kinds of support that an enterprise asks for in general words; empty where it does not.

    >>> sorted(wished("我们缺场地")), wished("贷款风险池有多大")
    (['land_energy', 'platform_certification'], frozenset())
    """
    found = {kind for words, kinds in _wishes() if words.search(text) for kind in kinds}
    if found:  # 想找场地和启动资金: one verb for both
        more = " ".join(f"缺{match['more']}" for match in JOINED.finditer(text))
        found |= {kind for words, kinds in _wishes() if words.search(more) for kind in kinds}
    return frozenset(found)


def without_wishes(text: str) -> str:
    """Return a text without the words of its wishes: what else an enterprise says."""
    for words, _ in _wishes():
        text = words.sub(" ", text)
    return JOINED.sub(" ", text)
