"""What was said stays as it was said: the database itself refuses to change an answer.

`is_current` may move on, and erasing deletes the row. A migration that rebuilds the table
(batch mode in SQLite) has to make the trigger again.
"""

from alembic import op

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

SAID = ("session_id", "participant_id", "question_id", "entry", "codes", "text", "said_at")
REFUSAL = "what was said stays as it was said"

SQLITE = f"""
CREATE TRIGGER answer_stays BEFORE UPDATE OF {", ".join(SAID)} ON answer
WHEN {" OR ".join(f"OLD.{name} IS NOT NEW.{name}" for name in SAID)}
BEGIN SELECT RAISE(ABORT, '{REFUSAL}'); END
"""
POSTGRESQL_FUNCTION = f"""
CREATE FUNCTION refuse_changing_answer() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION '{REFUSAL}' USING ERRCODE = 'integrity_constraint_violation'; END $$
"""
POSTGRESQL = f"""
CREATE TRIGGER answer_stays BEFORE UPDATE OF {", ".join(SAID)} ON answer FOR EACH ROW
WHEN ({" OR ".join(f"OLD.{name}::text IS DISTINCT FROM NEW.{name}::text" for name in SAID)})
EXECUTE FUNCTION refuse_changing_answer()
"""


def upgrade() -> None:
    if op.get_context().dialect.name == "postgresql":
        op.execute(POSTGRESQL_FUNCTION)
        op.execute(POSTGRESQL)
    else:
        op.execute(SQLITE)


def downgrade() -> None:
    if op.get_context().dialect.name == "postgresql":
        op.execute("DROP TRIGGER answer_stays ON answer")
        op.execute("DROP FUNCTION refuse_changing_answer()")
    else:
        op.execute("DROP TRIGGER answer_stays")
