"""The tables of the hub's database, the same on SQLite and PostgreSQL; the migrations must lead to exactly these.

The full-text index `report_search` is SQLite's own and stands only in the migration.
"""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    String,
    Table,
    Text,
    text,
)

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

LONG = BigInteger().with_variant(Integer(), "sqlite")
"""64 bits; SQLite's `INTEGER PRIMARY KEY` is that already, and only under this name."""

log_head = Table(
    "log_head",
    metadata,
    Column("log", Integer, primary_key=True, comment="1: this regency's log"),
    Column("epoch", String, nullable=False),
    Column("term", Integer, nullable=False, comment="counts the openings; an older writer finds another and stops"),
    Column("seq", LONG, nullable=False),
    Column("at", LONG, nullable=False),
)

event = Table(
    "event",
    metadata,
    Column("seq", LONG, primary_key=True, autoincrement=False),
    Column("at", LONG, nullable=False),
    Column("kind", String, nullable=False),
    Column("report", String, nullable=False, comment="the report's id, for duty events the member's"),
    Column("txn", String, nullable=False),
    Column("actor", String, nullable=False),
    Column("body", Text, nullable=False),
    Index("ix_event_report", "report", "seq"),
)

report = Table(
    "report",
    metadata,
    Column("n", LONG, primary_key=True, comment="order of arrival; never leaves the hub"),
    Column("id", String, nullable=False, unique=True),
    Column("number", String, nullable=False, unique=True),
    Column("seq", LONG, nullable=False, comment="the last event of the command that changed it last"),
    Column("received", LONG, nullable=False, index=True),
    Column("squad", String),
    Column("label", String, nullable=False),
    Column("priority", String, nullable=False),
    Column("state", String, nullable=False),
    Column("covert", Boolean, nullable=False),
    Column("retired", Boolean, nullable=False),
    Column("members", String, nullable=False, comment="ids, separated by spaces"),
    Column("source_system", String),
    Column("source_id", String),
    Column("body", Text, nullable=False),
)
Index(
    "ix_report_source",
    report.c.source_system,
    report.c.source_id,
    sqlite_where=text("source_system IS NOT NULL"),
    postgresql_where=text("source_system IS NOT NULL"),
)
Index("ix_report_live", report.c.n, sqlite_where=text("NOT retired"), postgresql_where=text("NOT retired"))

report_member = Table(
    "report_member",
    metadata,
    Column("member", String, nullable=False),
    Column("n", LONG, nullable=False, comment="report.n"),
    PrimaryKeyConstraint("member", "n"),
    sqlite_with_rowid=False,
)

report_photo = Table(
    "report_photo",
    metadata,
    Column("photo", String, nullable=False),
    Column("report", String, nullable=False, comment="one that has carried it; whether it still does, its row says"),
    PrimaryKeyConstraint("photo", "report"),
    sqlite_with_rowid=False,
)

outgoing = Table(
    "outgoing",
    metadata,
    Column("seq", LONG, primary_key=True, autoincrement=False, comment="the event with the text"),
    Column("report", String, nullable=False),
    Column("at", LONG, nullable=False, comment="when it was written; it is held for a while from then on"),
    Column("fate", String, comment="null: held; sent or recalled"),
    Column("ended", LONG),
)
Index("ix_outgoing_held", outgoing.c.at, sqlite_where=text("fate IS NULL"), postgresql_where=text("fate IS NULL"))

upload = Table(
    "upload",
    metadata,
    Column("photo", String, primary_key=True),
    Column("user", String, nullable=False),
    Column("at", LONG, nullable=False),
    Column("attached", Boolean, nullable=False),
)
Index(
    "ix_upload_loose",
    upload.c.at,
    sqlite_where=text("NOT attached"),
    postgresql_where=text("NOT attached"),
)

row_version = Table(
    "row_version",
    metadata,
    Column("kind", String, nullable=False),
    Column("id", String, nullable=False),
    Column("projection", String, nullable=False),
    Column("n", LONG, nullable=False),
    Column("gone", LONG),
    Column("touched", Text, nullable=False),
    PrimaryKeyConstraint("kind", "id", "projection"),
)

answer = Table(
    "answer",
    metadata,
    Column("desk", String, nullable=False),
    Column("n", LONG, nullable=False),
    Column("hash", String, nullable=False),
    Column("command", String, nullable=False),
    Column("result", Text, nullable=False),
    Column("at", LONG, nullable=False),
    Column("seq", LONG, comment="the command's last event, null for a refusal"),
    PrimaryKeyConstraint("desk", "n"),
    sqlite_with_rowid=False,
)

desk_head = Table(
    "desk_head",
    metadata,
    Column("desk", String, primary_key=True),
    Column("user", String, nullable=False),
    Column("last_command", LONG, nullable=False),
)

member = Table(
    "member",
    metadata,
    Column("id", String, primary_key=True),
    Column("body", Text, nullable=False),
)

identity_key = Table(
    "identity_key",
    metadata,
    Column("id", String, primary_key=True),
    Column("wrapped", Text, nullable=False, comment="the record key, sealed with the key of keys.json; base64"),
)

identity = Table(
    "identity",
    metadata,
    Column("ref", String, primary_key=True),
    Column("key", String, ForeignKey("identity_key.id"), nullable=False),
    Column("sealed", Text, nullable=False, comment="base64"),
)

user = Table(
    "user",
    metadata,
    Column("id", String, primary_key=True),
    Column("login", String, nullable=False, unique=True),
    Column("name", String, nullable=False),
    Column("roles", String, nullable=False, comment="separated by commas"),
    Column("squads", String, comment="separated by commas; null: all"),
    Column("password", String, nullable=False, comment="argon2"),
    Column("added", LONG, nullable=False),
    Column("revoked", LONG),
)

token = Table(
    "token",
    metadata,
    Column("id", String, primary_key=True),
    Column("name", String, nullable=False, unique=True),
    Column("roles", String, nullable=False),
    Column("hash", String, nullable=False, unique=True, comment="SHA-256 of the token"),
    Column("added", LONG, nullable=False),
    Column("revoked", LONG),
)

session = Table(
    "session",
    metadata,
    Column("desk", String, primary_key=True),
    Column("user", String, nullable=False, comment="a user's or a device token's id"),
    Column("hash", String, nullable=False, comment="SHA-256 of the token in use"),
    Column("expires", LONG, nullable=False),
    Column("next_hash", String, comment="handed out, not used yet"),
    Column("next_expires", LONG),
)

rights = Table(
    "rights",
    metadata,
    Column("id", Integer, primary_key=True, comment="1"),
    Column("version", LONG, nullable=False, comment="moves whenever somebody's rights change"),
)
