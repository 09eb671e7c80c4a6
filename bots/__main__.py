"""The `hushreel` command. Imports wait until a command needs them, so that help comes at once."""

import argparse
import asyncio
import os
import sys
from collections.abc import Sequence
from datetime import date
from pathlib import Path

from bots import VERSION
from core.errors import OperatorError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command. Returns the exit code: 0 done, 1 a check failed, 2 the operator has to mend something."""
    parser = _parser()
    given = parser.parse_args(arguments)
    if given.command is None:
        parser.print_help()
        return 0
    try:
        return int(given.run(given))
    except OperatorError as error:
        from bots.texts.operator import sentence  # noqa: PLC0415

        sys.stderr.write(f"hushreel: {sentence(error)}\n")
        return 2
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except KeyboardInterrupt:
        return 130


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="hushreel", description="Private videos in chat, and the truth about them.")
    parser.add_argument("--version", action="version", version=f"hushreel {VERSION}")
    commands = parser.add_subparsers(dest="command", metavar="COMMAND", title="commands")
    run = commands.add_parser("run", help="serve, until Ctrl-C")
    run.set_defaults(run=_run)
    ask = commands.add_parser("ask", help="ask the papers a question")
    ask.add_argument("question", nargs="*", help="in plain words")
    ask.add_argument("--json", action="store_true", help="read one JSON object a line, write one a line")
    ask.set_defaults(run=_ask)
    search = commands.add_parser("search", help="find the passages of a paper nearest to a question")
    search.add_argument("question", nargs="*", help="in plain words")
    search.add_argument("--document", default="", help="search this document only (docs/policies.md lists them)")
    search.add_argument("-k", type=int, default=5, help="how many passages")
    search.add_argument("--json", action="store_true", help="read one JSON object a line, write one a line")
    search.set_defaults(run=_search)
    _add_policy(commands.add_parser("policy", help="show our policy, check it, or add a copy of somebody else's paper"))
    receipt = commands.add_parser("receipt", help="check a receipt")
    receipt.add_argument("what", choices=["verify"])
    receipt.add_argument("file", type=Path)
    receipt.set_defaults(run=_receipt)
    journal = commands.add_parser("journal", help="begin another erasure journal, where the old one is lost for good")
    journal.add_argument("what", choices=["begin"])
    journal.set_defaults(run=_journal)
    migrate = commands.add_parser("migrate", help="bring the database to this version's schema")
    migrate.set_defaults(run=_migrate)
    backup = commands.add_parser("backup", help="make a sealed backup, also while Hushreel serves")
    backup.add_argument("--list", action="store_true", help="only list the backups of that folder")
    backup.add_argument("--check", action="store_true", help="only open that backup to its end")
    backup.add_argument("target", type=Path, help="a folder for backups, or a file")
    backup.set_defaults(run=_backup)
    restore = commands.add_parser("restore", help="put a backup back, while nothing serves")
    restore.add_argument("--replace", action="store_true", help="remove the data that are there; asks for a word")
    restore.add_argument("--under-hold", action="store_true", help="without the erasure journal: closes everything")
    restore.add_argument("file", type=Path)
    restore.set_defaults(run=_restore)
    _add_operator(
        commands.add_parser("operator", help="the operator's desk, what it costs, and a video opened for a reason")
    )
    doctor = commands.add_parser("doctor", help="find what is set up wrong, and say what mends it; changes nothing")
    doctor.add_argument("--json", action="store_true", help="write one JSON object")
    doctor.add_argument("--generator", choices=("kling", "comfyui"), default="", help="look at this generator alone")
    doctor.add_argument("--for-real", action="store_true", help="have it make one cheap video; it may cost money")
    doctor.set_defaults(run=_doctor, refuse=doctor.error)
    return parser


def _add_policy(policy: argparse.ArgumentParser) -> None:
    doing = policy.add_subparsers(dest="what", metavar="WHAT", required=True)
    tried = "as if this setting were so (HUSHREEL_RETENTION=3d); may be given several times"
    for name, told in (("show", "our papers, as they apply to these settings"), ("check", "whether they are true")):
        ours = doing.add_parser(name, help=told)
        ours.add_argument("--with", dest="settings", metavar="KEY=VALUE", action="append", default=[], help=tried)
        ours.set_defaults(run=_policy)
    adding = doing.add_parser("add", help="take your own copy of somebody else's paper, and see what it changes")
    adding.add_argument(
        "source", metavar="FILE-or-URL", help=".md, .html, .pdf, .txt, .jsonl of section and text, or an https address"
    )
    adding.add_argument("--document", required=True, metavar="ID", help="which paper: docs/policies.md lists them")
    adding.add_argument("--version", default="", metavar="V", help="the paper's own date or number, where it has one")
    adding.add_argument("--date", type=date.fromisoformat, metavar="YYYY-MM-DD", help="of the copy; today if left out")
    adding.set_defaults(run=_add_paper)


def _add_operator(operator: argparse.ArgumentParser) -> None:
    doing = operator.add_subparsers(dest="what", metavar="WHAT", required=True)
    login = doing.add_parser("login", help="print a link that opens the operator's desk once")
    login.set_defaults(run=_operator)
    opening = doing.add_parser("open", help="write a video into a file; its owner is told, with the reason")
    opening.add_argument("video", metavar="VIDEO-ID", help="as it stands in the log")
    opening.add_argument("--reason", required=True, metavar="TEXT", help="what its owner reads")
    opening.add_argument("--to", required=True, type=Path, metavar="FILE", help="a file that isn't there yet")
    opening.add_argument("--what", dest="role", default="output", choices=["output", "input", "poster", "preview"])
    opening.add_argument("--number", type=int, default=1, metavar="N", help="which of several, from 1")
    opening.set_defaults(run=_operator_open)
    costs = doing.add_parser("costs", help="show by month, generator and community what videos made elsewhere cost")
    costs.set_defaults(run=_operator_costs)
    holds = doing.add_parser("holds", help="list the videos that a restore without its journal put on hold")
    holds.set_defaults(run=_operator_holds)
    lifting = doing.add_parser("lift", help="lift such holds; what a report keeps closed stays so")
    which = lifting.add_mutually_exclusive_group(required=True)
    which.add_argument("videos", nargs="*", default=[], metavar="VIDEO-ID", help="as `operator holds` lists it")
    which.add_argument("--all", action="store_true", help="every video that is listed")
    lifting.set_defaults(run=_operator_lift)


def _run(_: argparse.Namespace) -> int:
    from bots.settings import load  # noqa: PLC0415
    from bots.wiring.serve import serve  # noqa: PLC0415

    return asyncio.run(serve(load(os.environ, Path.cwd())))


def _ask(given: argparse.Namespace) -> int:
    from bots.cli import ask  # noqa: PLC0415

    return ask(" ".join(given.question), as_json=given.json)


def _search(given: argparse.Namespace) -> int:
    from bots.cli import search  # noqa: PLC0415

    return search(" ".join(given.question), document=given.document, k=given.k, as_json=given.json)


def _policy(given: argparse.Namespace) -> int:
    from bots.cli import policy  # noqa: PLC0415

    return policy(given.what, given.settings)


def _add_paper(given: argparse.Namespace) -> int:
    from bots.cli import add_paper  # noqa: PLC0415

    return asyncio.run(add_paper(given.source, document=given.document, version=given.version, copied=given.date))


def _receipt(given: argparse.Namespace) -> int:
    from bots.cli import verify_receipt  # noqa: PLC0415

    return verify_receipt(given.file)


def _journal(_: argparse.Namespace) -> int:
    from bots.cli import begin_journal  # noqa: PLC0415

    return asyncio.run(begin_journal())


def _migrate(_: argparse.Namespace) -> int:
    from bots.cli import migrate  # noqa: PLC0415

    return asyncio.run(migrate())


def _backup(given: argparse.Namespace) -> int:
    from bots.cli import backup, backups_in, check_backup  # noqa: PLC0415

    if given.check:
        return check_backup(given.target)
    return backups_in(given.target) if given.list else backup(given.target)


def _restore(given: argparse.Namespace) -> int:
    from bots.cli import restore  # noqa: PLC0415

    return asyncio.run(restore(given.file, replace=given.replace, under_hold=given.under_hold))


def _operator(_: argparse.Namespace) -> int:
    from bots.cli_operator import operator_login  # noqa: PLC0415

    return asyncio.run(operator_login())


def _operator_open(given: argparse.Namespace) -> int:
    from bots.cli_operator import operator_open  # noqa: PLC0415

    return asyncio.run(operator_open(given.video, given.reason, given.to, role=given.role, number=given.number))


def _operator_costs(_: argparse.Namespace) -> int:
    from bots.cli_operator import operator_costs  # noqa: PLC0415

    return asyncio.run(operator_costs())


def _operator_holds(_: argparse.Namespace) -> int:
    from bots.cli_operator import operator_holds  # noqa: PLC0415

    return asyncio.run(operator_holds())


def _operator_lift(given: argparse.Namespace) -> int:
    from bots.cli_operator import operator_lift  # noqa: PLC0415

    return asyncio.run(operator_lift(given.videos))


def _doctor(given: argparse.Namespace) -> int:
    try:
        from bots.cli import doctor  # noqa: PLC0415

        if given.for_real and not given.generator:
            given.refuse("--for-real needs --generator")
        return doctor(as_json=given.json, generator=given.generator, for_real=given.for_real)
    except ImportError as error:
        sys.stdout.write(f"problem  installed     {error.name} is missing from {sys.executable}. Mend: make setup\n")
        return 1


if __name__ == "__main__":
    sys.exit(main())
