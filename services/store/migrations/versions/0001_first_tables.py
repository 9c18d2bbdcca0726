"""The first tables and the full-text index."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_LONG = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make them."""
    _make_log()
    _make_reports()
    _make_rows_and_desks()
    _make_identities()
    _make_people()
    op.execute(
        "CREATE VIRTUAL TABLE report_search USING fts5("
        "number, title, text, place, content='', tokenize='unicode61 remove_diacritics 2', prefix='2 3 4')"
    )


def _make_log() -> None:
    op.create_table(
        "log_head",
        sa.Column("log", sa.Integer(), nullable=False, comment="1: this regency's log"),
        sa.Column("epoch", sa.String(), nullable=False),
        sa.Column(
            "term", sa.Integer(), nullable=False, comment="counts the openings; an older writer finds another and stops"
        ),
        sa.Column("seq", _LONG, nullable=False),
        sa.Column("at", _LONG, nullable=False),
        sa.PrimaryKeyConstraint("log", name="pk_log_head"),
    )
    op.create_table(
        "event",
        sa.Column("seq", _LONG, autoincrement=False, nullable=False),
        sa.Column("at", _LONG, nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("report", sa.String(), nullable=False, comment="the report's id, for duty events the member's"),
        sa.Column("txn", sa.String(), nullable=False),
        sa.Column("actor", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("seq", name="pk_event"),
    )
    op.create_index("ix_event_report", "event", ["report", "seq"])


def _make_reports() -> None:
    op.create_table(
        "report",
        sa.Column("n", _LONG, nullable=False, comment="order of arrival; never leaves the hub"),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("seq", _LONG, nullable=False, comment="the last event of the command that changed it last"),
        sa.Column("received", _LONG, nullable=False),
        sa.Column("squad", sa.String()),
        sa.Column("label", sa.String(), nullable=False),
        sa.Column("priority", sa.String(), nullable=False),
        sa.Column("state", sa.String(), nullable=False),
        sa.Column("covert", sa.Boolean(), nullable=False),
        sa.Column("retired", sa.Boolean(), nullable=False),
        sa.Column("members", sa.String(), nullable=False, comment="ids, separated by spaces"),
        sa.Column("source_system", sa.String()),
        sa.Column("source_id", sa.String()),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("n", name="pk_report"),
        sa.UniqueConstraint("id", name="uq_report_id"),
        sa.UniqueConstraint("number", name="uq_report_number"),
    )
    live, sourced = sa.text("NOT retired"), sa.text("source_system IS NOT NULL")
    op.create_index("ix_report_received", "report", ["received"])
    op.create_index("ix_report_live", "report", ["n"], sqlite_where=live, postgresql_where=live)
    source = ["source_system", "source_id"]
    op.create_index("ix_report_source", "report", source, sqlite_where=sourced, postgresql_where=sourced)
    op.create_table(
        "report_member",
        sa.Column("member", sa.String(), nullable=False),
        sa.Column("n", _LONG, nullable=False, comment="report.n"),
        sa.PrimaryKeyConstraint("member", "n", name="pk_report_member"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "report_photo",
        sa.Column("photo", sa.String(), nullable=False),
        sa.Column(
            "report",
            sa.String(),
            nullable=False,
            comment="one that has carried it; whether it still does, its row says",
        ),
        sa.PrimaryKeyConstraint("photo", "report", name="pk_report_photo"),
        sqlite_with_rowid=False,
    )


def _make_rows_and_desks() -> None:
    op.create_table(
        "row_version",
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("projection", sa.String(), nullable=False),
        sa.Column("n", _LONG, nullable=False),
        sa.Column("gone", _LONG),
        sa.Column("touched", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("kind", "id", "projection", name="pk_row_version"),
    )
    op.create_table(
        "answer",
        sa.Column("desk", sa.String(), nullable=False),
        sa.Column("n", _LONG, nullable=False),
        sa.Column("hash", sa.String(), nullable=False),
        sa.Column("command", sa.String(), nullable=False),
        sa.Column("result", sa.Text(), nullable=False),
        sa.Column("at", _LONG, nullable=False),
        sa.Column("seq", _LONG, comment="the command's last event, null for a refusal"),
        sa.PrimaryKeyConstraint("desk", "n", name="pk_answer"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "desk_head",
        sa.Column("desk", sa.String(), nullable=False),
        sa.Column("user", sa.String(), nullable=False),
        sa.Column("last_command", _LONG, nullable=False),
        sa.PrimaryKeyConstraint("desk", name="pk_desk_head"),
    )
    op.create_table(
        "member",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_member"),
    )


def _make_identities() -> None:
    op.create_table(
        "identity_key",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column(
            "wrapped", sa.Text(), nullable=False, comment="the record key, sealed with the key of keys.json; base64"
        ),
        sa.PrimaryKeyConstraint("id", name="pk_identity_key"),
    )
    op.create_table(
        "identity",
        sa.Column("ref", sa.String(), nullable=False),
        sa.Column("key", sa.String(), nullable=False),
        sa.Column("sealed", sa.Text(), nullable=False, comment="base64"),
        sa.ForeignKeyConstraint(["key"], ["identity_key.id"], name="fk_identity_key"),
        sa.PrimaryKeyConstraint("ref", name="pk_identity"),
    )


def _make_people() -> None:
    op.create_table(
        "user",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("login", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("roles", sa.String(), nullable=False, comment="separated by commas"),
        sa.Column("squads", sa.String(), comment="separated by commas; null: all"),
        sa.Column("password", sa.String(), nullable=False, comment="argon2"),
        sa.Column("added", _LONG, nullable=False),
        sa.Column("revoked", _LONG),
        sa.PrimaryKeyConstraint("id", name="pk_user"),
        sa.UniqueConstraint("login", name="uq_user_login"),
    )
    op.create_table(
        "token",
        sa.Column("id", sa.String(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("roles", sa.String(), nullable=False),
        sa.Column("hash", sa.String(), nullable=False, comment="SHA-256 of the token"),
        sa.Column("added", _LONG, nullable=False),
        sa.Column("revoked", _LONG),
        sa.PrimaryKeyConstraint("id", name="pk_token"),
        sa.UniqueConstraint("hash", name="uq_token_hash"),
        sa.UniqueConstraint("name", name="uq_token_name"),
    )
    op.create_table(
        "session",
        sa.Column("desk", sa.String(), nullable=False),
        sa.Column("user", sa.String(), nullable=False, comment="a user's or a device token's id"),
        sa.Column("hash", sa.String(), nullable=False, comment="SHA-256 of the token in use"),
        sa.Column("expires", _LONG, nullable=False),
        sa.Column("next_hash", sa.String(), comment="handed out, not used yet"),
        sa.Column("next_expires", _LONG),
        sa.PrimaryKeyConstraint("desk", name="pk_session"),
    )
    op.create_table(
        "rights",
        sa.Column("id", sa.Integer(), nullable=False, comment="1"),
        sa.Column("version", _LONG, nullable=False, comment="moves whenever somebody's rights change"),
        sa.PrimaryKeyConstraint("id", name="pk_rights"),
    )
