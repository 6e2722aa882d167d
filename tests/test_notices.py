"""What a reader must know of the documents an answer uses: their period is over, they are drafts."""

from datetime import date

import pytest

from answer.notices import notices


@pytest.fixture
def plan(small_index):
    return lambda title, **said: small_index.info(title, title, **said)


def told(*documents, today):
    return notices(documents, today)


@pytest.mark.parametrize(
    ("today", "over"),
    [(date(2021, 1, 1), False), (date(2025, 1, 1), False), (date(2025, 12, 31), False), (date(2026, 1, 1), True), (date(2030, 6, 1), True)],
)
def test_a_period_is_over_from_the_day_after_its_last(plan, today, over):
    lines = told(plan("甲县规划", period="2021-2025", status="final"), today=today)
    assert len(lines) == over
    assert all("《甲县规划》" in line and "2021-2025" in line and str(today.year) in line for line in lines)


def test_a_running_plan_beside_a_finished_one_is_not_warned_of(plan):
    (line,) = told(plan("甲县规划", period="2021-2025"), plan("甲县方案", period="2023-2027"), today=date(2026, 5, 1))
    assert "甲县规划" in line and "甲县方案" not in line


def test_plans_of_the_same_period_share_a_line_each_named_once(plan):
    one, other = plan("甲县规划", period="2021-2025"), plan("乙县规划", period="2021-2025")
    (line,) = told(one, other, one, today=date(2026, 5, 1))
    assert line.count("《甲县规划》") == line.count("《乙县规划》") == 1


def test_periods_that_differ_have_lines_of_their_own(plan):
    lines = told(plan("甲县规划", period="2016-2020"), plan("乙县规划", period="2021-2025"), today=date(2026, 5, 1))
    assert ["2016-2020" in line for line in lines] == [True, False]


def test_a_draft_is_said_to_be_one_whatever_the_day(plan):
    draft = plan("乙县规划", period="2021-2025", status="draft")
    assert [("征求意见稿" in line) for line in told(draft, today=date(2022, 1, 1))] == [True]
    assert len(told(draft, today=date(2026, 1, 1))) == 2


def test_nothing_is_said_of_documents_without_a_period_or_of_none(plan):
    assert told(plan("甲县办法", status="final"), today=date(2099, 1, 1)) == ()
    assert told(today=date(2099, 1, 1)) == ()


def test_a_document_past_its_validity_is_warned_of(plan):
    info = plan("甲县若干措施", status="final")
    (line,) = notices([info], date(2026, 1, 1), {info.id: "2025-12-31"})
    assert "《甲县若干措施》" in line and "2025-12-31" in line and "过期" in line
    assert notices([info], date(2025, 12, 31), {info.id: "2025-12-31"}) == ()
    assert notices([info], date(2026, 1, 1), {info.id: ""}) == ()
