"""A switch for each question of a live session: words reach the projector without waiting."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    with op.batch_alter_table("question_state") as batch_op:
        batch_op.add_column(sa.Column("let_through", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    with op.batch_alter_table("question_state") as batch_op:
        batch_op.drop_column("let_through")
