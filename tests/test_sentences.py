"""Where sentences end."""

from index.sentences import sentence_spans


def cut(text: str) -> list[str]:
    return [text[start:end] for start, end in sentence_spans(text, 0, len(text))]


def test_a_semicolon_in_brackets_ends_no_sentence() -> None:
    assert cut("推进建设（牵头单位：甲局；责任单位：乙局、丙局）。第二句；第三句") == [
        "推进建设（牵头单位：甲局；责任单位：乙局、丙局）。",
        "第二句；",
        "第三句",
    ]


def test_a_bracket_that_is_never_closed_holds_nothing_together() -> None:
    assert cut("甲（乙；丙。丁；戊") == ["甲（乙；", "丙。", "丁；", "戊"]
