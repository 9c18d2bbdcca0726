"""Who uploaded which photo."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None

_LONG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "upload",
        sa.Column("photo", sa.String(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("at", _LONG, nullable=False),
        sa.Column("attached", sa.Boolean(), nullable=False),
        sa.PrimaryKeyConstraint("photo", name="pk_upload"),
    )
    loose = sa.text("NOT attached")
    op.create_index("ix_upload_loose", "upload", ["at"], sqlite_where=loose, postgresql_where=loose)
