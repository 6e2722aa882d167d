"""Names in a question -> the documents and regions they belong to: titles, and things that one plan alone lists."""

import re
from collections.abc import Iterable, Sequence

from facts.indicators import match_name
from facts.regions import stem_of
from facts.scope import PLACE, entity_of
from index.catalog import DocumentInfo
from index.outlines import Outline
from retriever.abbreviations import Abbreviations, Named, is_body

QUOTED = re.compile(r"[“\"「]([^”\"」]{2,20})[”\"」]")
NUMBER = re.compile(r"(?<!\d)\d{3}(?!\d)")
UNIT = re.compile(r"[（(]\s*(?:[%％‰]|[万亿]?[家个件人项名元亩]|万?人[年次]|[万亿]?美?元|平方.{1,3}|\S{1,3}/\S{1,4})\s*[)）]\s*$")
THAT_ONE = re.compile(r"(?:^|[，,。；;？?那])(?P<lead>[\u4e00-\u9fff]{2,6}?)那一?[条个家座所片]")
PLACE_ENDINGS = "镇园院室区廊港谷站"
KIND = re.compile(PLACE)
SHORTEST = 5  # characters of a name that is taken for a thing of its own


def named_documents(text: str, documents: Iterable[DocumentInfo]) -> tuple[DocumentInfo, ...]:
    """Return the documents that a question names by a mark of their title that no other title has ("315", “六大工程”)."""
    known = tuple(documents)
    found = []
    for info in known:
        others = "".join(other.title for other in known if other.id != info.id)
        if any(mark not in others and re.search(rf"(?<!\d){re.escape(mark)}(?!\d)", text) for mark in title_marks(info)):
            found.append(info)
    return tuple(found)


def title_marks(info: DocumentInfo) -> tuple[str, ...]:
    """Return the quoted words and the three-figure numbers of a document's title."""
    return tuple(dict.fromkeys([*QUOTED.findall(info.title), *NUMBER.findall(info.title)]))


class Names:
    """Things that headings, boxes and tables list, and which region's documents list them."""

    def __init__(self, outlines: Iterable[Outline], documents: Iterable[DocumentInfo], texts: dict[str, str]) -> None:
        regions = {info.id: info.region for info in documents}
        listed: dict[str, set[str]] = {}
        for outline in outlines:
            if outline.kind in ("box", "table"):
                for item in outline.items:
                    if UNIT.search(item.name) or match_name(item.name):
                        continue  # an indicator, which any place may have
                    name = re.sub(r"[（(][^（()）]*(?:[)）]|$)$", "", re.sub(r"\s+", "", item.name))
                    if (len(name) >= SHORTEST or (len(name) == SHORTEST - 1 and name[-1] in PLACE_ENDINGS)) and regions[outline.doc]:
                        listed.setdefault(name, set()).add(regions[outline.doc])
        plain = {doc: re.sub(r"\s+", "", text) for doc, text in texts.items()}
        spread = {name: {regions[doc] for doc, text in plain.items() if name in text} for name in listed}
        self._region = {name: next(iter(found)) for name, found in listed.items() if len(found) == 1 and len(spread[name]) <= 2}
        self._stems = {stem_of(info.region) for info in documents if info.region}
        self._bodies = Abbreviations(self._region, texts.values(), self._stems)

    @property
    def listed(self) -> tuple[str, ...]:
        """The names of things that one region alone lists."""
        return tuple(self._region)

    def region(self, name: str) -> str:
        """Return the region that lists a name."""
        return self._region[name]

    def find(self, text: str) -> tuple[str, str] | None:
        """Return the longest listed name that a question writes, in short too, and its region; None where there is none."""
        said = {name: name for name in self._region if name in text} | {one.said: one.name for one in self._bodies.find(text)}
        best = max(said, key=lambda name: (len(name), name), default=None)
        return (best, self._region[said[best]]) if best else None

    def bodies(self, text: str, universities: Sequence[Named] = ()) -> tuple[Named, ...]:
        """Return the institutes, parks and the like that a question names, in order.

        Args:
            text: the question.
            universities: those that it names in short; one stands for the one body that is called after it (哈工大的材料学院).
        """
        found = list(self._bodies.find(text)) or self._listed(text)
        for one in universities:
            own = [name for name in self._region if is_body(name) and one.name in name]
            if len(own) == 1 and all(own[0] != body.name for body in found):
                found.append(Named(own[0], one.said, one.start))
        return tuple(sorted(found, key=lambda body: body.start))

    def alike(self, text: str, earlier: str) -> tuple[Named, ...]:
        """Return the body that a question names by its beginning alone, of the kind that an earlier turn spoke of (前湾那条呢)."""
        kinds = {kind for name in self.named_in(earlier) for kind in KIND.findall(name)[-1:]}
        found = []
        for match in THAT_ONE.finditer(text):
            other = entity_of(text[match.end() :])
            if other and not any(other.endswith(kind) for kind in kinds):
                continue  # 甲地那个孵化园, after 分园
            own = [name for name in self._region if match["lead"] in name and any(name.endswith(kind) for kind in kinds)]
            if kinds and not own and match["lead"] not in self._stems:
                own = [name for name in self._region if match["lead"] in name and is_body(name)]
            found += [Named(own[0], match["lead"], match.start())] if len(own) == 1 else []
        return tuple(found)

    def named_in(self, text: str) -> tuple[str, ...]:
        """Return the full names of the institutes, parks and the like that a text writes, in short too, in order, none within another."""
        return tuple(dict.fromkeys(one.name for one in self.written(text)))

    def written(self, text: str) -> tuple[Named, ...]:
        """Return those bodies with what the text, its white space aside, calls them and where."""
        plain = re.sub(r"\s+", "", text)
        found = [Named(name, name, plain.index(name)) for name in self._region if name in plain and is_body(name)]
        found += [one for one in self._bodies.find(plain) if all(one.start != other.start for other in found)]
        outer = [one for one in found if not any(two is not one and two.start <= one.start and one.end <= two.end for two in found)]
        return tuple(sorted(outer, key=lambda one: one.start))

    def _listed(self, text: str) -> list[Named]:
        """Bodies of one kind that a question lists by what tells them apart: 鄞州和北仑哪个分园."""
        leads = {(name, name.removesuffix(kind)) for kind in KIND.findall(text) for name in self._region if name.endswith(kind)}
        found = [Named(name, lead, text.index(lead)) for name, lead in sorted(leads) if len(lead) > 1 and lead in text]
        return found if len(found) > 1 else []
