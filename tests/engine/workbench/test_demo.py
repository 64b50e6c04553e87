"""The sample study is whole, labelled as invented, and its quotes are places in its answers."""

from sqlmodel import select

from survey_engine.storage.tables import (
    AnswerRow,
    EvidenceRow,
    MemberRow,
    ParticipantRow,
    QuoteRow,
    RecommendationRow,
    StudyRow,
)
from survey_engine.workbench import Workbench
from survey_engine.workbench.demo import load_demo
from tests.conftest import make_account


def test_sample_study_is_marked_as_a_sample(bench: Workbench) -> None:
    assert load_demo(bench).is_sample


def test_sample_holds_two_groups_of_fourteen_and_twelve(bench: Workbench) -> None:
    load_demo(bench)
    with bench.database.reading() as transaction:
        groups = [row.group_key for row in transaction.exec(select(ParticipantRow)).all()]
    assert [groups.count("ngo"), groups.count("council")] == [14, 12]


def test_every_sample_quote_is_inside_its_answer(bench: Workbench) -> None:
    load_demo(bench)
    with bench.database.reading() as transaction:
        pairs = transaction.exec(select(QuoteRow, AnswerRow).where(QuoteRow.answer_id == AnswerRow.id)).all()
        quoted = {answer.text[quote.start : quote.end] for quote, answer in pairs}
    assert "Tas ir jauns darbs, kam nav cilvēku." in quoted
    assert len(quoted) == 19


def test_every_sample_recommendation_has_evidence_for_it(bench: Workbench) -> None:
    load_demo(bench)
    with bench.database.reading() as transaction:
        supported = set(
            transaction.exec(select(EvidenceRow.recommendation_id).where(EvidenceRow.stance == "for")).all()
        )
        recommendations = set(transaction.exec(select(RecommendationRow.id)).all())
    assert supported == recommendations


def test_new_account_sees_the_samples_and_nobody_elses_studies(bench: Workbench) -> None:
    sample = load_demo(bench)
    with bench.database.writing() as transaction:
        transaction.add(StudyRow(title="Not a sample", created_at=bench.clock()))
    make_account(bench, "berta@example.org", "Berta")
    with bench.database.reading() as transaction:
        assert [row.study_id for row in transaction.exec(select(MemberRow)).all()] == [sample.id]


def test_sample_of_one_account_is_not_shown_to_the_next(bench: Workbench) -> None:
    owner = make_account(bench, "owner@example.org", "Owner")
    sample = load_demo(bench, owner_email=owner.email)
    newcomer = make_account(bench, "newcomer@example.org", "Newcomer")
    assert [study.id for study in bench.on_behalf_of(owner).studies.all()] == [sample.id]
    assert bench.on_behalf_of(newcomer).studies.all() == ()
