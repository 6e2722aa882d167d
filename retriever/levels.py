"""Words of a question -> whether it means the whole city (全市), or names a level (省里, 区里) where others name a place."""

import re
from collections.abc import Iterable

CITY = "全市|市里|整个市"
BESIDE = f"{CITY}|市级|市平均"  # the same behind a word that sets one thing against another
WHOLE = re.compile(f"{CITY}|市级平均")
LEVEL = re.compile(f"{CITY}|市级|市本级|省里|(?<![园片城新山校社湾景街辖该])区里|县里")


def means_whole(text: str, stems: Iterable[str]) -> bool:
    """Tell whether a text means the whole city beside the places it names; of a place it names, the whole is that place.

    >>> means_whole("甲县和全市各有多少", ["甲"]), means_whole("甲市全市有多少", ["甲"])
    (True, False)
    """
    names = "|".join(map(re.escape, stems))
    return bool(WHOLE.search(re.sub(rf"(?:{names})[市区县]?的?(?:{CITY})", "", text) if names else text))
