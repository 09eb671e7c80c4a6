"""`python -m tests.canaries.loud PYTHON -m bots run`: runs it with every line of ours kept, down to DEBUG."""

import logging
import runpy
import sys

OURS = (
    *("cases", "chat", "discord", "engine", "erasure", "exporting", "generation", "intake", "linking", "oversight"),
    *("publishing", "relay", "restore", "sharing", "telegram", "workers"),
)
LIBRARIES = ("aiohttp", "asyncio", "dbos", "PIL", "av", "alembic", "apscheduler")
"""Those that may say all that they like. Clients of platforms may not: their requests are people's words."""


def main() -> None:
    """Let them be heard, and run."""
    for name in (*(f"hushreel.{one}" for one in OURS), *LIBRARIES):
        logging.getLogger(name).setLevel(logging.DEBUG)
    sys.argv = sys.argv[3:]
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)


if __name__ == "__main__":
    main()
