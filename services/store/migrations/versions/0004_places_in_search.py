"""The full-text index knows where a report is: the codes of kecamatan and desa as words; made anew from the rows."""

from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Fill it again."""
    op.execute("INSERT INTO report_search (report_search) VALUES ('delete-all')")
    op.execute(
        """INSERT INTO report_search (rowid, number, title, text, place)
        SELECT n, number, json_extract(body, '$.title'), json_extract(body, '$.text'),
            coalesce(json_extract(body, '$.place'), '')
            || coalesce(' k' || replace(json_extract(body, '$.kecamatan'), '.', ''), '')
            || coalesce(' d' || replace(json_extract(body, '$.desa'), '.', ''), '')
        FROM report"""
    )
