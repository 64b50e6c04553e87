"""Every kind of question is known to every format, and the published schema is that of the models."""

from pathlib import PurePath

import pytest

from survey_engine.design.kinds import KINDS
from survey_engine.design.models import Form
from survey_engine.exchange.forms.carried import WORDS, Outgoing, Why
from survey_engine.exchange.forms.formats import FORMATS, Format, read_form
from survey_engine.exchange.forms.own_json import SCHEMA, schema
from tests.rules.source import ROOT

FORMATS_SAID = (ROOT / "docs" / "formats.md").read_text(encoding="utf-8")
OUT = [one for one in FORMATS if one.write]
BOTH = [one for one in OUT if one.read]


def outgoing(kind: str) -> Outgoing:
    question = KINDS[kind](key="q", text={"lv": "Kas?"})
    return Outgoing(Form.model_validate({"questions": [question.model_dump()]}), "Anketa", ("lv",))


@pytest.mark.parametrize("format_", OUT, ids=lambda one: one.ending)
@pytest.mark.parametrize("kind", KINDS)
def test_kind_is_written_by_every_format(kind: str, format_: Format) -> None:
    assert format_.write is not None
    listed = [one.reason for one in format_.write(outgoing(kind)).not_carried]
    assert Why.KIND_OUT not in listed


@pytest.mark.parametrize("format_", BOTH, ids=lambda one: one.ending)
@pytest.mark.parametrize("kind", KINDS)
def test_kind_comes_back_from_every_format_that_is_read(kind: str, format_: Format) -> None:
    assert format_.write is not None
    content = format_.write(outgoing(kind)).content
    found = read_form(PurePath("anketa").with_suffix(format_.ending).name, content).form.questions
    assert [one.kind for one in found] == [kind]


@pytest.mark.parametrize("kind", KINDS)
def test_kind_stands_in_the_table_of_formats(kind: str) -> None:
    rows = [line for line in FORMATS_SAID.splitlines() if line.startswith(f"| {kind} |")]
    assert [row.count("|") for row in rows] == [5]


def test_every_reason_has_its_words() -> None:
    assert set(WORDS) == set(Why)


def test_published_schema_is_that_of_the_models() -> None:
    assert SCHEMA.read_text(encoding="utf-8") == schema()
