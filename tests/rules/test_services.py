"""Every public method of every service, called with somebody else's ids: nothing is told, nothing changes."""

import inspect
import shutil
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from survey_engine.accounts import Account
from survey_engine.collect.findings import Wanted
from survey_engine.collect.models import Mode
from survey_engine.collect.surveys import SurveyPlan
from survey_engine.compare.agreement import sort_lines
from survey_engine.compare.lines import Line
from survey_engine.design.bank import Indicator
from survey_engine.design.kinds import OpenText, Phase
from survey_engine.design.models import AgendaStep, Group, Section, StepKind
from survey_engine.design.templates import Better
from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.answers_in import Columns
from survey_engine.guidelines.picks import KeptQuote
from survey_engine.settings import Settings
from survey_engine.storage.paper import sheets_of
from survey_engine.storage.room import take_back_code_of
from survey_engine.workbench import Workbench, open_workbench
from survey_engine.workbench.compare import ComparisonView
from survey_engine.workbench.service import Service
from tests.conftest import make_account
from tests.factories import make_answer, make_participant, make_session, make_version, open_text, single
from tests.pictures import drawn

# What belongs to no study: the door, the room (which has its code), and reading a file that one holds.
FREE = {
    *("accounts", "room", "studies.all", "studies.create", "themes.equipment", "pictures.shown_in_room"),
    *("files.preview", "files.read_polis", "files.read_turns", "forms.read", "forms.file_name"),
}
SECRET = "noslēpums"
OWN = "savējais"
TABLE = b"text,group\nteksts,ngo\n"


@dataclass(frozen=True)
class World:
    """One account with a study that has something of everything, each value under the parameter it fits."""

    account: Account
    values: dict[str, Any]
    everything: str


def make_world(bench: Workbench, email: str, said: str) -> World:
    account = make_account(bench, email, said)
    own = bench.on_behalf_of(account)
    study = own.studies.create(title=said, groups=(Group(key="ngo", label={"lv": said}),))
    form = own.questionnaires.create(study.id, title=said)
    asked, chosen = open_text(f"q-{said}"), single(f"c-{said}")
    form = own.questionnaires.add(form.id, question=asked)
    step = AgendaStep(kind=StepKind.BREAK, title={"lv": said})
    form = own.agendas.add(form.id, step=step)
    kept = own.bank.keep(form.id, question_id=asked.id)
    indicators = (Indicator(key=kept.key, better=Better.HIGHER),)
    indicator_set = own.bank.save_set(study.id, title=said, indicators=indicators)
    form = own.sections.add(form.id, section=Section(id="s", title={"lv": said}))
    version = make_version(bench, study, asked, chosen)
    session = make_session(bench, study, version, title=said)
    people = [make_participant(bench, session, "ngo") for _number in range(6)]
    answers = [make_answer(bench, person, asked, text=f"{said} un vēl vārdi") for person in people]
    for person in people:
        make_answer(bench, person, chosen, codes=("a",))
    note = own.notes.add(session.id, text=said, group_key="ngo", client_key=f"note-{said}")
    theme, other = (own.themes.create(study.id, name=f"{said} {n}") for n in (1, 2))
    own.themes.move_answer(answers[0].id, from_theme=None, to_theme=theme.id)
    quote, spare = (
        own.quotes.keep_quote(study.id, answer_id=answers[n].id, start=0, end=5, theme_id=theme.id)
        for n in (0, 1)
    )
    guideline = own.guidelines.create(study.id, title=said)
    chapter, to_chapter = (own.guidelines.add_chapter(guideline.id, title=f"{said} {n}") for n in (1, 2))
    recommendation = own.guidelines.add_recommendation(chapter.id, text=said)
    evidence = own.guidelines.attach(recommendation.id, KeptQuote(quote.id))
    own.guidelines.publish(guideline.id)
    sheet = own.files.preview("a.csv", TABLE)
    picture = own.pictures.keep(study.id, name="a.png", content=drawn())
    batch = own.paper.print_sheets(session.id, language="lv", number=1)
    printed = own.paper.find(session.id, code=_code_of(own, session.id))
    own.paper.enter(session.id, sheet_id=printed.id, entries={asked.id: (said,)}, consent=True)
    values = {
        "study_id": study.id,
        "name": study.id,
        "questionnaire_id": form.id,
        "version_id": version.id,
        "question_id": asked.id,
        "question": OpenText(id=asked.id, text={"lv": "cits"}),
        "step_id": step.id,
        "picture_id": picture.id,
        "key": kept.key,
        "keys": (kept.key,),
        "set_id": indicator_set.id,
        "indicators": indicators,
        "step": step.model_copy(update={"title": {"lv": "cits"}}),
        "session_id": session.id,
        "session_ids": (session.id,),
        "question_ids": (asked.id,),
        "subject_id": chosen.id,
        "line": _theme_line(bench, study.id, theme.id),
        "wanted": Wanted(session_id=session.id),
        "account_id": account.id,
        "answer_id": answers[0].id,
        "answer_ids": [answers[1].id],
        "note_id": note.id,
        "theme_id": theme.id,
        "theme_ids": (theme.id, other.id),
        "from_theme": theme.id,
        "to_theme": other.id,
        "quote_id": spare.id,
        "guideline_id": guideline.id,
        "chapter_id": chapter.id,
        "to_chapter_id": to_chapter.id,
        "recommendation_id": recommendation.id,
        "evidence_id": evidence.id,
        "pick": KeptQuote(spare.id),
        "section_id": "s",
        "section": Section(id="s", title={"lv": "cits"}),
        "outline": ("s", asked.id),
        "before": (theme.id,),
        "made": (theme.id,),
        "texts": {f"form/questions/{asked.id}/text": {"lv": "cits"}},
        "transcript": own.files.read_turns("a.txt", b"Anna: teksts"),
        "sheet": sheet,
        "sheet_id": printed.id,
        "batch": batch,
        "code": _code_of(own, session.id),
        "intake": own.files.read_answers(sheet, Columns(("text",))),
        "carried": own.forms.read("a.json", own.forms.write(form.id, ".json").content),
    }
    return World(account, values, dump(bench, study.id))


