"""What the column `type` of an XLSForm says, under the names that it had over the years."""

import re

from survey_engine.exchange.forms.xlsform.layout import FormRow

SELECT = re.compile(
    r"(select_one|select one from|select one|select1|select_multiple|select all that apply from|"
    r"select all that apply|select multiple from|select multiple|rank|odk:rank)\s+(\S+)(\s+or[_ ]other)?",
    re.IGNORECASE,
)
MANY = ("select_multiple", "select all", "select multiple")
RANK = ("rank", "odk:rank")
BLOCK = re.compile(r"(begin|end)[ _](group|repeat|loop|lgroup)", re.IGNORECASE)
DEVICE = {"start", "end", "today", "deviceid", "username", "phonenumber", "email", "audit", "simserial"}
DEVICE |= {"subscriberid", "start-geopoint", "uri:deviceid", "device id", "phone number", "time start"}
SAME_TYPES = {
    "int": "integer",
    "add integer prompt": "integer",
    "add date prompt": "date",
    "string": "text",
    "add note prompt": "note",
    "add text prompt": "text",
}
CALCULATED = {
    "calculate",
    "hidden",
    "csv-external",
    "xml-external",
    "background-audio",
    "background-geopoint",
}


def type_of(row: FormRow) -> str:
    """Return the type as it is written, with single spaces."""
    return " ".join(row.cell("type").split())


def selected(row: FormRow, only: str = "") -> tuple[str, str, bool] | None:
    """Return select_one, select_multiple or rank, the name of the list, and whether there is an "other".

    None where the row chooses from no list, or is not of the type `only`.
    """
    found = SELECT.fullmatch(type_of(row))
    if not found:
        return None
    said = found[1].lower()
    name = "rank" if said in RANK else "select_multiple" if said.startswith(MANY) else "select_one"
    return (name, found[2], bool(found[3])) if only in ("", name) else None
