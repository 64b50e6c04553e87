"""What people do with a question where they answer to one another, and questions that were answered."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("question_state") as batch_op:
        batch_op.add_column(sa.Column("phase", sa.String(), nullable=False, server_default=""))
    with op.batch_alter_table("moderation") as batch_op:
        batch_op.add_column(sa.Column("answered", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    with op.batch_alter_table("moderation") as batch_op:
        batch_op.drop_column("answered")
    with op.batch_alter_table("question_state") as batch_op:
        batch_op.drop_column("phase")
