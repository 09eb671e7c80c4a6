"""What the commands at the machine do, `hushreel run` apart. Imports wait until a command needs them."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from bots.setting_files import PREFIX
from bots.settings import load
from bots.terminal import DONE, FAILED, failed, moment, say, settings_here
from bots.texts.operator import line, sentence
from core.errors import BadSetting

if TYPE_CHECKING:
    from knowledge.differences import Difference
    from knowledge.quoting import Citation


def ask(question: str, *, as_json: bool) -> int:
    """Answer a question from the papers, or one JSON object a line from standard input."""
    from bots.wiring.embedding import load as load_papers  # noqa: PLC0415
    from bots.wiring.promises import policy_facts  # noqa: PLC0415
    from knowledge.answers import answer  # noqa: PLC0415
    from knowledge.nearby import Nearby  # noqa: PLC0415
    from knowledge.wire import ask_json  # noqa: PLC0415

    settings = settings_here()
    policy = policy_facts(settings)
    if as_json:
        return _each_line(lambda given: ask_json(given, policy=policy, now_ms=_now_ms()))
    nearby = Nearby(policy, by_meaning=settings.embedding == "minilm")

    def nearest(asked: str, language: str) -> Iterable[str]:
        load_papers(nearby)
        return nearby(asked, language)

    found = answer(question, policy=policy, now_ms=_now_ms(), nearest=nearest)
    say(found.text)
    for number, one in enumerate(found.citations, 1):
        say(line("cited", number=str(number), **_cited(one)))
    for one in found.nearest:
        say(line("cited-nearest", **_cited(one)))
    return DONE


def search(question: str, *, document: str, k: int, as_json: bool) -> int:
    """Find the passages nearest to a question, or to one JSON object a line from standard input."""
    from bots.wiring.embedding import embeddings_for  # noqa: PLC0415
    from bots.wiring.papers import copies  # noqa: PLC0415
    from bots.wiring.promises import policy_facts  # noqa: PLC0415
    from knowledge.clauses import documents  # noqa: PLC0415
    from knowledge.library import search as nearest_passages  # noqa: PLC0415
    from knowledge.wire import search_json  # noqa: PLC0415

    settings = settings_here()
    policy, added, embeddings = policy_facts(settings), copies(settings), embeddings_for(settings)
    if as_json:
        return _each_line(lambda given: search_json(given, policy=policy, copies=added, embeddings=embeddings))
    if document and document not in documents():
        return failed(line("document-unknown", document=document, known=", ".join(documents())))
    for hit in nearest_passages(question, policy, document, max(1, k), copies=added, embeddings=embeddings):
        say(f"{hit.score:.2f}  {hit.document} {hit.section}  {hit.text}")
    return DONE


def policy(what: str, changes: Sequence[str] = ()) -> int:
    """Show our papers as they apply to these settings, or check that they are true of them.

    `changes` are settings as KEY=VALUE that are tried on beforehand; a check tells what they would change, by clause.
    Raises BadSetting for one that is none, PromiseBroken for a clause that would not be true.
    """
    from bots.texts import papers  # noqa: PLC0415
    from bots.wiring.papers import contradictions, overtaken  # noqa: PLC0415
    from bots.wiring.promises import check_promises, policy_facts  # noqa: PLC0415
    from knowledge.clauses import OURS, render_paper  # noqa: PLC0415
    from knowledge.differences import differences  # noqa: PLC0415

    settings = load(_changed(changes), Path.cwd())
    if what == "check":
        if changes:
            for one in differences(policy_facts(settings_here()), policy_facts(settings)):
                say("\n".join(_difference(one)))
        check_promises(settings)
        say(line("policy-would-hold" if changes else "policy-holds"))
        for finding in contradictions(settings):
            say(papers.found(finding))
        for finding in overtaken(settings):
            say(papers.overtaken(finding))
        return DONE
    for document in OURS:
        say(line(f"policy-{document}"))
        for clause in render_paper(document, policy_facts(settings)):
            say(f"{clause.section}  {clause.title}. {clause.text}")
    return DONE


async def add_paper(source: str, *, document: str, version: str, copied: date | None) -> int:
    """Keep the operator's own copy of somebody else's paper, and tell what it makes of what we say of that paper."""
    from bots.texts import papers  # noqa: PLC0415
    from bots.wiring.papers import Given, add  # noqa: PLC0415

    done = await add(settings_here(), Given(source, document, version, copied or datetime.now(UTC).date()))
    sections = sum(bool(one.number) for one in done.copy.sections)
    say(line("paper-added", sections=sections, **papers.named(done.copy)))
    for finding in done.findings:
        say(papers.found(finding))
    if not done.findings:
        say(line("paper-without-digest", **papers.named(done.copy)))
    if done.before:
        say(line("paper-compared", changed=len(done.changed), **papers.named(done.before)))
    for change in done.changed:
        for told in papers.changed(change):
            say(told)
    for route, videos in (done.videos or {}).items():
        say(line("paper-route", route=route, videos=videos))
    if done.videos is None:
        say(line("paper-routes-uncounted"))
    say(line("paper-shown-later"))
    return DONE


def _changed(changes: Sequence[str]) -> Mapping[str, str]:
    """Lay settings over those of the environment. Raises BadSetting for what isn't KEY=VALUE."""
    tried = {}
    for one in changes:
        name, sign, value = one.partition("=")
        if not sign:
            raise BadSetting("setting_without_value", setting=name)
        tried[name if name.startswith(PREFIX) else f"{PREFIX}{name}"] = value
    return {**os.environ, **tried}