def _code_of(bench: Workbench, session_id: str) -> str:
    with bench.database.reading() as transaction:
        (sheet,) = sheets_of(transaction, session_id)
    return take_back_code_of(bench.settings.folder, sheet.id)


def _theme_line(bench: Workbench, study_id: str, theme_id: str) -> Line:
    with bench.database.reading() as transaction:
        view = ComparisonView(transaction, bench.studies.get(study_id), (), "lv")
        theme = next(theme for theme in view.themes if theme.id == theme_id)
        return next(iter(sort_lines(view.theme_tables([theme]), (), 1)))


# What these are makes no difference to who may call.
HARMLESS: dict[str, Any] = {
    "title": "Cits",
    "plan": SurveyPlan(),
    "zone": UTC,
    "address": "http://balsis.test/ABC",
    "text": "cits",
    "name": "Cits",
    "word": "vārdi",
    "email": "c@example.org",
    "reason": "tāpat",
    "action": "cits",
    "subject": "cits",
    "client_key": "cita-atslēga",
    "group_key": None,
    "mode": Mode.LIVE,
    "phase": Phase.BOTH,
    "by": 1,
    "minutes": 60,
    "content": b"address,lv\n",
    "language": "lv",
    "on": True,
    "start": 0,
    "end": 3,
    "form": "md",
    "ending": ".json",
    "columns": Columns(("text",)),
    "groups": {"Anna": "ngo"},
    "number": 1,
    "entries": {},
}


@pytest.fixture(scope="module")
def worlds(
    tmp_path_factory: pytest.TempPathFactory, migrated: Path, quick_passwords: None
) -> tuple[Path, World, World]:
    folder = tmp_path_factory.mktemp("worlds")
    shutil.copy(migrated, folder / "balsis.db")
    bench = open_workbench(Settings(folder, f"sqlite:///{folder / 'balsis.db'}")).as_operator()
    mine, other = (
        make_world(bench, "sava@example.org", OWN),
        make_world(bench, "sveša@example.org", SECRET),
    )
    bench.database.engine.dispose()
    return folder, mine, other


@contextmanager
def copied(source: Path, target: Path) -> Iterator[Workbench]:
    for name in ("balsis.db", "secret.key"):
        shutil.copy(source / name, target / name)
    bench = open_workbench(Settings(target, f"sqlite:///{target / 'balsis.db'}")).as_operator()
    yield bench
    bench.database.engine.dispose()


class _NoDatabase:
    signals = None


UNOPENED = Workbench(Settings(Path(), "sqlite://"), _NoDatabase())  # type: ignore[arg-type]


def parameters_of(method: str) -> Mapping[str, inspect.Parameter]:
    service, name = method.split(".")
    return inspect.signature(getattr(getattr(UNOPENED, service), name)).parameters


def bound_methods() -> list[str]:
    """Return "service.method" of everything that concerns a study; what takes a transaction is no door."""
    services = {name for name, value in vars(Workbench).items() if isinstance(value, cached_property)}
    found = [
        f"{service}.{method}"
        for service in sorted(services - FREE)
        for method, _value in inspect.getmembers(type(getattr(UNOPENED, service)), inspect.isfunction)
        if not method.startswith("_") and not hasattr(Service, method)
    ]
    return [name for name in found if name not in FREE and "transaction" not in parameters_of(name)]


METHODS = bound_methods()


