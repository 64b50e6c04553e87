"""The formats of questionnaires, told apart by a file's ending: one entry for each."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from survey_engine.errors import EngineError, Problem
from survey_engine.exchange.forms.carried import Carried, Notes, Outgoing, Written
from survey_engine.exchange.forms.limesurvey import read_lss, read_tsv, write_tsv
from survey_engine.exchange.forms.own_json import read_own_json, write_own_json
from survey_engine.exchange.forms.pictures import with_pictures
from survey_engine.exchange.forms.surveyjs import write_surveyjs
from survey_engine.exchange.forms.xlsform import read_xlsform, write_xlsform


@dataclass(frozen=True, slots=True)
class Format:
    """One format: its name for people, the endings of its files, and how it is read and written."""

    title: str
    ending: str
    read: Callable[[str, bytes], Carried] | None = None
    write: Callable[[Outgoing], Written] | None = None
    media_type: str = "application/json"


SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# The longest ending that fits is the one that counts: `.surveyjs.json` before `.json`.
FORMATS = (
    Format("Balsis JSON", ".json", read_own_json, write_own_json),
    Format("XLSForm", ".xlsx", read_xlsform, write_xlsform, SPREADSHEET),
    Format("XLSForm", ".xls", read_xlsform),
    Format("LimeSurvey", ".txt", read_tsv, write_tsv, "text/tab-separated-values"),
    Format("LimeSurvey", ".lss", read_lss),
    Format("SurveyJS", ".surveyjs.json", None, write_surveyjs),
)


def readable() -> tuple[Format, ...]:
    """Return the formats that can be read."""
    return tuple(one for one in FORMATS if one.read)


def writable() -> tuple[Format, ...]:
    """Return the formats that can be written."""
    return tuple(one for one in FORMATS if one.write)


def read_form(name: str, content: bytes) -> Carried:
    """Return the questionnaire in a file, by the ending of its name; raise FILE_KIND and what the reader raises."""
    found = _ending(name)
    if found is None or found.read is None:
        raise EngineError(Problem.FILE_KIND, name=name, kinds=named(readable()))
    carried, notes = found.read(name, content), Notes()
    # A file of another tool may name a picture of ours, and never holds it.
    form = with_pictures(carried.form, {file.id: file for file in carried.pictures}, notes)
    return replace(carried, form=form, not_carried=(*carried.not_carried, *notes.all()))


def write_form(outgoing: Outgoing, name: str) -> Written:
    """Return the questionnaire in the format that a name ends like; raise FORMAT_UNKNOWN, CELL_TOO_LONG."""
    return writer_for(name)(outgoing)


def writer_for(name: str) -> Callable[[Outgoing], Written]:
    """Return what writes the format that a name ends like; raise FORMAT_UNKNOWN."""
    found = _ending(name)
    if found is None or found.write is None:
        raise EngineError(Problem.FORMAT_UNKNOWN, name=name, kinds=named(writable()))
    return found.write


def named(formats: tuple[Format, ...]) -> str:
    """Return formats for people: XLSForm (.xlsx), …"""
    return ", ".join(f"{one.title} ({one.ending})" for one in formats)


def _ending(name: str) -> Format | None:
    fitting = [one for one in FORMATS if name.lower().endswith(one.ending)]
    return max(fitting, key=lambda one: len(one.ending), default=None)
