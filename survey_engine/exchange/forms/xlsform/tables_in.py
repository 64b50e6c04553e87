"""Groups of an XLSForm that are one question of Balsis: statements in a table become a matrix."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from survey_engine.design.kinds import CANT_SAY, AnyQuestion, Matrix, Option
from survey_engine.exchange.forms.carried import Why
from survey_engine.exchange.forms.points import points_of
from survey_engine.exchange.forms.whole_kinds import IN_PIECES
from survey_engine.exchange.forms.xlsform.drafts import EXTRA, PART
from survey_engine.exchange.forms.xlsform.kinds_in import Source, real_text
from survey_engine.exchange.forms.xlsform.layout import FormRow
from survey_engine.exchange.forms.xlsform.types import BLOCK, selected

TABLE = "table-list"
# Codes of a last choice that is no point but a way out.
WAYS_OUT = {CANT_SAY, "na", "n_a", "dk", "dont_know", "dontknow", "do_not_know", "98", "99", "-98", "-99"}


@dataclass(frozen=True, slots=True)
class Table:
    """A group that is one question, and its rows."""

    head: FormRow
    rows: Sequence[FormRow]


def blocks(rows: Sequence[FormRow]) -> Iterator[FormRow | Table]:
    """Yield the rows, those of a group that is one question together."""
    place = 0
    while place < len(rows):
        found = _pieces_at(rows, place) or _table_at(rows, place)
        yield found or rows[place]
        place += len(found.rows) + 2 if found else 1


def read_table(table: Table, source: Source) -> AnyQuestion | None:
    """Return a matrix; `source` is the head of the group with the list that all its rows share."""
    rows = [row for row in table.rows if PART not in row.own]
    source.keep_appearance(TABLE, "field-list", "minimal")
    required = [_is_required(row) for row in rows]
    if any(required) and not all(required):
        source.note(Why.REQUIRED_SOMETIMES, rule=", ".join(row.name for row in rows if _is_required(row)))
    return source.make(
        Matrix,
        options=_statements(table.head, rows),
        **_points(source),
        **({"required": True} if required and all(required) else {}),
    )


def is_in_pieces(head: FormRow) -> bool:
    """Say whether the group that a row begins is one question of a kind that XLSForm has only in pieces."""
    begins = BLOCK.fullmatch(head.cell("type"))
    is_head = bool(begins and begins[1].lower() == "begin" and PART not in head.own)
    return is_head and head.own.get("kind") in IN_PIECES


def _pieces_at(rows: Sequence[FormRow], place: int) -> Table | None:
    if not is_in_pieces(rows[place]):
        return None
    depth, end = 1, place + 1
    while end < len(rows) and depth:
        block = BLOCK.fullmatch(rows[end].cell("type"))
        depth += (-1 if block[1].lower() == "end" else 1) if block else 0
        end += 1
    return Table(rows[place], rows[place + 1 : end - 1]) if not depth else None


def _table_at(rows: Sequence[FormRow], place: int) -> Table | None:
    head = rows[place]
    begins = BLOCK.fullmatch(head.cell("type"))
    if not begins or begins[1].lower() == "end" or begins[2].lower() != "group":
        return None
    if TABLE not in head.cell("appearance").split() and head.own.get("kind") != "matrix":
        return None
    end = place + 1
    while end < len(rows) and not BLOCK.fullmatch(rows[end].cell("type")):
        end += 1
    inside = rows[place + 1 : end]
    lists = {select[1] for row in inside if PART not in row.own for select in [selected(row)] if select}
    are_statements = all(PART in row.own or selected(row, "select_one") for row in inside)
    ends = end < len(rows) and BLOCK.fullmatch(rows[end].cell("type"))
    is_whole = bool(ends and ends[1].lower() == "end")
    return Table(head, inside) if is_whole and are_statements and len(lists) <= 1 else None


def _statements(head: FormRow, rows: Sequence[FormRow]) -> tuple[Option, ...]:
    prefix = f"{head.cell('name')}_"
    codes = [str(row.own.get("code") or row.cell("name").removeprefix(prefix)) for row in rows]
    return tuple(
        Option(code=code, label=real_text(row, "text", code)) for code, row in zip(codes, rows, strict=True)
    )


def _points(source: Source) -> Mapping[str, object]:
    points = [choice for choice in source.choices if EXTRA not in choice.own]
    way_out = source.has_extra(CANT_SAY)
    codes = [choice.cell("name") for choice in points]
    if not way_out and codes and codes[-1].lower() in WAYS_OUT:
        way_out = True
        points = points[:-1]
    numbers = [str(number) for number in range(1, len(points) + 1)]
    if codes[: len(points)] != numbers or codes[len(points) :]:
        source.note(Why.POINTS, points=len(points), codes=", ".join(codes)[:200])
    return {
        **points_of([real_text(choice, "label", choice.cell("name")) for choice in points]),
        "cant_say": way_out,
    }


def _is_required(row: FormRow) -> bool:
    return row.cell("required").lower() in ("yes", "true", "true()", "1")
