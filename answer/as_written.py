"""A case -> what the documents write of it, told as it stands before anything is computed or weighed."""

from collections.abc import Sequence

from answer.answer import MAX_ANSWER, Refusal
from answer.article_charge import article_charge
from answer.case import Case
from answer.charge import asks_charge
from answer.contacts import contacts
from answer.counted_phrases import counted_phrase
from answer.digit_terms import digits_explained
from answer.draft import Draft
from answer.elsewhere import elsewhere
from answer.goals_of_years import goals_of_years
from answer.headed_charge import units_in_charge
from answer.held_against import held_against
from answer.horizon import horizon
from answer.item_asked import item_told
from answer.item_totals import item_totals
from answer.mention import Mention, mention
from answer.missing_figure import lacking_thing
from answer.missing_name import lacking_sort
from answer.provisions import provisions
from answer.refused import refused
from answer.replied import Reply
from answer.rows_holding import rows_holding
from answer.rows_marked import rows_marked
from answer.section_told import part_meant, section_told
from answer.section_untitled import lacking_section
from answer.table_note import table_note
from answer.table_rows import asks_unit, charge_row, docs_asked, rows_with_value
from facts.measure import Measure


def as_written(case: Case, refusal: Refusal | None, history: Sequence[str], measures: Sequence[Measure]) -> Reply | None:
    """Return whether a word stands in the documents, what stands there as it is asked, or that there is no word for a thing.

    Args:
        case: the question with its evidence.
        refusal: why it would be refused, None where it would not.
        history: earlier user turns, oldest first.
        measures: all of the index.
    """
    told = held_against(case) if not refusal or refusal.code in ("not_in_corpus", "other_jurisdiction") else None
    if told or (refusal and refusal.code not in ("not_in_corpus", "off_topic")):
        return Reply(case.retrieval, None, told) if told else None
    if found := elsewhere(case.retrieval, case.index, case.gazetteer) or mention(case.retrieval, case.index):
        return _mentioned(case, found)
    if item := item_told(case, history):
        missing = Refusal("not_in_corpus", item.missing) if item.missing else None
        return Reply(case.retrieval, missing, item.draft)
    if refusal and refusal.code == "off_topic":
        return None
    if told := _told(case, measures):
        return Reply(case.retrieval, None, told)
    part = part_meant(case.retrieval, case.index)
    if not refusal and (thing := lacking_thing(case) or lacking_sort(case) or lacking_section(*part, case)):
        missing = Refusal("not_in_corpus", f"资料没有说明{thing}。")
        return Reply(case.retrieval, missing, refused(missing, case))
    return None


def _told(case: Case, measures: Sequence[Measure]) -> Draft | None:
    """What answers as it stands: a note, how far a plan looks ahead, rows, contacts, what a clause counts, what holds for all."""
    ahead = None if case.question.about_document else horizon(case.retrieval, case.index)
    return (
        rows_marked(case)
        or table_note(case.retrieval, case.index)
        or ahead
        or goals_of_years(case.retrieval, case.index)
        or section_told(case.retrieval, case.index)
        or digits_explained(case)
        or item_totals(case)
        or rows_with_value(case.text, docs_asked(case.retrieval, case.index), case.index)
        or rows_holding(case)
        or contacts(case)
        or counted_phrase(case)
        or provisions(case.retrieval, case.evidence, measures, case.index, charged=_is_charged(case))
    )


def _is_charged(case: Case) -> bool:
    """Tell whether a row or a clause on its article names the units in charge of the measure that is asked about."""
    if not (asks_charge(case.text) or asks_unit(case.text)):
        return False
    row = charge_row(case.concepts, docs_asked(case.retrieval, case.index), case.index)
    if row is not None or bool(article_charge(case.best, case.concepts, case.index)):
        return True
    return units_in_charge(case.retrieval, case.concepts, case.index) is not None


def _mentioned(case: Case, found: Mention) -> Reply:
    """Whether a word stands in the documents; where those asked about have it not, with what others say of it."""
    if not found.missing:
        return Reply(case.retrieval, None, found.draft)
    draft = Draft(case.index, MAX_ANSWER)
    draft.say(found.missing)
    draft.append(found.draft)
    return Reply(case.retrieval, Refusal("not_in_corpus", found.missing), draft)
