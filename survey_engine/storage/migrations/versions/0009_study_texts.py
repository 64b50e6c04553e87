"""An edit of texts may change those of the study, too, and is undone whole."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("questionnaire_edit") as batch_op:
        batch_op.add_column(sa.Column("study_texts", sa.JSON(), nullable=True))


def downgrade() -> None:
    with op.batch_alter_table("questionnaire_edit") as batch_op:
        batch_op.drop_column("study_texts")
