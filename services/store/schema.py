"""Brings the database's schema up to date; the steps lie in `migrations/versions`."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from services.store.failures import StoreRefused

_STEPS = Path(__file__).parent / "migrations"


def bring_up_to_date(connection: Connection) -> None:
    """Run the steps the database has not had yet; the caller's transaction holds them all or none.

    Raises:
        StoreRefused: the database has had steps this program does not know.
    """
    config = Config()
    config.set_main_option("script_location", str(_STEPS).replace("%", "%%"))
    config.attributes["connection"] = connection
    scripts = ScriptDirectory.from_config(config)
    had = MigrationContext.configure(connection).get_current_revision()
    if had == scripts.get_current_head():
        return
    if had is not None and had not in {step.revision for step in scripts.walk_revisions()}:
        raise StoreRefused(f"the database is of a newer program (schema {had}): start that one")
    command.upgrade(config, "head")
