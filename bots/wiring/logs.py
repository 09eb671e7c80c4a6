"""Logs for the operator: on standard error, one line an event, ids and codes and never anybody's words."""

import logging
import sys
from typing import Literal

import structlog

_LOUD = frozenset({"hushreel"})
"""Loggers that may say more than warnings."""
_SILENT = (
    *("discord.http", "discord.webhook", "discord.client", "discord.shard", "discord.gateway"),
    *("telegram", "httpx", "httpcore"),
)
"""Loggers that would write addresses with tokens in them, or a traceback at each try; our own lines say it."""


def prepare(form: Literal["text", "json"]) -> None:
    """Send our logs and the libraries' warnings through one pipe, as lines to read or as JSON."""
    shared: list[structlog.types.Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    plain = structlog.dev.ConsoleRenderer(colors=False, exception_formatter=structlog.dev.plain_traceback)
    last: structlog.types.Processor = structlog.processors.JSONRenderer() if form == "json" else plain
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *_errors(form), last],
        )
    )
    logging.basicConfig(handlers=[handler], level=logging.WARNING, force=True)
    for name in _LOUD:
        logging.getLogger(name).setLevel(logging.INFO)
    for name in _SILENT:
        logging.getLogger(name).setLevel(logging.CRITICAL)
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )


def _errors(form: Literal["text", "json"]) -> list[structlog.types.Processor]:
    """Show where an error was raised, without the values of its frames: those hold people's words."""
    return [structlog.processors.ExceptionRenderer()] if form == "json" else []
