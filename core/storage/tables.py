"""The tables. Ids are UUIDs, times UTC milliseconds; words and keys are sealed bytes."""

from typing import Any

import sqlalchemy as sa

metadata = sa.MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def _id(name: str = "id") -> sa.Column[object]:
    return sa.Column(name, sa.Uuid(), primary_key=True)


def _of(column: str) -> sa.Index:
    """Find the rows in which somebody stands: only those are in the index."""
    return sa.Index(None, column, sqlite_where=sa.text(f"{column} IS NOT NULL"))


def _video(*, primary: bool = False) -> sa.Column[object]:
    return sa.Column("video", sa.ForeignKey("videos.id"), primary_key=primary, nullable=False)


def _rule() -> tuple[sa.Column[Any], ...]:
    """What may make videos: a rule of somebody's, or of a community's."""
    return (
        sa.Column("stays", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("untrained", sa.Boolean, nullable=False, server_default=sa.false()),
        sa.Column("allowed", sa.String),
    )


people = sa.Table(
    "people",
    metadata,
    _id(),
    sa.Column("last_number", sa.Integer, nullable=False, server_default="0"),
    sa.Column("language", sa.String),
    sa.Column("time_zone", sa.String),
    sa.Column("delivery", sa.String, nullable=False, server_default="file"),
    sa.Column("tidy", sa.Boolean, nullable=False, server_default=sa.true()),
    sa.Column("protect", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("notices", sa.Boolean, nullable=False, server_default=sa.true()),
    *_rule(),
    sa.Column("departure", sa.Uuid, index=True),
)
agreements = sa.Table(
    "agreements",
    metadata,
    sa.Column("person", sa.ForeignKey("people.id"), primary_key=True),
    sa.Column("paper", sa.String, primary_key=True),
    sa.Column("version", sa.Integer, nullable=False),
    sa.Column("agreed_at_ms", sa.Integer, nullable=False),
)
departures = sa.Table(
    "departures",
    metadata,
    _id(),
    sa.Column("receipt", sa.String),
    sa.Column("begun_at_ms", sa.Integer, nullable=False),
)
identities = sa.Table(
    "identities",
    metadata,
    sa.Column("platform", sa.String, primary_key=True),
    sa.Column("external_id", sa.String, primary_key=True),
    sa.Column("person", sa.ForeignKey("people.id"), nullable=False, index=True),
    sa.Column("origin", sa.Uuid, index=True, unique=True),
    sa.Column("joined_at_ms", sa.Integer),
)
videos = sa.Table(
    "videos",
    metadata,
    _id(),
    sa.Column("owner", sa.ForeignKey("people.id"), nullable=False),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("state", sa.String, nullable=False),
    sa.Column("route", sa.String, nullable=False),
    sa.Column("shape", sa.String, nullable=False),
    sa.Column("seconds", sa.Integer, nullable=False),
    sa.Column("seed", sa.Integer, nullable=False),
    sa.Column("effect", sa.String, nullable=False, server_default="none"),
    sa.Column("start_ms", sa.Integer, nullable=False, server_default="0"),
    sa.Column("asked_at_ms", sa.Integer, nullable=False),
    sa.Column("ends_at_ms", sa.Integer, nullable=False, index=True),
    sa.Column("finished_at_ms", sa.Integer),
    sa.Column("failure", sa.String),
    sa.Column("hold", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("asked_on", sa.String, nullable=False, server_default="demo"),
    sa.Column("portrayed", sa.String, nullable=False, server_default="own"),
    sa.Column("begun_in", sa.Uuid),
    sa.Column("wrapped_key", sa.LargeBinary, nullable=False),
    sa.Column("words", sa.LargeBinary, nullable=False),
    sa.Column("origin", sa.Uuid),
    sa.Column("inputs_end_at_ms", sa.Integer),
    sa.Column("trimmed", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("shown", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("kept_until_ms", sa.Integer),
    sa.UniqueConstraint("owner", "number"),
    sa.Index(None, "state", "owner"),
    sa.Index(None, "owner", "state", "ends_at_ms"),
    sa.Index(None, "owner", "shown"),
    sa.Index(None, "kept_until_ms", "ends_at_ms"),
    sa.Index(None, "hold", "ends_at_ms"),
    sa.Index(None, "trimmed", "ends_at_ms"),
    sa.Index(None, "trimmed", "inputs_end_at_ms"),
    _of("begun_in"),
)
assets = sa.Table(
    "assets",
    metadata,
    _id(),
    _video(),
    sa.Column("role", sa.String, nullable=False),
    sa.Column("media_type", sa.String, nullable=False),
    sa.Column("size_bytes", sa.Integer, nullable=False),
    sa.Column("width", sa.Integer, nullable=False),
    sa.Column("height", sa.Integer, nullable=False),
    sa.Column("duration_ms", sa.Integer),
    sa.Column("wrapped_key", sa.LargeBinary, nullable=False),
    sa.Column("nonce_prefix", sa.LargeBinary, nullable=False),
    sa.Index(None, "video"),
)
jobs = sa.Table(
    "jobs",
    metadata,
    _video(primary=True),
    sa.Column("person", sa.ForeignKey("people.id"), nullable=False, index=True),
    sa.Column("lane", sa.String, nullable=False),
    sa.Column("finish", sa.Integer, nullable=False),
)
submissions = sa.Table(
    "submissions",
    metadata,
    _video(primary=True),
    sa.Column("route", sa.String, nullable=False),
    sa.Column("external_id", sa.Uuid, nullable=False),
    sa.Column("until_ms", sa.Integer, nullable=False),
    sa.Column("sent_at_ms", sa.Integer),
    sa.Column("task", sa.String),
)
spending = sa.Table(
    "spending",
    metadata,
    _id(),
    sa.Column("video", sa.Uuid, index=True),
    sa.Column("person", sa.Uuid),
    sa.Column("community", sa.Uuid),
    sa.Column("route", sa.String, nullable=False),
    sa.Column("state", sa.String, nullable=False),
    sa.Column("amount_micro", sa.BigInteger),
    sa.Column("currency", sa.String),
    sa.Column("at_ms", sa.Integer, nullable=False, index=True),
    _of("person"),
)
grants = sa.Table(
    "grants",
    metadata,
    _video(primary=True),
    sa.Column("person", sa.ForeignKey("people.id"), primary_key=True),
    sa.Column("until_ms", sa.Integer, index=True),
    sa.Column("id", sa.Uuid, nullable=False, unique=True),
    sa.Column("names", sa.LargeBinary, nullable=False),
    sa.Column("given_at_ms", sa.Integer, nullable=False),
    sa.Index(None, "person"),
)
invitations = sa.Table(
    "invitations",
    metadata,
    _id(),
    _video(),
    sa.Column("digest", sa.LargeBinary, nullable=False, index=True),
    sa.Column("until_ms", sa.Integer, index=True),
    sa.Column("names", sa.LargeBinary, nullable=False),
    sa.Column("given_at_ms", sa.Integer, nullable=False),
    sa.UniqueConstraint("video", "digest"),
)
knock_links = sa.Table(
    "knock_links",
    metadata,
    _video(primary=True),
    sa.Column("digest", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("until_ms", sa.Integer, nullable=False, index=True),
    sa.Column("used", sa.Integer, nullable=False, server_default="0"),
)
knocks = sa.Table(
    "knocks",
    metadata,
    _id(),
    _video(),
    sa.Column("person", sa.Uuid, nullable=False),
    sa.Column("names", sa.LargeBinary, nullable=False),
    sa.Column("answer", sa.String, nullable=False),
    sa.Column("asked_at_ms", sa.Integer, nullable=False, index=True),
    sa.UniqueConstraint("video", "person"),
)
views = sa.Table(
    "views",
    metadata,
    sa.Column("sequence", sa.Integer, primary_key=True),
    _video(),
    sa.Column("person", sa.Uuid),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("through", sa.String, nullable=False),
    sa.Column("at_ms", sa.Integer, nullable=False),
    sa.Index(None, "video", "at_ms"),
    _of("person"),
)
break_glass = sa.Table(
    "break_glass",
    metadata,
    _id(),
    _video(),
    sa.Column("role", sa.String, nullable=False),
    sa.Column("reason", sa.LargeBinary, nullable=False),
    sa.Column("at_ms", sa.Integer, nullable=False),
    sa.Index(None, "video", "at_ms"),
)
muted = sa.Table(
    "muted",
    metadata,
    sa.Column("person", sa.Uuid, primary_key=True),
    sa.Column("owner", sa.Uuid, primary_key=True),
)
publications = sa.Table(
    "publications",
    metadata,
    _id(),
    _video(),
    sa.Column("community", sa.Uuid, nullable=False),
    sa.Column("audience", sa.String, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("state", sa.String, nullable=False),
    sa.Column("shown_revision", sa.Integer),
    sa.Column("reported", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("appeal_open", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("escalated", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("slug", sa.String, unique=True),
    sa.Column("waiting_since_ms", sa.Integer),
    sa.Column("shown_at_ms", sa.Integer),
    sa.Column("keeps_until_ms", sa.Integer),
    sa.Column("plays", sa.Integer, nullable=False, server_default="0"),
    sa.Column("claimed_by", sa.Uuid),
    sa.Column("claimed_until_ms", sa.Integer),
    sa.Index(None, "video"),
    sa.Index(None, "community", "waiting_since_ms", "id"),
    sa.Index(None, "escalated", "waiting_since_ms", "id"),
    sa.Index(None, "community", "shown_at_ms", "id"),
    sa.Index(None, "community", "audience", "shown_at_ms", "id"),
    _of("claimed_by"),
)
revisions = sa.Table(
    "revisions",
    metadata,
    sa.Column("publication", sa.ForeignKey("publications.id"), primary_key=True),
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("state", sa.String, nullable=False),
    sa.Column("audience", sa.String, nullable=False),
    sa.Column("portrayed", sa.String, nullable=False),
    sa.Column("until_ms", sa.Integer),
    sa.Column("why", sa.String, nullable=False, server_default=""),
    sa.Column("decided_by", sa.Uuid),
    sa.Column("proposed_at_ms", sa.Integer),
    sa.Column("post_at_ms", sa.Integer, index=True),
    sa.Column("wrapped_key", sa.LargeBinary, nullable=False),
    sa.Column("words", sa.LargeBinary, nullable=False),
    sa.Index(None, "state", "until_ms"),
    _of("decided_by"),
)
bans = sa.Table(
    "bans",
    metadata,
    sa.Column("community", sa.Uuid, primary_key=True),
    sa.Column("token", sa.LargeBinary, primary_key=True),
    sa.Column("until_ms", sa.Integer, nullable=False, index=True),
)
events = sa.Table(
    "events",
    metadata,
    sa.Column("sequence", sa.Integer, primary_key=True),
    sa.Column("subject", sa.Uuid, nullable=False, index=True),
    sa.Column("verb", sa.String, nullable=False),
    sa.Column("actor", sa.Uuid),
    sa.Column("reason", sa.String, nullable=False),
    sa.Column("at_ms", sa.Integer, nullable=False),
    _of("actor"),
)
outbox = sa.Table(
    "outbox",
    metadata,
    sa.Column("sequence", sa.Integer, primary_key=True),
    sa.Column("id", sa.Uuid, nullable=False, unique=True),
    sa.Column("surface", sa.String, nullable=False),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("subject", sa.Uuid, nullable=False, index=True),
    sa.Column("person", sa.Uuid),
    sa.Column("attempts", sa.Integer, nullable=False, server_default="0"),
    sa.Column("free_at_ms", sa.Integer, nullable=False, server_default="0"),
)
tokens = sa.Table(
    "tokens",
    metadata,
    sa.Column("digest", sa.LargeBinary, primary_key=True),
    sa.Column("action", sa.String, nullable=False),
    sa.Column("subject", sa.Uuid, nullable=False, index=True),
    sa.Column("person", sa.Uuid, nullable=False),
    sa.Column("revision", sa.Integer, nullable=False),
    sa.Column("expires_at_ms", sa.Integer, nullable=False, index=True),
)
receipts = sa.Table(
    "receipts",
    metadata,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("video", sa.Uuid, unique=True),
    sa.Column("person", sa.ForeignKey("people.id")),
    sa.Column("number", sa.Integer, nullable=False),
    sa.Column("issued_at_ms", sa.Integer, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("signature", sa.String, nullable=False),
    sa.Column("origin", sa.Uuid),
    sa.Column("version", sa.Integer, nullable=False, server_default="1"),
    sa.Column("erasing", sa.Boolean, nullable=False, server_default=sa.false(), index=True),
    sa.Column("digest", sa.LargeBinary),
    sa.Column("sealed_secret", sa.LargeBinary),
    sa.Column("facts", sa.Text),
    sa.Column("looks", sa.Integer, nullable=False, server_default="0"),
    sa.Column("look_at_ms", sa.Integer, index=True),
    _of("person"),
    _of("origin"),
)
receipt_versions = sa.Table(
    "receipt_versions",
    metadata,
    sa.Column("receipt", sa.ForeignKey("receipts.id"), primary_key=True),
    sa.Column("version", sa.Integer, primary_key=True),
    sa.Column("issued_at_ms", sa.Integer, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("signature", sa.String, nullable=False),
)
recalls = sa.Table(
    "recalls",
    metadata,
    _id(),
    sa.Column("receipt", sa.ForeignKey("receipts.id"), nullable=False, index=True),
    sa.Column("platform", sa.String, nullable=False),
    sa.Column("sealed", sa.LargeBinary, nullable=False),
)
journal_checkpoint = sa.Table(
    "journal_checkpoint",
    metadata,
    sa.Column("id", sa.Integer, primary_key=True),
    sa.Column("lines", sa.Integer, nullable=False),
    sa.Column("head", sa.String, nullable=False),
)
posted = sa.Table(
    "posted",
    metadata,
    _id(),
    sa.Column("platform", sa.String, nullable=False),
    sa.Column("person", sa.Uuid, nullable=False, index=True),
    sa.Column("video", sa.Uuid, nullable=False, index=True),
    sa.Column("kind", sa.String, nullable=False),
    sa.Column("channel", sa.String, nullable=False),
    sa.Column("message", sa.String, index=True),
    sa.Column("media", sa.Uuid),
    sa.Column("token", sa.LargeBinary),
    sa.Column("token_until_ms", sa.Integer, nullable=False),
    sa.Column("posted_at_ms", sa.Integer, nullable=False),
    sa.Column("tidied", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Index(None, "platform", "posted_at_ms"),
)
communities = sa.Table(
    "communities",
    metadata,
    _id(),
    sa.Column("platform", sa.String, nullable=False),
    sa.Column("external_id", sa.String),
    sa.Column("joined_at_ms", sa.Integer, nullable=False),
    sa.Column("ended_at_ms", sa.Integer),
    sa.Column("showcase", sa.String),
    sa.Column("review", sa.String),
    sa.Column("moderators", sa.String, nullable=False, server_default=""),
    sa.Column("spoilers", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("pictures", sa.String, nullable=False, server_default="own"),
    sa.Column("moderated", sa.Boolean, nullable=False, server_default=sa.true()),
    sa.Column("world", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("quota", sa.Integer, nullable=False, server_default="5"),
    sa.Column("paused", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("rules", sa.String, nullable=False, server_default=""),
    sa.Column("slug", sa.String, unique=True),
    sa.Column("set_up_by", sa.Uuid),
    sa.Column("lost", sa.String, nullable=False, server_default=""),
    *_rule(),
    sa.Column("budget_micro", sa.BigInteger),
    sa.Column("budget_currency", sa.String),
    sa.Column("active_at_ms", sa.Integer),
    sa.Column("idle_told", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.UniqueConstraint("platform", "external_id"),
)
openings = sa.Table(
    "openings",
    metadata,
    sa.Column("platform", sa.String, primary_key=True),
    sa.Column("external_id", sa.String, primary_key=True),
    sa.Column("community", sa.Uuid, nullable=False),
    sa.Column("action", sa.String, nullable=False),
    sa.Column("request", sa.Integer, nullable=False),
    sa.Column("until_ms", sa.Integer, nullable=False),
)
interviews = sa.Table(
    "interviews",
    metadata,
    sa.Column("person", sa.Uuid, primary_key=True),
    sa.Column("platform", sa.String, primary_key=True),
    sa.Column("chat", sa.String, primary_key=True),
    sa.Column("subject", sa.Uuid, nullable=False, index=True),
    sa.Column("notes", sa.LargeBinary, nullable=False),
    sa.Column("begun_at_ms", sa.Integer, nullable=False, index=True),
)
inbox = sa.Table(
    "inbox",
    metadata,
    sa.Column("platform", sa.String, primary_key=True),
    sa.Column("number", sa.BigInteger, primary_key=True),
    sa.Column("album", sa.String, index=True),
    sa.Column("body", sa.LargeBinary),
    sa.Column("taken", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("carried", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("kept_at_ms", sa.Integer, nullable=False, index=True),
)
albums = sa.Table(
    "albums",
    metadata,
    sa.Column("platform", sa.String, primary_key=True),
    sa.Column("name", sa.String, primary_key=True),
    sa.Column("closes_at_ms", sa.Integer, nullable=False),
    sa.Column("closed", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("video", sa.Uuid),
    sa.Column("messages", sa.String, nullable=False, server_default=""),
)
pairings = sa.Table(
    "pairings",
    metadata,
    _id(),
    sa.Column("digest", sa.LargeBinary, nullable=False, unique=True),
    sa.Column("state", sa.String, nullable=False),
    sa.Column("first", sa.ForeignKey("people.id"), nullable=False, index=True),
    sa.Column("first_platform", sa.String, nullable=False),
    sa.Column("first_name", sa.LargeBinary),
    sa.Column("second", sa.ForeignKey("people.id"), index=True),
    sa.Column("second_platform", sa.String),
    sa.Column("second_name", sa.LargeBinary),
    sa.Column("made_at_ms", sa.Integer, nullable=False),
    sa.Column("until_ms", sa.Integer, nullable=False),
)
wrong_codes = sa.Table(
    "wrong_codes",
    metadata,
    sa.Column("sequence", sa.Integer, primary_key=True),
    sa.Column("person", sa.ForeignKey("people.id"), nullable=False, index=True),
    sa.Column("at_ms", sa.Integer, nullable=False),
)
cases = sa.Table(
    "cases",
    metadata,
    _id(),
    sa.Column("community", sa.Uuid),
    sa.Column("video", sa.Uuid, index=True),
    sa.Column("publication", sa.Uuid, index=True),
    sa.Column("state", sa.String, nullable=False),
    sa.Column("opened_at_ms", sa.Integer, nullable=False),
    sa.Column("due_at_ms", sa.Integer, nullable=False),
    sa.Column("rung", sa.Integer, nullable=False, server_default="0"),
    sa.Column("held", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("holds", sa.Boolean, nullable=False, server_default=sa.false()),
    sa.Column("why", sa.String, nullable=False, server_default=""),
    sa.Column("decided_by", sa.Uuid),
    sa.Column("removed", sa.Integer),
    sa.Column("closed_at_ms", sa.Integer),
    sa.Column("wrapped_key", sa.LargeBinary),
    sa.Index(None, "state", "community", "due_at_ms"),
    sa.Index(None, "state", "rung", "opened_at_ms"),
    sa.Index(None, "closed_at_ms"),
)
reports = sa.Table(
    "reports",
    metadata,
    _id(),
    sa.Column("case", sa.ForeignKey("cases.id"), nullable=False, index=True),
    sa.Column("person", sa.Uuid),
    sa.Column("source", sa.LargeBinary),
    sa.Column("digest", sa.LargeBinary, unique=True),
    sa.Column("complaint", sa.String, nullable=False),
    sa.Column("words", sa.LargeBinary),
    sa.Column("told", sa.String, nullable=False, server_default=""),
    sa.Column("at_ms", sa.Integer, nullable=False),
    sa.Index(None, "person", "at_ms"),
    sa.Index(None, "source", "at_ms"),
)
exports = sa.Table(
    "exports",
    metadata,
    _id(),
    sa.Column("person", sa.ForeignKey("people.id"), unique=True),
    sa.Column("language", sa.String, nullable=False),
    sa.Column("asked_at_ms", sa.Integer, nullable=False),
    sa.Column("ends_at_ms", sa.Integer, nullable=False, index=True),
    sa.Column("changes", sa.Integer, nullable=False, server_default="0"),
    sa.Column("size_bytes", sa.Integer),
    sa.Column("files", sa.Integer, nullable=False, server_default="0"),
    sa.Column("wrapped_key", sa.LargeBinary),
    sa.Column("nonce_prefix", sa.LargeBinary),
)
