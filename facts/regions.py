"""Text -> the places it names: regions of the corpus, and others (facts/lexicon/regions.toml)."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache

from facts.terms import LEXICON
from facts.zones import ZONE, lone_zone
from index.catalog import DocumentInfo
from index.lexical import frequency

SUFFIX = re.compile(r"(?:特别行政区|自治区|自治州|自治县|省|市|县|区)$")
# A place of a name that no list has: two characters and a rank, where a question or a part of it begins.
UNLISTED = re.compile(
    r"(?:^|(?<=[，,。？?；;：:、和与跟比]))((?![\u4e00-\u9fff][进到入成为了从给向由被经将把])[\u4e00-\u9fff]{2})([省县市区])(?![\u4e00-\u9fff]?级|[场域块划间民化委])"
)
OF_CITY = re.compile(r"^(?:[\u4e00-\u9fff]{2,3}省)?[\u4e00-\u9fff]{2,4}?[市州](?=[\u4e00-\u9fff]{2,}[市县区]$)")  # 澜州市|汀沙区
SUPERIOR = re.compile(
    r"([\u4e00-\u9fff]{2})市(?:代管|管辖|下辖|所辖)(?=[的县市区])|"
    r"(?:高于|低于|高出|超过|[居列占与和、比])([\u4e00-\u9fff]{2})市(?=平均|均值|全市|第[一二三四五六七八九十\d]|首位|有关(?:政策|规定|部署))"
)
PROVINCE = re.compile(r"(?:省|自治区)$")
NO_NAME = frozenset(
    "各全本我哪几高新园城地社片景校街老主区县市镇个多这那该某两二三四五整上下超辖都科创试示保经开发范验税济作合政分商强贸贫旅"
)
SHORTEST = 2  # characters of a name
WORD = 1000  # a word counted as often as this is no name of a zone by itself
COMMON = 120  # a word counted as often as this is a name only where the dictionary knows it with its rank too
FREQUENT = 2000  # a word counted as often as this is no name of a city or county
WITH_RANK = 0.05  # share of its count that it must then have with the rank
BEFORE_SHORT = "来在驻到回留赴"


@dataclass(frozen=True, slots=True)
class Place:
    """A place named in a text: its stem ("澄湾"), where it stands, and the corpus's region or "" if it has none."""

    stem: str
    start: int
    end: int
    region: str


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All place names known.

    Attributes:
        stems: names without rank.
        provinces: those of provinces and the like.
        nicknames: other name -> stem.
        shorts: one character -> stem.
        parents: stem -> stem of the city it belongs to.
        latin: English name -> stem.
        words: words that hold a name and name no place.
        countries: names of countries.
        abroad: what else lies abroad: parts of the world, cities, words for it.
        home: words that say of a fair that it is at home.
    """

    stems: frozenset[str]
    provinces: frozenset[str]
    nicknames: dict[str, str]
    shorts: dict[str, str]
    parents: dict[str, str]
    latin: dict[str, str]
    words: tuple[str, ...]
    countries: tuple[str, ...]
    abroad: tuple[str, ...]
    home: tuple[str, ...]


@lru_cache(maxsize=1)
def load_places() -> Lexicon:
    """Read the lexicon once."""
    tables = tomllib.loads((LEXICON / "regions.toml").read_text(encoding="utf-8"))
    parents = {child: city for city, children in tables["parent"].items() for child in children}
    stems = {*tables["places"]["provinces"], *tables["places"]["cities"], *parents, *tables["parent"]}
    shorts = {short: stem for stem, short in tables["short"].items()}
    return Lexicon(
        stems=frozenset(stems),
        provinces=frozenset(tables["places"]["provinces"]),
        nicknames=dict(tables["nickname"]),
        shorts=shorts,
        parents=parents,
        latin=dict(tables["latin"]),
        words=tuple(tables["words"]["none"]),
        countries=tuple(tables["abroad"]["countries"]),
        abroad=tuple(tables["abroad"]["others"]),
        home=tuple(tables["home"]["fairs"]),
    )


def stem_of(region: str) -> str:
    """Return a region's name without its rank and the city before it ("澄湾市" -> "澄湾"); names of two characters stay, as do zones.

    >>> stem_of("临沙区"), stem_of("澄湾市"), stem_of("沙市")
    ('临沙', '澄湾', '沙市')
    >>> stem_of("澜湾经济技术开发区"), stem_of("石渡软件园"), stem_of("余姚经济开发区")
    ('澜湾', '石渡', '余姚经济开发')
    >>> stem_of("澜州市汀沙区")
    '汀沙'
    """
    if len(region) <= SHORTEST:
        return region
    if not ZONE.search(region):
        region = OF_CITY.sub("", region)
    zone = ZONE.sub("", region)
    listed = zone in load_places().stems or zone in load_places().nicknames
    named_after = len(zone) < SHORTEST or listed or frequency(zone) >= WORD  # 创新产业园: a word that says much else
    return SUFFIX.sub("", region) if zone == region or named_after else zone


def is_word(stem: str, rank: str) -> bool:
    """Tell whether two characters before a rank are an ordinary word: 技术市…, 核心区."""
    count = frequency(stem)
    return bool(NO_NAME & set(stem)) or (count >= COMMON and frequency(stem + rank) < WITH_RANK * count)


def is_place(stem: str, rank: str) -> bool:
    """Tell whether two characters and a rank that open a clause name a place, by the list of places or since they are no common word.

    >>> is_place("东州", "市"), is_place("技术", "市"), is_place("核心", "区")
    (True, False, False)
    """
    if stem in load_places().stems:
        return True
    return not is_word(stem, rank) if rank == "区" else not NO_NAME & set(stem) and frequency(stem) < FREQUENT


def superiors_in(text: str) -> frozenset[str]:
    """Return the stems of cities without an entry in the list that a text speaks of as what its region belongs to or is held against.

    >>> sorted(superiors_in("是澜岫市代管的县级市，高出澜岫市平均水平，由市科技局代管"))
    ['澜岫']
    """
    found = {match[1] or match[2] for match in SUPERIOR.finditer(text)}
    return frozenset(stem for stem in found if not frequency(stem) and not NO_NAME & set(stem))


OWN_BUDGET = "(?:财政|预算|机关|部门|层面|政府|科技(?:投入|经费|支出|专项|资金))"  # what a city has itself: 甲市级财政


class Gazetteer:
    """Finds places in texts; knows which of them the corpus covers."""

    def __init__(self, documents: Iterable[DocumentInfo], parts: Mapping[str, str] | None = None, superiors: Iterable[str] = ()) -> None:
        """Take the documents.

        Args:
            documents: those of the corpus.
            parts: the counties and districts that they have figures of, each with the region that it is a part of.
            superiors: stems of cities that no list has and that the documents speak of as standing above their region.
        """
        documents, lexicon = list(documents), load_places()
        self._regions = _by_stem(documents)
        self._planned = frozenset(info.region for info in documents if info.region and not info.is_policy)
        self._parents = {stem_of(info.region): stem_of(info.parent) for info in documents if info.parent} | {}
        for child, city in lexicon.parents.items():
            self._parents.setdefault(child, city)
        above = {stem_of(info.parent) for info in documents if PROVINCE.search(info.parent)}
        stems = lexicon.stems | above | self._regions.keys() | set(superiors)
        names = {**{stem: stem for stem in stems}, **lexicon.nicknames, **dict.fromkeys(lexicon.words, "")}
        names |= {name: stem_of(region) for name, region in (parts or {}).items() if stem_of(name) not in self._regions}
        self._names = names
        ordered = sorted(names, key=lambda name: (-len(name), name))
        self._pattern = re.compile(f"(?:{'|'.join(map(re.escape, ordered))})(?!市?级)")
        # 甲市级以上的中心: of a county-level city where nothing else names a place; of the city above it 市级 is the level
        below = [name for name in ordered if names[name] in self._regions and names[name] not in self._parents.values()]
        own = "|".join(re.escape(name) for name in ordered if names[name] in self._regions) or "(?!)"
        self._with_level = re.compile(f"(?:{'|'.join(map(re.escape, below)) or '(?!)'})(?=市级)|(?:{own})(?=市级{OWN_BUDGET})")
        self._short = re.compile(f"(?<=[{BEFORE_SHORT}])([{''.join(lexicon.shorts)}])")
        self._shorts = lexicon.shorts
        self._latin = re.compile(f"(?<![A-Za-z])(?:{'|'.join(map(re.escape, lexicon.latin))})(?![A-Za-z])", re.I)
        self._stems = lexicon.latin
        self._zone = lone_zone(self._regions)

    def places(self, text: str) -> tuple[Place, ...]:
        """Return the places a text names, in order, each once."""
        found: dict[str, Place] = {}
        matches = [(match.start(), match.end(), self._names[match.group()]) for match in self._pattern.finditer(text)]
        matches = matches or [(match.start(), match.end(), self._names[match.group()]) for match in self._with_level.finditer(text)]
        matches += [(match.start(), match.end(), self._shorts[match.group()]) for match in self._short.finditer(text)]
        matches += [(match.start(), match.end(), self._stems[match.group().lower()]) for match in self._latin.finditer(text)]
        matches += [
            (match.start(1), match.end(1), match.group(1))
            for match in UNLISTED.finditer(text)
            if not is_word(match.group(1), match.group(2))
            and not any(start < match.end() and match.start() < end for start, end, _ in matches)
        ]
        if self._zone and not any(self._names.get(stem) for *_, stem in matches if stem == self._zone[0]):
            matches += [(match.start(), match.end(), self._zone[0]) for match in self._zone[1].finditer(text)]
        for start, end, stem in sorted(match for match in matches if match[2]):
            found.setdefault(stem, Place(stem, start, end, self._regions.get(stem, "")))
        return tuple(found.values())

    @property
    def names(self) -> frozenset[str]:
        """All names of places that are known, in full and in short."""
        return frozenset(self._names)

    def latin(self, stem: str) -> str:
        """Return the English name of a stem, the stem itself where none is known."""
        return next((name.title() for name, own in self._stems.items() if own == stem), stem)

    def parent(self, stem: str) -> str:
        """Return the stem of the city a place belongs to, or ""."""
        return self._parents.get(stem, "")

    def region(self, stem: str) -> str:
        """Return the corpus's region of a stem, or ""."""
        return self._regions.get(stem, "")

    def top_region(self) -> str:
        """Return the region that stands above the others in the corpus, or "" where none does."""
        above = [self._regions[parent] for parent in self._parents.values() if parent in self._regions]
        return max(set(above), key=above.count) if above else ""

    def usual_region(self, text: str) -> str:
        """Return whose figures a question asks for that names no place: the top region's, but where it has no plan the only one's that has.

        Args:
            text: the question; 市里, 全市 mean the city all the same, of a district's plan.
        """
        top = self.top_region()
        below = next(iter(self._planned)) if top not in self._planned and len(self._planned) == 1 else top
        return top if below[-1:] != top[-1:] and re.search(rf"[全本]{top[-1:]}|{top[-1:]}里", text) else below


def _by_stem(documents: Iterable[DocumentInfo]) -> dict[str, str]:
    """The regions of some documents by their stems; a zone called after another place keeps its name, as do districts of one name."""
    documents = list(documents)
    ranked = {info.region for info in documents if info.region and not ZONE.search(info.region)}
    taken = {stem_of(name) for name in (*ranked, *(info.parent for info in documents if info.parent))}
    zones = {info.region for info in documents if info.region} - ranked
    found = {SUFFIX.sub("", zone) if stem_of(zone) in taken else stem_of(zone): zone for zone in sorted(zones)}
    stems = [stem_of(region) for region in ranked]
    return found | {stem_of(one) if stems.count(stem_of(one)) == 1 else SUFFIX.sub("", one): one for one in sorted(ranked)}
