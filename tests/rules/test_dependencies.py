"""Who may know whom: the dependency rule of the house."""

import ast

import pytest

from tests.rules.source import STAGES, calls, dotted, imported, imports_from, names_used, python_files, tree

STAGE_FILES = [(stage, file) for stage in STAGES for file in python_files(f"survey_engine/{stage}")]
# What every stage may know: words, identifiers and records, but nothing that reads the world.
COMMON = ("errors", "i18n", "ids", "records", "texts", "privacy")
# Where the project's own word lists lie: a constant, not a setting.
PLACES = {"survey_engine.settings.ROOT"}
# What an earlier stage is, as opposed to what it does.
MODELS = {stage: (f"survey_engine.{stage}.models",) for stage in STAGES} | {
    "design": ("survey_engine.design.models", "survey_engine.design.kinds"),
}
WORLDLY = {"os", "random", "secrets", "time", "socket", "sqlite3", "subprocess", "urllib.request", "requests"}
CLOCKS = ("datetime.now", "datetime.utcnow", "datetime.today", "date.today", "time.time", "time.monotonic")
DATABASE = ("sqlmodel", "sqlalchemy", "alembic", "sqlite3")
# A record is written once, with its columns; these are the words for it, and nothing else of the database.
RECORD_WORDS = {
    "sqlmodel": {"Field", "SQLModel"},
    "sqlalchemy": {"JSON", "String", "DateTime", "LargeBinary", "Text", "Integer"},
    "sqlalchemy.engine": {"Dialect"},
    "sqlalchemy.types": {"TypeDecorator"},
}
OUTER = ("pages", "participant", "door")
KNOWS_DATABASE = ("survey_engine/storage/", "survey_engine/workbench/")


def engine_files() -> list[str]:
    return python_files("survey_engine")


@pytest.mark.parametrize(("stage", "file"), STAGE_FILES)
def test_stage_knows_itself_and_the_models_of_earlier_stages(stage: str, file: str) -> None:
    earlier = STAGES[: STAGES.index(stage)]
    allowed = (
        f"survey_engine.{stage}",
        *(f"survey_engine.{name}" for name in COMMON),
        *(model for before in earlier for model in MODELS[before]),
    )
    known = imports_from(file, "survey_engine") - {"survey_engine"} - PLACES
    if imports_from(file, "survey_engine.settings") <= {"survey_engine.settings", *PLACES}:
        known -= {"survey_engine.settings"}
    strangers = {
        name
        for name in known
        if not any(name == one or name.startswith(f"{one}.") for one in allowed)
        # `from survey_engine.design import models` names the package on the way to its models.
        and not any(one.startswith(f"{name}.") and known & {one} for one in allowed)
    }
    assert strangers == set()


@pytest.mark.parametrize(("stage", "file"), STAGE_FILES)
def test_stage_reads_no_clock_no_environment_and_no_chance(stage: str, file: str) -> None:
    worldly = imported(file) & WORLDLY
    clocks = {dotted(call.func) for call in calls(tree(file)) if dotted(call.func).endswith(CLOCKS)}
    assert worldly | clocks == set()


@pytest.mark.parametrize(("stage", "file"), STAGE_FILES)
def test_stage_draws_chance_only_from_a_seed(stage: str, file: str) -> None:
    unseeded = [
        dotted(call.func)
        for call in calls(tree(file))
        if dotted(call.func).endswith(("default_rng", "RandomState", "np.random.seed"))
        and not (call.args or call.keywords)
    ]
    assert unseeded == []


@pytest.mark.parametrize("file", engine_files())
def test_engine_knows_no_screen(file: str) -> None:
    screens = ("streamlit", "starlette", "jinja2", "altair", "pages", "participant", "door")
    assert {name for screen in screens for name in imports_from(file, screen)} == set()


@pytest.mark.parametrize("file", [f for f in engine_files() if not f.startswith(KNOWS_DATABASE)])
def test_only_storage_and_workbench_know_the_database(file: str) -> None:
    known = {
        f"{node.module}.{alias.name}"
        for node in ast.walk(tree(file))
        if isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] in DATABASE
        for alias in node.names
        if alias.name not in RECORD_WORDS.get(node.module or "", set())
    }
    whole = {
        alias.name
        for node in ast.walk(tree(file))
        if isinstance(node, ast.Import)
        for alias in node.names
        if alias.name.split(".")[0] in DATABASE
    }
    storage = imports_from(file, "survey_engine.storage")
    assert known | whole | storage == set()


@pytest.mark.parametrize("file", python_files(*OUTER))
def test_screens_know_neither_the_database_nor_one_another(file: str) -> None:
    others = [name for name in OUTER if not file.startswith(f"{name}/")]
    forbidden = (*others, *DATABASE, "survey_engine.storage")
    assert {name for one in forbidden for name in imports_from(file, one)} == set()


@pytest.mark.parametrize("file", python_files("participant", "door"))
def test_participants_and_the_door_do_without_streamlit(file: str) -> None:
    assert imports_from(file, "streamlit") == set()


@pytest.mark.parametrize("file", engine_files())
def test_engine_reads_the_environment_in_settings_alone(file: str) -> None:
    reads = {name for name in names_used(file) if name in ("os.environ", "os.getenv", "environ", "getenv")}
    allowed = {"survey_engine/settings.py", "survey_engine/cli/output.py"}
    assert file in allowed or reads == set()


@pytest.mark.parametrize("file", python_files("survey_engine", "pages", "participant", "door"))
def test_nothing_is_downloaded_while_running(file: str) -> None:
    assert (
        names_used(file) & {"nltk.download", "urllib.request.urlopen", "requests.get", "httpx.get"} == set()
    )
