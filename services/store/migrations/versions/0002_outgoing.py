"""Messages to citizens: what is held, what has gone out, what was recalled."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_LONG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "outgoing",
        sa.Column("seq", _LONG, autoincrement=False, nullable=False, comment="the event with the text"),
        sa.Column("report", sa.String(), nullable=False),
        sa.Column("at", _LONG, nullable=False, comment="when it was written; it is held for a while from then on"),
        sa.Column("fate", sa.String(), comment="null: held; sent or recalled"),
        sa.Column("ended", _LONG),
        sa.PrimaryKeyConstraint("seq", name="pk_outgoing"),
    )
    held = sa.text("fate IS NULL")
    op.create_index("ix_outgoing_held", "outgoing", ["at"], sqlite_where=held, postgresql_where=held)