def _difference(one: "Difference") -> list[str]:
    """Write a clause that would change: what stands now after a minus, what would stand after a plus."""
    sides = (("-", one.before), ("+", one.after))
    return [
        f"{sign} {clause.document} {clause.section}  {clause.title}. {clause.text}"
        for sign, clause in sides
        if clause is not None
    ]


def verify_receipt(file: Path) -> int:
    """Say whether a receipt is unchanged and signed by this machine's key."""
    from bots.wiring.offline import newest_version, receipt_public_key  # noqa: PLC0415
    from core.erasure.verify import ACCOUNT, BadReceipt, verify  # noqa: PLC0415

    try:
        found = verify(file.read_text("utf-8"))
    except (OSError, UnicodeDecodeError):
        return failed(line("receipt-unread", path=file))
    except BadReceipt as refused:
        return failed(sentence(refused))
    settings = settings_here()
    if found.public_key != receipt_public_key(settings):
        return failed(line("receipt-of-another", number=found.number, key=found.public_key))
    if found.video == ACCOUNT:
        say(line("receipt-valid-account", number=found.number, at=found.erased_at))
    else:
        say(line("receipt-valid", number=found.number, video=found.video, at=found.erased_at))
    say(line("receipt-open" if found.is_open else "receipt-closed", version=found.version))
    newest = newest_version(settings, found.number)
    if newest is not None and newest > found.version:
        say(line("receipt-newer", newest=newest))
    return DONE


async def begin_journal() -> int:
    """Begin another erasure journal, where the old one is lost for good."""
    from bots.wiring.offline import begin_journal_anew  # noqa: PLC0415

    say(line("journal-begun", aside=await begin_journal_anew(settings_here())))
    return DONE


async def migrate() -> int:
    """Bring the database to this version's schema."""
    from bots.wiring.offline import migrate_only  # noqa: PLC0415

    await migrate_only(settings_here())
    say(line("migrated"))
    return DONE


def backup(target: Path) -> int:
    """Make a backup beside a Hushreel that serves."""
    from bots.wiring.backups import back_up  # noqa: PLC0415
    from bots.wiring.system import SystemClock  # noqa: PLC0415

    def progress(done_bytes: int, of_bytes: int) -> None:
        if sys.stderr.isatty():
            sys.stderr.write(f"\r{line('backup-progress', done_bytes=done_bytes, of_bytes=of_bytes)}")
            sys.stderr.write("\n" if done_bytes >= of_bytes else "")
            sys.stderr.flush()

    settings = settings_here()
    done = back_up(settings, target, SystemClock(), progress)
    made = done.made
    say(
        line(
            "backup-made", path=made.path, size_bytes=made.size_bytes, assets=made.assets, until=moment(made.ends_at_ms)
        )
    )
    if made.gone:
        say(line("backup-gone", gone=made.gone))
    for one in done.removed:
        say(line("backup-removed", path=one.path))
    if done.key_is_new:
        say(line("backup-key", path=settings.backup_key_file))
    return DONE


