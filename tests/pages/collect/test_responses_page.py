"""The page of responses: how a survey goes, in numbers and bars, without names."""

from survey_engine.accounts import Account
from survey_engine.collect.models import Mode
from survey_engine.workbench import Workbench
from tests import factories as make


def make_survey(bench: Workbench, account: Account):
    study = make.make_study(bench, account)
    question = make.single()
    return make.make_session(bench, study, make.make_version(bench, study, question), Mode.SURVEY), question


def test_page_says_that_nobody_has_begun(open_page, bench: Workbench, account: Account) -> None:
    survey, _question = make_survey(bench, account)
    app = open_page("collect/responses.py", study=survey.study_id, session=survey.id)
    assert not app.exception
    assert [info.value.startswith("Vēl neviens nav sācis.") for info in app.info] == [True]


def test_page_tells_how_many_began_answered_and_stopped(
    open_page, bench: Workbench, account: Account
) -> None:
    survey, question = make_survey(bench, account)
    people = [make.make_participant(bench, survey, "ngo") for _number in range(6)]
    make.make_answer(bench, people[0], question, codes=("a",))
    app = open_page("collect/responses.py", study=survey.study_id, session=survey.id)
    assert not app.exception
    assert [metric.value for metric in app.metric] == ["6", "1", "0"]
    days, groups, stops = (table.value for table in app.dataframe)
    assert (list(days["started"]), list(groups["started"])) == ([6], [6])
    assert (list(stops["answered"]), list(stops["stopped"])) == ([1], [1])