def call(bench: Workbench, visitor: Account | None, method: str, values: dict[str, Any]) -> Any:
    service, name = method.split(".")
    parameters = parameters_of(method)
    given = {key: values[key] for key in parameters if key in values and fits(method, key)}
    left = [key for key, one in parameters.items() if needs(one) and key not in given]
    harmless = HARMLESS | {"target": bench.settings.folder / "copy.zip"}
    unknown = [key for key in left if key not in harmless]
    assert unknown == [], f"say in World or HARMLESS what {unknown} of {method} may be"
    bound = getattr(getattr(bench.on_behalf_of(visitor), service), name)
    return bound(**given, **{key: harmless[key] for key in left})


def fits(method: str, key: str) -> bool:
    return key != "name" or method == "files.find_study"


def needs(parameter: inspect.Parameter) -> bool:
    return parameter.default is parameter.empty and parameter.kind is not parameter.VAR_KEYWORD


def dump(bench: Workbench, study_id: str) -> str:
    """Return everything that a study holds, as one text."""
    own = bench.as_operator()
    guidelines = [own.guidelines.draft(each.guideline.id) for each in own.guidelines.listed(study_id)]
    sessions = own.sessions.of_study(study_id)
    parts: tuple[object, ...] = (
        own.studies.get(study_id),
        own.studies.members(study_id),
        own.questionnaires.of_study(study_id),
        own.questionnaires.versions(study_id),
        [kept for kept in own.bank.search(study_id) if kept.study_id == study_id],
        [one for one in own.bank.sets(study_id) if one.study_id == study_id],
        sessions,
        [own.sessions.state(session.id) for session in sessions],
        [own.notes.of_session(session.id) for session in sessions],
        own.files.outgoing(study_id).tables[0].rows,
        [own.paper.batches(session.id) for session in sessions],
        own.themes.cards(study_id),
        own.themes.dismissed(study_id),
        own.quotes.of_study(study_id),
        guidelines,
    )
    return repr(parts)


@pytest.mark.parametrize("method", METHODS)
def test_service_tells_a_stranger_that_there_is_no_such_thing(
    method: str, worlds: tuple[Path, World, World], tmp_path: Path
) -> None:
    folder, mine, other = worlds
    with copied(folder, tmp_path) as bench:
        for visitor in (mine.account, None):
            with pytest.raises(EngineError) as refused:
                call(bench, visitor, method, other.values)
            expected = Problem.NOT_ALLOWED if method == "files.backup" else Problem.NOT_FOUND
            assert refused.value.problem == expected
            assert SECRET not in str(refused.value)
        assert dump(bench, other.values["study_id"]) == other.everything


IDS = (
    *("study_id", "session_id", "session_ids", "question_id", "question_ids", "subject_id", "wanted"),
    *("answer_id", "answer_ids", "note_id", "theme_id", "theme_ids", "from_theme", "to_theme", "quote_id"),
    *("guideline_id", "chapter_id", "to_chapter_id", "recommendation_id", "evidence_id", "pick"),
    *("questionnaire_id", "version_id", "question", "account_id", "step_id", "step"),
    *("key", "keys", "set_id"),
    *("sheet_id", "batch"),
)


@pytest.mark.parametrize("method", METHODS)
def test_one_foreign_id_among_own_ones_tells_and_changes_nothing(
    method: str, worlds: tuple[Path, World, World], tmp_path: Path
) -> None:
    folder, mine, other = worlds
    with copied(folder, tmp_path) as bench:
        for key in [key for key in IDS if key in parameters_of(method)]:
            try:
                told = call(bench, mine.account, method, mine.values | {key: other.values[key]})
            except EngineError as refused:
                told = refused
            assert SECRET not in shown(told).replace(f"q-{SECRET}", ""), key
        assert dump(bench, other.values["study_id"]) == other.everything


def shown(told: Any) -> str:
    if isinstance(told, bytes):
        return told.decode("utf-8", "replace")
    return repr(told) + str(told)


@pytest.mark.parametrize("method", METHODS)
def test_own_ids_are_let_through(method: str, worlds: tuple[Path, World, World], tmp_path: Path) -> None:
    folder, mine, _other = worlds
    if method == "files.backup":
        return
    with copied(folder, tmp_path) as bench:
        refused = None
        try:
            call(bench, mine.account, method, mine.values)
        except EngineError as fault:
            refused = fault.problem
        # Something else may stand in the way, but the thing itself was found.
        assert refused not in (Problem.NOT_FOUND, Problem.NOT_ALLOWED)


def test_no_service_is_left_out_of_this_rule() -> None:
    assert len({method.split(".")[0] for method in METHODS}) == 20
    assert len(METHODS) > 100


def test_account_of_another_study_is_not_enough(worlds: tuple[Path, World, World], tmp_path: Path) -> None:
    folder, mine, other = worlds
    with copied(folder, tmp_path) as bench:
        ghost = replace(bench, visitor=mine.account.model_copy(update={"id": "nobody"}))
        with pytest.raises(EngineError):
            ghost.studies.get(other.values["study_id"])
