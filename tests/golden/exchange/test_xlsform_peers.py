"""What others say to an XLSForm that Balsis wrote: pyxform and ODK Validate, in three languages."""

import os
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from survey_engine.design.kinds import OpenText, Option, Scale, SingleChoice
from survey_engine.design.models import Form
from survey_engine.design.templates import form_from, template
from survey_engine.exchange.forms.carried import Outgoing
from survey_engine.exchange.forms.formats import write_form
from tests.engine.exchange.forms.made_up import LANGUAGES, as_read, forms, one_of_each
from tests.engine.exchange.forms.test_there_and_back import on_one_page, with_agenda

try:
    from pyxform.xls2xform import convert
except ImportError:
    if os.environ.get("CI"):
        raise
    pytest.skip("pyxform is not installed", allow_module_level=True)

TEMPLATE = template("cooperation-focus-groups")
# Names, texts and translations that are easy to get wrong.
ODD = Form(
    questions=(
        SingleChoice(
            key="Ābols", text={"lv": "Kāpēc ${x}?"}, options=(Option(code="jā", label={"ru": "да"}),)
        ),
        SingleChoice(key="abols", text={"ru": "=1+1"}, options=(Option(code="jā", label={}),)),
        OpenText(key="1. jautājums", help={"en": "- one\n- two"}),
        Scale(key="meta", text={"lv": "Cik?"}, low={"lv": "Maz"}, required=True),
    )
)


def said_about(form: Form, file: Path, *, validate: bool) -> list[str]:
    """Return the warnings of pyxform; an error is raised by it."""
    file.write_bytes(write_form(Outgoing(form, TEMPLATE.questionnaire["lv"], LANGUAGES), file.name).content)
    warnings: list[str] = []
    convert(str(file), warnings=warnings, validate=validate)
    return warnings


@pytest.mark.parametrize(
    "form",
    [form_from(TEMPLATE), with_agenda(one_of_each()), on_one_page(), ODD],
    ids=["template", "each kind", "one page", "odd"],
)
def test_form_passes_pyxform_and_odk_validate_without_a_word(form: Form, tmp_path: Path) -> None:
    # ODK Validate comes with pyxform and needs Java; without it pyxform's own checks are made.
    java = shutil.which("java") is not None
    assert java or not os.environ.get("CI")
    assert said_about(form, tmp_path / "forma.xlsx", validate=java) == []


@given(form=forms())
@settings(
    max_examples=40,
    phases=[Phase.generate],
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_whatever_the_editor_makes_passes_pyxform_without_a_word(form: Form, tmp_path: Path) -> None:
    if as_read(form).questions:
        assert said_about(form, tmp_path / "forma.xlsx", validate=False) == []
