"""Finding texts by room, and what counts as a fault in a translation."""

import pytest
from babel.messages.catalog import Message

from tools.locales import faults_of, room_of


@pytest.mark.parametrize(
    ("path", "room"),
    [
        ("pages/themes/words.py", "themes"),
        ("pages/ui/parts/results/single.py", "ui"),
        ("pages/frame.py", "ui"),
        ("survey_engine/errors.py", "errors"),
        ("survey_engine/compare/wording.py", "compare"),
        ("survey_engine/workbench/design.py", "design"),
        ("survey_engine/workbench/guidelines/method.py", "guidelines"),
        ("survey_engine/workbench/room.py", "participant"),
        ("survey_engine/storage/compare.py", "compare"),
        ("survey_engine/cli/backup.py", "exchange"),
        ("survey_engine/accounts.py", "ui"),
        ("door/templates/sign_in.html", "door"),
        ("participant/views.py", "participant"),
    ],
)
def test_texts_of_a_file_belong_to_the_room_of_its_folder(path: str, room: str) -> None:
    assert room_of(path) == room


def test_translation_with_the_same_placeholders_is_right() -> None:
    assert list(faults_of(Message("{n} of {all}", "{all}: {n}"), 3)) == []


def test_translation_that_loses_a_placeholder_is_wrong() -> None:
    assert list(faults_of(Message("{n} people", "cilvēki"), 3)) == ["placeholders [] instead of ['n']"]


def test_plural_without_the_number_is_wrong_because_its_form_is_also_for_21() -> None:
    message = Message(("One answer", "{n} answers"), ("Viena atbilde", "{n} atbildes", "{n} atbilžu"))
    assert list(faults_of(message, 3)) == ["placeholders [] instead of ['n']"]


def test_plural_with_too_few_forms_is_wrong() -> None:
    message = Message(("{n} answer", "{n} answers"), ("{n} atbilde", "{n} atbildes"))
    assert list(faults_of(message, 3)) == ["2 plural forms instead of 3"]


def test_fuzzy_translation_is_wrong() -> None:
    assert list(faults_of(Message("Words", "Vārdi", flags=["fuzzy"]), 3)) == ["marked fuzzy"]
