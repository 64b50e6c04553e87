"""The bank of questions, and indicator sets."""

import sqlalchemy as sa
import sqlmodel
from alembic import op

import survey_engine.records

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "bank_question",
        sa.Column("id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("study_id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("key", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("question", sa.JSON(), nullable=False),
        sa.Column("kept_at", survey_engine.records.UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(["study_id"], ["study.id"]),
        sa.PrimaryKeyConstraint("id"),
        sa.UniqueConstraint("study_id", "key"),
    )
    op.create_index("ix_bank_question_study_id", "bank_question", ["study_id"])
    op.create_index("ix_bank_question_key", "bank_question", ["key"])
    op.create_table(
        "indicator_list",
        sa.Column("id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("study_id", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("title", sqlmodel.sql.sqltypes.AutoString(), nullable=False),
        sa.Column("indicators", sa.JSON(), nullable=False),
        sa.Column("made_at", survey_engine.records.UtcTime(), nullable=False),
        sa.ForeignKeyConstraint(["study_id"], ["study.id"]),
        sa.PrimaryKeyConstraint("id"),
    )
    op.create_index("ix_indicator_list_study_id", "indicator_list", ["study_id"])


def downgrade() -> None:
    op.drop_table("indicator_list")
    op.drop_table("bank_question")
