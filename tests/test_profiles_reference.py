"""The hand-made enterprises with the measures that must and must not be offered to them: in order, and of measures that exist."""

import json
from datetime import date
from pathlib import Path
from typing import Any

GOLD = Path(__file__).resolve().parent.parent / "eval" / "gold"
KEYS = ["id", "profile", "region", "today", "must", "may", "must_not", "notes"]
LOCAL = {"YY": "余姚市", "CX": "慈溪市", "JB": "江北区"}


def lines(name: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (GOLD / name).read_text(encoding="utf-8").splitlines()]


PROFILES = lines("profiles.jsonl")


def test_profiles_are_enough_and_in_order() -> None:
    assert len(PROFILES) >= 40
    assert [profile["id"] for profile in PROFILES] == [f"PF-{number:02d}" for number in range(1, len(PROFILES) + 1)]
    assert [profile["id"] for profile in PROFILES if list(profile) != KEYS or not profile["profile"] or not profile["region"]] == []
    assert {date.fromisoformat(profile["today"]) for profile in PROFILES} == {date(2026, 11, 20)}
    assert len({profile["profile"] for profile in PROFILES}) == len(PROFILES)


def test_every_measure_exists_and_is_judged_once() -> None:
    known = {measure["id"] for measure in lines("measures.jsonl")}
    for profile in PROFILES:
        judged = [*profile["must"], *profile["may"], *profile["must_not"]]
        assert set(judged) <= known, profile["id"]
        assert not set(profile["must"]) & set(profile["must_not"]), profile["id"]
        assert len(set(judged)) == len(judged), profile["id"]


def test_every_profile_has_three_to_eight_measures_either_way() -> None:
    counts = {(profile["id"], key): len(profile[key]) for profile in PROFILES for key in ("must", "must_not")}
    assert {key: count for key, count in counts.items() if not 3 <= count <= 8} == {}


def test_measures_of_another_place_are_never_offered() -> None:
    offered = [(profile, measure) for profile in PROFILES for measure in [*profile["must"], *profile["may"]]]
    places = [(profile["id"], measure, profile["region"], LOCAL.get(measure.split("-")[1])) for profile, measure in offered]
    assert [place for place in places if place[3] not in (None, place[2])] == []
