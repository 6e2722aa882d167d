"""A turn -> the questions it holds, each with the place and the topic that it is asked of."""

import re
from collections.abc import Callable, Sequence

from answer.charge_parted import charge_apart
from answer.figure_kinds import ASKS as ASKS_FIGURE
from answer.interrogatives import interrogatives
from answer.pointing import PLACE_FIRST, topic_of
from facts.indicators import link
from facts.regions import Gazetteer, stem_of
from facts.scope import entity_of
from index.catalog import DocumentInfo
from retriever.levels import LEVEL, WHOLE
from retriever.plans import PLAN_OF_YEAR
from retriever.rest import plain_rest, spoken
from retriever.turns import ASKS, MOST_PARTS, split_questions
from retriever.wanted import only_asks_charge

TOPIC = re.compile(r"^(?P<topic>[^：:，。？?]{2,10})[：:](?=.{4})")  # 氢能：市里…，乙区…
MATTER = re.compile(r"^(?P<topic>[^：:，。？?]{2,16})[，,]")  # 低空物流这块，乙区怎么…，市里又…
COMMA = re.compile(r"[，,]")
OPENS = re.compile(r"(?:那么?|而|但)?")
MARKS = re.compile(r"[，,？?；;]")
LEAST_BODY = 3  # characters of a body's name, no fewer
HOW_BIG = re.compile(r"多[大长高快远]")
INSIDE = re.compile(r"^(?:那|那么)?(?:里头|里面|其中|当中)(?:的|那[个家条座]|有[个家条座])?")
RUNNER = re.compile(
    r"(?P<of>^[^，,。？?：:]{4,24}?的?(?:依托|运营|建设|承建|牵头|承担|实施|组建|共建)(?:单位|主体|机构|企业|高校))[，,的]*(?P<asks>(?!是|定|叫|有没有|怎么|，|,)[^。？?]{4,})[。？?]?$"
)  # 甲平台的依托单位，到2025年要有多少人: which one that is, and then what is asked of it
ABOVE = re.compile(r"(?:^|[，,：:])(?:那么?|而|但)?市[里级](?!的?(?:人|企业))")  # opens a clause that names no place, beside one that does
NUMBER = re.compile(
    r"多少|(?<!哪)几(?!类|种)|谁|[更最比差]|哪个(?:地方|市|区|县)|[高低大小][吗呢]?$"
)  # figures and comparisons are told together
TOO = re.compile(r"[，,](?=(?:同时)?(?:还|又|另外)(?!有|差|要不要|是)[^，,。？?；;]{0,20}(?:哪|什么|啥|谁)[^，,]*$)")


def asks_figure_of(clause: str) -> bool:
    """Tell whether a clause asks for a figure.

    >>> asks_figure_of("东园有多大"), asks_figure_of("东园主打什么")
    (True, False)
    """
    return bool(interrogatives(clause) or ASKS_FIGURE.search(clause))