def backups_in(folder: Path) -> int:
    """List the backups of a folder."""
    from bots.wiring.backups import list_backups  # noqa: PLC0415

    found = list_backups(folder, _now_ms())
    for one, ended in found:
        until, size_bytes = moment(one.header.ends_at_ms), one.size_bytes
        if ended:
            say(line("backup-listed-ended", path=one.path, size_bytes=size_bytes, until=until))
        else:
            say(line("backup-listed", path=one.path, size_bytes=size_bytes, until=until))
    if not found:
        say(line("backup-none", path=folder))
    return DONE


def check_backup(file: Path) -> int:
    """Open a backup to its end, and change nothing."""
    from bots.wiring.backups import check_backup  # noqa: PLC0415

    found = check_backup(settings_here(), file, _now_ms())
    made, until = moment(found.manifest.made_at_ms), moment(found.manifest.ends_at_ms)
    say(line("backup-checked", path=file, assets=found.assets, made=made, until=until))
    return DONE


async def restore(file: Path, *, replace: bool, under_hold: bool) -> int:
    """Put a backup in the place of the data, while nothing serves; somebody types a word where that removes some."""
    from bots.wiring.restoring import restore  # noqa: PLC0415
    from bots.wiring.system import SystemClock  # noqa: PLC0415

    settings = settings_here()
    if replace and not _typed(line("restore-word", path=settings.data_dir, word="replace"), "replace"):
        return failed(line("restore-kept", path=settings.data_dir))
    put = await restore(settings, file, SystemClock(), replace=replace, under_hold=under_hold)
    done = put.settled
    say(line("restore-done", made=moment(put.manifest.made_at_ms), path=settings.data_dir, videos=done.videos))
    say(line("restore-erased", erased=done.erased, forgotten=done.forgotten, ended=done.ended))
    say(line("restore-closed", shown=done.taken_back, shared=done.unshared, parted=done.parted))
    if under_hold:
        say(line("restore-held", held=done.held))
    say(line("restore-told"))
    return DONE


def doctor(*, as_json: bool, generator: str = "", for_real: bool = False) -> int:
    """Find and explain what an operator may have got wrong, and change nothing.

    A `generator` is looked at alone; `for_real` it makes one cheap video, which may cost money.
    """
    from bots.wiring.doctor import checkup  # noqa: PLC0415
    from bots.wiring.doctor.finding import Level  # noqa: PLC0415
    from bots.wiring.doctor.patient import admit  # noqa: PLC0415

    found = []
    checks = [checkup.GENERATORS[generator]] if generator else []
    if for_real:
        checks.append(checkup.for_real(generator))
    for told in checkup.examine(admit(os.environ, Path.cwd()), checks):
        found.append(told)
        if not as_json:
            say(checkup.as_line(told))
            sys.stdout.flush()
    say(checkup.as_json(found) if as_json else checkup.summary(found))
    return FAILED if checkup.count(found, Level.PROBLEM) else DONE


def _cited(one: "Citation") -> dict[str, str]:
    return {**vars(one), "copied": one.copied or "none"}


def _now_ms() -> int:
    return time.time_ns() // 1_000_000


def _typed(asked: str, word: str) -> bool:
    sys.stdout.write(f"{asked} ")
    sys.stdout.flush()
    return sys.stdin.readline().strip() == word


def _each_line(answer: Callable[[str], str]) -> int:
    """Answer each line as it comes; one that can't be used gets an error in its place, and the next ones go on."""
    from knowledge.wire import LineRefused  # noqa: PLC0415

    code = DONE
    for given in sys.stdin.buffer:
        if not given.strip():
            continue
        try:
            written = answer(given.decode("utf-8", "surrogateescape"))
        except LineRefused as refused:
            written = refused.line()
            code = FAILED
        sys.stdout.buffer.write(f"{written}\n".encode(errors="replace"))
        sys.stdout.buffer.flush()
    return code
