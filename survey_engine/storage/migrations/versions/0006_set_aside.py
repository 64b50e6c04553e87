"""Answers to questions that a person is no longer shown are set aside: kept, and not counted.

The column is added in place, without rebuilding the table, so that its trigger stays.
"""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("answer", sa.Column("set_aside", sa.Boolean(), nullable=False, server_default=sa.false()))


def downgrade() -> None:
    op.drop_column("answer", "set_aside")
