"""Surveys over days: when they open and close, and what becomes of what was answered by then."""

from datetime import datetime, timedelta

import pytest

from survey_engine.collect.models import AnswerValue, Mode, Session
from survey_engine.collect.surveys import Opening, Openness, SurveyPlan, opening_of
from survey_engine.errors import EngineError, Problem
from survey_engine.ids import new_id
from survey_engine.workbench import Workbench
from tests import factories as make

DAY = timedelta(days=1)
OPENS, CLOSES = make.NOON, make.NOON + 7 * DAY
WEEK = SurveyPlan(opens_at=OPENS, closes_at=CLOSES)


def fault(action) -> Problem:
    with pytest.raises(EngineError) as caught:
        action()
    return caught.value.problem


def at(bench: Workbench, moment: datetime) -> Workbench:
    """Return the same workbench with its clock stopped."""
    return Workbench(bench.settings, bench.database, clock=lambda: moment, visitor=bench.visitor)


@pytest.fixture
def survey(bench: Workbench) -> Session:
    study = make.make_study(bench)
    session = make.make_session(
        bench, study, make.make_version(bench, study, make.single(), make.open_text()), Mode.SURVEY
    )
    bench.surveys.arrange(session.id, plan=WEEK)
    return bench.sessions.get(session.id)


def join(bench: Workbench, survey: Session, group: str = "ngo"):
    return bench.room.join(survey.code, group_key=group, language="lv", consent=True)


def say(bench: Workbench, survey: Session, secret: str):
    return bench.room.submit(
        survey.code, secret, question_id="q-single", value=AnswerValue(codes=("a",)), client_key=new_id()
    )


@pytest.mark.parametrize(
    ("moment", "openness", "left"),
    [
        (OPENS - DAY, Openness.EARLY, 8 * DAY),
        (OPENS, Openness.OPEN, 7 * DAY),
        (CLOSES - timedelta(seconds=1), Openness.OPEN, timedelta(seconds=1)),
        (CLOSES, Openness.CLOSED, None),
    ],
)
def test_survey_is_open_from_its_first_moment_until_its_last(survey, moment, openness, left) -> None:
    assert opening_of(survey, moment) == Opening(WEEK, openness, left)


def test_survey_without_days_is_open_for_good(survey: Session) -> None:
    assert opening_of(survey.model_copy(update={"plan": {}}), CLOSES) == Opening()


def test_nobody_joins_before_a_survey_opens_or_after_it_closes(bench: Workbench, survey: Session) -> None:
    assert fault(lambda: join(at(bench, OPENS - DAY), survey)) == Problem.SURVEY_NOT_OPEN
    assert fault(lambda: join(at(bench, CLOSES), survey)) == Problem.ROOM_ENDED


def test_answers_after_the_last_moment_are_refused_and_earlier_ones_stay(
    bench: Workbench, survey: Session
) -> None:
    during, after = at(bench, OPENS + DAY), at(bench, CLOSES)
    secret = join(during, survey).secret
    say(during, survey, secret)
    assert fault(lambda: say(after, survey, secret)) == Problem.ROOM_ENDED
    assert fault(lambda: after.room.finish(survey.code, secret)) == Problem.ROOM_ENDED
    assert after.room.visit(survey.code, secret).answers["q-single"].codes == ["a"]


def test_survey_that_closed_goes_on_where_its_last_day_is_moved(bench: Workbench, survey: Session) -> None:
    secret, after = join(at(bench, OPENS), survey).secret, at(bench, CLOSES + DAY)
    after.surveys.arrange(survey.id, plan=WEEK.model_copy(update={"closes_at": CLOSES + 2 * DAY}))
    assert say(after, survey, secret).question_id == "q-single"


def test_listening_pages_are_told_that_a_survey_has_closed(bench: Workbench, survey: Session) -> None:
    during, after = (at(bench, moment).room.pulse(survey.id) for moment in (OPENS, CLOSES))
    assert during.key != after.key


def test_survey_cannot_close_before_it_opens(bench: Workbench, survey: Session) -> None:
    backwards = SurveyPlan(opens_at=CLOSES, closes_at=OPENS)
    refused = fault(lambda: bench.surveys.arrange(survey.id, plan=backwards))
    assert refused == Problem.SURVEY_CLOSES_TOO_EARLY
    assert bench.surveys.opening(survey.id).plan == WEEK


def test_live_session_has_no_days(bench: Workbench) -> None:
    study = make.make_study(bench)
    live = make.make_session(bench, study, make.make_version(bench, study, make.single()))
    assert fault(lambda: bench.surveys.arrange(live.id, plan=WEEK)) == Problem.SESSION_NOT_SURVEY


def test_group_that_is_full_takes_nobody_more_and_others_still_do(bench: Workbench, survey: Session) -> None:
    bench.surveys.arrange(survey.id, plan=SurveyPlan(quotas={"ngo": 2}))
    first, _second = (join(bench, survey) for _number in range(2))
    assert fault(lambda: join(bench, survey)) == Problem.GROUP_FULL
    assert bench.room.visit(survey.code).room.full_groups == {"ngo"}
    assert join(bench, survey, "council").participant.group_key == "council"
    bench.room.take_back(survey.code, take_back_code=first.take_back_code)
    assert join(bench, survey).participant.group_key == "ngo"


def test_quota_holds_where_many_join_at_once(bench: Workbench, survey: Session) -> None:
    bench.surveys.arrange(survey.id, plan=SurveyPlan(quotas={"ngo": 3}))
    wanted = {"group_key": "ngo", "language": "lv", "consent": True}
    coming = [bench.room.join_soon(survey.code, **wanted) for _number in range(10)]
    faults = [one.exception() for one in coming]
    assert [fault.problem for fault in faults if fault] == [Problem.GROUP_FULL] * 7
