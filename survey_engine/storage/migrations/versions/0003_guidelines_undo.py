"""Guidelines: what was deleted can be brought back; by when, and how it will be seen to be done."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

import survey_engine.records

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("chapter", schema=None) as batch_op:
        batch_op.add_column(sa.Column("removed_at", survey_engine.records.UtcTime(), nullable=True))

    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.add_column(sa.Column("removed_at", survey_engine.records.UtcTime(), nullable=True))

    with op.batch_alter_table("guideline", schema=None) as batch_op:
        batch_op.add_column(sa.Column("removed_at", survey_engine.records.UtcTime(), nullable=True))

    with op.batch_alter_table("recommendation", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column("due", sqlmodel.sql.sqltypes.AutoString(), server_default="", nullable=False)
        )
        batch_op.add_column(
            sa.Column("indicator", sqlmodel.sql.sqltypes.AutoString(), server_default="", nullable=False)
        )
        batch_op.add_column(sa.Column("removed_at", survey_engine.records.UtcTime(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("recommendation", schema=None) as batch_op:
        batch_op.drop_column("removed_at")
        batch_op.drop_column("indicator")
        batch_op.drop_column("due")

    with op.batch_alter_table("guideline", schema=None) as batch_op:
        batch_op.drop_column("removed_at")

    with op.batch_alter_table("evidence", schema=None) as batch_op:
        batch_op.drop_column("removed_at")

    with op.batch_alter_table("chapter", schema=None) as batch_op:
        batch_op.drop_column("removed_at")