class Parted:
    """Tells the questions of a turn apart."""

    def __init__(self, gazetteer: Gazetteer, documents: Sequence[DocumentInfo], named: Callable[[str], Sequence[str]]) -> None:
        """Take what knows places, the documents, and what finds the bodies that a text names."""
        self._gazetteer, self._documents, self._named = gazetteer, documents, named

    def parts(self, question: str) -> list[str]:
        """Return the questions a turn holds, the place named first put before those that name none."""
        clauses = [self._apart(part) for part in split_questions(question)]
        parts = [one for found in clauses for one in found]
        told_apart = {one for found in clauses if len(found) > 1 for one in found if LEVEL.match(TOPIC.sub("", one))}
        about = self._topic(parts[0]) if len(parts) > 1 else ""
        places = [self._gazetteer.places(part) for part in parts]
        own = [place for place in next((found for found in places if found), ()) if place.region]
        lead = "、".join(place.stem for place in own)
        above = {self._gazetteer.parent(place.stem) for place in own}
        higher = "".join(above) if len(above) == 1 else ""
        city = higher if len(own) == 1 and own[0].region.endswith(("区", "县")) else lead
        leads = [
            (len(parts) > 1 and self._of_document(part))
            or ((part in told_apart or (len(parts) > 1 and ABOVE.search(part))) and higher)
            or (city if WHOLE.search(part) else lead)
            for part in parts
        ]
        told = [part if not place or not about else f"{about}，{part}" for place, part in enumerate(parts)]
        first = next((at for at, found in enumerate(places) if found), 0)
        asked = [at for at, found in enumerate(clauses) for _ in found]  # which question each part is of
        leads = [one if one != lead or at >= asked[first] else "" for at, one in zip(asked, leads, strict=True)]
        return [part if found or not one else f"{one}：{part}" for part, found, one in zip(told, places, leads, strict=True)]

    def clauses(self, part: str) -> list[str]:
        """Return the questions between the marks of one that nothing answered as a whole, each of its own matter; [] where it is one."""
        found: list[str] = []
        open_ = ""
        for clause in filter(None, (one.strip() for one in MARKS.split(part))):
            open_ += clause
            if found and interrogatives(clause) and not open_.removesuffix(clause) and not plain_rest(spoken(clause), ()):
                found[-1] += f"，{clause}"  # 2020年多少家，2025年多少家: the same of another year
                open_ = ""
            elif ASKS.search(clause) or HOW_BIG.search(clause):
                found.append(open_)
                open_ = ""
            else:
                open_ += "，"
        if any(one.endswith("呢") and not asks_figure_of(one) for one in found):
            return []  # names another thing, of which it asks what was asked before
        own = (only_asks_charge(one) or plain_rest(spoken(one), self._gazetteer.places(one)) for one in found)
        if open_ or not 1 < len(found) <= MOST_PARTS or not all(own):
            return []
        place = next(filter(None, map(self._seat, found)), "")
        return [found[0], *(one if self._place(one) or not place else f"{place}：{INSIDE.sub('', one)}" for one in found[1:])]

    def stands_alone(self, clause: str) -> bool:
        """Tell whether a question asks for a figure of a place, body or indicator that it names itself, the place put before it aside."""
        own = PLACE_FIRST.sub("", clause)
        names = self._place(own) or self._named(own) or entity_of(own) or link(own)
        return bool(names) and asks_figure_of(own)

    def body(self, part: str) -> str:
        """The one body that a question names, or by whose name it opens; "" where it names none or several."""
        named = tuple(self._named(part))
        own = PLACE_FIRST.sub("", part)
        opening = "" if named else next((own[:end] for end in range(len(own), LEAST_BODY, -1) if entity_of(own[:end]) == own[:end]), "")
        return named[0] if len(named) == 1 else opening if not ASKS.search(opening) else ""

    def of_city(self, part: str) -> str:
        """Return a question of all the city (全市) put to the city above the one it was put to, "" where there is none."""
        put = PLACE_FIRST.match(part)
        above = self._gazetteer.parent(put[0].rstrip("：")) if put and WHOLE.search(part) else ""
        return f"{above}：{part[put.end() :]}" if put and self._gazetteer.region(above) else ""

    def _topic(self, part: str) -> str:
        """What a turn names first and then asks of places one after the other (氢能：市里…，低空物流这块，乙区…), "" where it does not."""
        topic = TOPIC.match(part)
        if topic is None and (matter := MATTER.match(part)) and self._place_at(part, matter.end()):
            topic = matter
        return topic["topic"] if topic and not ASKS.search(topic["topic"]) and not self._place(topic["topic"]) else ""

    def _seat(self, text: str) -> str:
        """The first place that a text names, or by whose name a body in it is called (乙市分园)."""
        regions = {stem_of(info.region) for info in self._documents if info.region}
        return self._place(text) or next((stem for name in self._named(text) for stem in regions if name.startswith(stem)), "")

    def _apart(self, part: str) -> list[str]:
        """Part a question at the comma after which it asks of another place, or something else of the body that it names first."""
        for comma in COMMA.finditer(part):
            before, behind = part[: comma.start()], part[comma.end() :]
            if self._is_of_another_place(before, behind):
                return [before, *self._apart(behind)]
        if both := charge_apart(part, self._named):
            return both
        runner = RUNNER.match(part)
        if runner and ASKS.search(runner["asks"]) and not ASKS.search(runner["of"]) and self._named(runner["of"]):
            return [f"{runner['of']}是哪家", f"这家单位{runner['asks']}"]
        too = TOO.search(part)
        if too and ASKS.search(part[: too.start()]) and (len(self._named(part[: too.start()])) == 1 or topic_of(part)):
            return [part[: too.start()], part[too.end() :]]
        return [part]

    def _is_of_another_place(self, before: str, behind: str) -> bool:
        """Tell whether two clauses each ask something of a place of their own, and neither asks for a figure."""
        if not ASKS.search(before) or not ASKS.search(behind) or NUMBER.search(before) or NUMBER.search(behind):
            return False
        start = len(OPENS.match(behind)[0])  # type: ignore[index]
        return bool(self._place(before)) and bool(opening := self._place_at(behind, start)) and opening != self._place(before)

    def _place(self, text: str) -> str:
        """The first place that a text names, or the level that it names instead."""
        found = next((place.stem for place in self._gazetteer.places(text) if place.region), "")
        level = LEVEL.search(text)
        return found or (level[0] if level else "")

    def _place_at(self, text: str, start: int) -> str:
        """The place or level that a text names right at a place of it."""
        found = next((place.stem for place in self._gazetteer.places(text) if place.region and place.start == start), "")
        level = LEVEL.match(text, start)
        return found or (level[0] if level else "")

    def _of_document(self, part: str) -> str:
        """The region of the one document that a question names by a year of its period."""
        years = {int(year) for year in PLAN_OF_YEAR.findall(part)}
        found = {info.region for info in self._documents if years & set(info.years or ())}
        return found.pop() if len(found) == 1 else ""
