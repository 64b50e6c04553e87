"""One-time links: a list comes back with them, each lets one person in once, and nobody's name is kept."""

import csv
import io
from datetime import UTC

import pytest
from sqlalchemy.exc import IntegrityError
from sqlmodel import select

from survey_engine.collect.invitations import Invitation, InvitationCount
from survey_engine.collect.models import AnswerValue, Mode, Session
from survey_engine.collect.surveys import SurveyPlan
from survey_engine.errors import EngineError, Problem
from survey_engine.ids import new_id
from survey_engine.storage.tables import ParticipantRow, SurveyInvitationRow
from survey_engine.workbench import Workbench
from tests import factories as make

LIST = "e-pasts;vārds\nanna@example.org;Anna\n=juris@example.org;Juris\n".encode()


def fault(action) -> Problem:
    with pytest.raises(EngineError) as caught:
        action()
    return caught.value.problem


@pytest.fixture
def survey(bench: Workbench) -> Session:
    study = make.make_study(bench)
    version = make.make_version(bench, study, make.single())
    survey = make.make_session(bench, study, version, Mode.SURVEY)
    bench.surveys.arrange(survey.id, plan=SurveyPlan(by_invitation=True))
    return survey


def invite(bench: Workbench, survey: Session, content: bytes = LIST) -> bytes:
    address = f"http://balsis.test/{survey.code}"
    return bench.surveys.invite(survey.id, name="saraksts.csv", content=content, address=address)


def rows_of(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def tokens(content: bytes) -> list[str]:
    return [row["balsis_link"].rpartition("/i/")[2] for row in rows_of(content)]


def join(bench: Workbench, survey: Session, token: str = ""):
    return bench.room.join(survey.code, group_key="ngo", language="lv", consent=True, invitation=token)


def hand_in(bench: Workbench, survey: Session, secret: str) -> None:
    value = AnswerValue(codes=("a",))
    bench.room.submit(survey.code, secret, question_id="q-single", value=value, client_key=new_id())
    bench.room.finish(survey.code, secret)


def test_list_comes_back_with_all_its_columns_and_a_link_in_each_row(bench: Workbench, survey) -> None:
    rows = rows_of(invite(bench, survey))
    assert [row["vārds"] for row in rows] == ["Anna", "Juris"]
    # What a spreadsheet would take for a formula is made harmless.
    assert [row["e-pasts"] for row in rows] == ["anna@example.org", "'=juris@example.org"]
    assert {row["balsis_link"].startswith(f"http://balsis.test/{survey.code}/i/") for row in rows} == {True}


def test_pasted_addresses_need_no_heading(bench: Workbench, survey) -> None:
    rows = rows_of(invite(bench, survey, b"anna@example.org\njuris@example.org\n"))
    assert [row["column_1"] for row in rows] == ["anna@example.org", "juris@example.org"]


def test_neither_the_list_nor_a_token_is_in_the_database(bench: Workbench, survey) -> None:
    sent = tokens(invite(bench, survey))
    with bench.database.reading() as transaction:
        dump = "\n".join(transaction.connection().connection.driver_connection.iterdump())
    assert [word for word in ("anna@example.org", "juris@", "Juris", *sent) if word in dump] == []


def test_nobody_joins_without_a_link_where_a_survey_is_for_the_invited(bench: Workbench, survey) -> None:
    assert fault(lambda: join(bench, survey)) == Problem.INVITED_ONLY
    assert fault(lambda: join(bench, survey, "minēts")) == Problem.INVITATION_UNKNOWN


def test_link_brings_its_holder_back_until_they_hand_in_and_then_is_used_up(bench: Workbench, survey) -> None:
    token, _other = tokens(invite(bench, survey))
    assert bench.room.invited(survey.code, invitation=token) == ""
    secret = join(bench, survey, token).secret
    assert bench.room.invited(survey.code, invitation=token) == secret
    assert fault(lambda: join(bench, survey, token)) == Problem.INVITATION_USED
    hand_in(bench, survey, secret)
    assert fault(lambda: bench.room.invited(survey.code, invitation=token)) == Problem.INVITATION_USED
    assert fault(lambda: join(bench, survey, token)) == Problem.INVITATION_USED
    assert bench.surveys.invitations(survey.id) == InvitationCount(made=2, begun=0, used=1)
    assert bench.surveys.responses(survey.id, zone=UTC).handed_in == 1


def test_whose_link_it_was_is_forgotten_when_it_is_handed_in(bench: Workbench, survey) -> None:
    token, _other = tokens(invite(bench, survey))
    hand_in(bench, survey, join(bench, survey, token).secret)
    with bench.database.reading() as transaction:
        kept = transaction.exec(select(SurveyInvitationRow)).all()
    assert sorted((one.participant_id, one.is_used) for one in kept) == [(None, False), (None, True)]


def test_link_is_fresh_again_where_its_holder_took_everything_back(bench: Workbench, survey) -> None:
    token, _other = tokens(invite(bench, survey))
    bench.room.take_back(survey.code, take_back_code=join(bench, survey, token).take_back_code)
    assert bench.room.invited(survey.code, invitation=token) == ""


def test_database_itself_holds_that_one_person_has_one_link(bench: Workbench, survey) -> None:
    token, _other = tokens(invite(bench, survey))
    person = join(bench, survey, token).participant
    second = Invitation(session_id=survey.id, token_hash="cits", participant_id=person.id)
    with pytest.raises(IntegrityError), bench.database.writing() as transaction:
        transaction.add(SurveyInvitationRow(**second.model_dump()))


def test_refused_join_leaves_no_participant_and_a_fresh_link(bench: Workbench, survey) -> None:
    token, _other = tokens(invite(bench, survey))
    wrong = {"group_key": "cita", "language": "lv", "consent": True, "invitation": token}
    assert fault(lambda: bench.room.join(survey.code, **wrong)) == Problem.ROOM_GROUP_UNKNOWN
    assert bench.room.invited(survey.code, invitation=token) == ""
    with bench.database.reading() as transaction:
        assert transaction.exec(select(ParticipantRow)).all() == []


def test_link_of_another_survey_opens_nothing(bench: Workbench, survey) -> None:
    study = make.make_study(bench)
    other = make.make_session(bench, study, make.make_version(bench, study, make.single()), Mode.SURVEY)
    token, _other = tokens(invite(bench, survey))
    assert fault(lambda: join(bench, other, token)) == Problem.INVITATION_UNKNOWN


def test_reminders_are_those_rows_whose_link_is_not_used(bench: Workbench, survey) -> None:
    sent = invite(bench, survey)
    hand_in(bench, survey, join(bench, survey, tokens(sent)[0]).secret)
    left, number = bench.surveys.reminders(survey.id, name="ar-saitēm.csv", content=sent)
    assert (number, rows_of(left)) == (1, rows_of(sent)[1:])


def test_list_that_is_empty_broken_or_has_links_makes_none(bench: Workbench, survey) -> None:
    sent = invite(bench, survey)
    assert fault(lambda: invite(bench, survey, b"e-pasts\n")) == Problem.INVITEES_NONE
    assert fault(lambda: invite(bench, survey, b"a,b\n1,2,3\n")) == Problem.INVITEES_BROKEN
    assert fault(lambda: invite(bench, survey, sent)) == Problem.INVITEES_HAVE_LINKS
    assert bench.surveys.invitations(survey.id).made == 2
