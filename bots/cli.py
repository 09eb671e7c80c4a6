"""What the commands at the machine do, `hushreel run` apart. Imports wait until a command needs them."""

import os
import sys
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import UTC, date, datetime
from pathlib import Path
from typing import TYPE_CHECKING
from uuid import UUID

from bots.setting_files import PREFIX
from bots.settings import Settings, load
from bots.texts.operator import line, sentence
from core.errors import BadSetting

if TYPE_CHECKING:
    from knowledge.differences import Difference
    from knowledge.quoting import Citation

DONE, FAILED = 0, 1


def ask(question: str, *, as_json: bool) -> int:
    """Answer a question from the papers, or one JSON object a line from standard input."""
    from bots.wiring.embedding import load as load_papers  # noqa: PLC0415
    from bots.wiring.promises import policy_facts  # noqa: PLC0415
    from knowledge.answers import answer  # noqa: PLC0415
    from knowledge.nearby import Nearby  # noqa: PLC0415
    from knowledge.wire import ask_json  # noqa: PLC0415

    settings = _settings()
    policy = policy_facts(settings)
    if as_json:
        return _each_line(lambda given: ask_json(given, policy=policy, now_ms=_now_ms()))
    nearby = Nearby(policy, by_meaning=settings.embedding == "minilm")

    def nearest(asked: str, language: str) -> Iterable[str]:
        load_papers(nearby)
        return nearby(asked, language)

    found = answer(question, policy=policy, now_ms=_now_ms(), nearest=nearest)
    _print(found.text)
    for number, one in enumerate(found.citations, 1):
        _print(line("cited", number=str(number), **_cited(one)))
    for one in found.nearest:
        _print(line("cited-nearest", **_cited(one)))
    return DONE


def search(question: str, *, document: str, k: int, as_json: bool) -> int:
    """Find the passages nearest to a question, or to one JSON object a line from standard input."""
    from bots.wiring.embedding import embeddings_for  # noqa: PLC0415
    from bots.wiring.papers import copies  # noqa: PLC0415
    from bots.wiring.promises import policy_facts  # noqa: PLC0415
    from knowledge.clauses import documents  # noqa: PLC0415
    from knowledge.library import search as nearest_passages  # noqa: PLC0415
    from knowledge.wire import search_json  # noqa: PLC0415

    settings = _settings()
    policy, added, embeddings = policy_facts(settings), copies(settings), embeddings_for(settings)
    if as_json:
        return _each_line(lambda given: search_json(given, policy=policy, copies=added, embeddings=embeddings))
    if document and document not in documents():
        return _failed(line("document-unknown", document=document, known=", ".join(documents())))
    for hit in nearest_passages(question, policy, document, max(1, k), copies=added, embeddings=embeddings):
        _print(f"{hit.score:.2f}  {hit.document} {hit.section}  {hit.text}")
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
            for one in differences(policy_facts(_settings()), policy_facts(settings)):
                _print("\n".join(_difference(one)))
        check_promises(settings)
        _print(line("policy-would-hold" if changes else "policy-holds"))
        for finding in contradictions(settings):
            _print(papers.found(finding))
        for finding in overtaken(settings):
            _print(papers.overtaken(finding))
        return DONE
    for document in OURS:
        _print(line(f"policy-{document}"))
        for clause in render_paper(document, policy_facts(settings)):
            _print(f"{clause.section}  {clause.title}. {clause.text}")
    return DONE


async def add_paper(source: str, *, document: str, version: str, copied: date | None) -> int:
    """Keep the operator's own copy of somebody else's paper, and tell what it makes of what we say of that paper."""
    from bots.texts import papers  # noqa: PLC0415
    from bots.wiring.papers import Given, add  # noqa: PLC0415

    done = await add(_settings(), Given(source, document, version, copied or datetime.now(UTC).date()))
    sections = sum(bool(one.number) for one in done.copy.sections)
    _print(line("paper-added", sections=sections, **papers.named(done.copy)))
    for finding in done.findings:
        _print(papers.found(finding))
    if not done.findings:
        _print(line("paper-without-digest", **papers.named(done.copy)))
    if done.before:
        _print(line("paper-compared", changed=len(done.changed), **papers.named(done.before)))
    for change in done.changed:
        for told in papers.changed(change):
            _print(told)
    for route, videos in (done.videos or {}).items():
        _print(line("paper-route", route=route, videos=videos))
    if done.videos is None:
        _print(line("paper-routes-uncounted"))
    _print(line("paper-shown-later"))
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
        return _failed(line("receipt-unread", path=file))
    except BadReceipt as refused:
        return _failed(sentence(refused))
    settings = _settings()
    if found.public_key != receipt_public_key(settings):
        return _failed(line("receipt-of-another", number=found.number, key=found.public_key))
    if found.video == ACCOUNT:
        _print(line("receipt-valid-account", number=found.number, at=found.erased_at))
    else:
        _print(line("receipt-valid", number=found.number, video=found.video, at=found.erased_at))
    _print(line("receipt-open" if found.is_open else "receipt-closed", version=found.version))
    newest = newest_version(settings, found.number)
    if newest is not None and newest > found.version:
        _print(line("receipt-newer", newest=newest))
    return DONE


async def begin_journal() -> int:
    """Begin another erasure journal, where the old one is lost for good."""
    from bots.wiring.offline import begin_journal_anew  # noqa: PLC0415

    _print(line("journal-begun", aside=await begin_journal_anew(_settings())))
    return DONE


async def migrate() -> int:
    """Bring the database to this version's schema."""
    from bots.wiring.offline import migrate_only  # noqa: PLC0415

    await migrate_only(_settings())
    _print(line("migrated"))
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

    settings = _settings()
    done = back_up(settings, target, SystemClock(), progress)
    made = done.made
    _print(
        line("backup-made", path=made.path, size_bytes=made.size_bytes, assets=made.assets, until=_at(made.ends_at_ms))
    )
    if made.gone:
        _print(line("backup-gone", gone=made.gone))
    for one in done.removed:
        _print(line("backup-removed", path=one.path))
    if done.key_is_new:
        _print(line("backup-key", path=settings.backup_key_file))
    return DONE


def backups_in(folder: Path) -> int:
    """List the backups of a folder."""
    from bots.wiring.backups import list_backups  # noqa: PLC0415

    found = list_backups(folder, _now_ms())
    for one, ended in found:
        until, size_bytes = _at(one.header.ends_at_ms), one.size_bytes
        if ended:
            _print(line("backup-listed-ended", path=one.path, size_bytes=size_bytes, until=until))
        else:
            _print(line("backup-listed", path=one.path, size_bytes=size_bytes, until=until))
    if not found:
        _print(line("backup-none", path=folder))
    return DONE


def check_backup(file: Path) -> int:
    """Open a backup to its end, and change nothing."""
    from bots.wiring.backups import check_backup  # noqa: PLC0415

    found = check_backup(_settings(), file, _now_ms())
    made, until = _at(found.manifest.made_at_ms), _at(found.manifest.ends_at_ms)
    _print(line("backup-checked", path=file, assets=found.assets, made=made, until=until))
    return DONE


async def restore(file: Path, *, replace: bool, under_hold: bool) -> int:
    """Put a backup in the place of the data, while nothing serves; somebody types a word where that removes some."""
    from bots.wiring.restoring import restore  # noqa: PLC0415
    from bots.wiring.system import SystemClock  # noqa: PLC0415

    settings = _settings()
    if replace and not _typed(line("restore-word", path=settings.data_dir, word="replace"), "replace"):
        return _failed(line("restore-kept", path=settings.data_dir))
    put = await restore(settings, file, SystemClock(), replace=replace, under_hold=under_hold)
    done = put.settled
    _print(line("restore-done", made=_at(put.manifest.made_at_ms), path=settings.data_dir, videos=done.videos))
    _print(line("restore-erased", erased=done.erased, forgotten=done.forgotten, ended=done.ended))
    _print(line("restore-closed", shown=done.taken_back, shared=done.unshared, parted=done.parted))
    if under_hold:
        _print(line("restore-held", held=done.held))
    _print(line("restore-told"))
    return DONE


async def operator_login() -> int:
    """Print a link that opens the operator's desk, once and for five minutes."""
    from bots.wiring.operator import desk_address  # noqa: PLC0415

    settings = _settings()
    address = await desk_address(settings)
    _print(line("desk-link", address=address))
    if settings.public_url is None:
        _print(line("desk-here", port=str(settings.listen[1])))
    return DONE


async def operator_open(video: str, reason: str, target: Path, *, role: str, number: int) -> int:
    """Write a video's bytes into a new file, once it is kept that its owner is to be told so, and why."""
    from bots.wiring.operator import Wanted, open_video  # noqa: PLC0415
    from core.videos import AssetRole, VideoId  # noqa: PLC0415

    try:
        named = VideoId(UUID(video))
    except ValueError:
        return _failed(line("opening-no-id", given=video))
    wanted = Wanted(named, AssetRole(role), number, reason, target)
    _print(line("opening-told"))
    written = await open_video(_settings(), wanted)
    _print(line("opening-written", bytes=written, path=target))
    return DONE


async def operator_costs() -> int:
    """Show what videos made elsewhere came to, a line for each month, generator and community."""
    from bots.wiring.operator import books  # noqa: PLC0415
    from core.spending import Charge, Sum  # noqa: PLC0415

    entries = await books(_settings())
    for one in entries:
        named = {"month": one.month, "route": one.route, "community": one.community or "none"}
        kinds = {charge.value: one.sums.get(charge, Sum(0, 0)) for charge in Charge}
        counted = {kind: found.videos for kind, found in kinds.items()}
        if one.currency is None:
            _print(line("costs-unknown", **named, **counted))
        else:
            sums = {f"{kind}_sum": _money(found.amount_micro, one.currency) for kind, found in kinds.items()}
            _print(line("costs", **named, **counted, **sums))
    _print(line("costs-by" if entries else "costs-none"))
    return DONE


async def operator_holds() -> int:
    """List the videos that a restore put on hold."""
    from bots.wiring.operator import holds  # noqa: PLC0415

    found = await holds(_settings())
    for video, since_ms in found:
        _print(line("held", video=video, since=_at(since_ms)))
    if not found:
        _print(line("held-none"))
    return DONE


async def operator_lift(videos: Sequence[str]) -> int:
    """Lift the holds that a restore left behind: of some videos, or of all."""
    from bots.wiring.operator import lift_holds  # noqa: PLC0415
    from core.videos import VideoId  # noqa: PLC0415

    named = None
    if videos:
        try:
            named = [VideoId(UUID(one)) for one in videos]
        except ValueError:
            return _failed(line("lifting-no-id"))
    lifted = await lift_holds(_settings(), named)
    for video in lifted:
        _print(line("lifted", video=video))
    missed = [one for one in named or () if one not in lifted]
    return _failed(line("lifting-missed", videos=", ".join(map(str, missed)))) if missed else DONE


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
            _print(checkup.as_line(told))
            sys.stdout.flush()
    _print(checkup.as_json(found) if as_json else checkup.summary(found))
    return FAILED if checkup.count(found, Level.PROBLEM) else DONE


def _cited(one: "Citation") -> dict[str, str]:
    return {**vars(one), "copied": one.copied or "none"}


def _settings() -> Settings:
    return load(os.environ, Path.cwd())


def _now_ms() -> int:
    return time.time_ns() // 1_000_000


def _at(at_ms: int) -> str:
    return f"{datetime.fromtimestamp(at_ms / 1000, UTC):%Y-%m-%d %H:%M} UTC"


def _money(amount_micro: int, currency: str) -> str:
    """Write a sum exactly, with two decimals at least: 5.60 USD, 0.0565 USD."""
    whole, rest = divmod(amount_micro, 1_000_000)
    return f"{whole}.{f'{rest:06}'.rstrip('0'):0<2} {currency}"


def _typed(asked: str, word: str) -> bool:
    sys.stdout.write(f"{asked} ")
    sys.stdout.flush()
    return sys.stdin.readline().strip() == word


def _print(words: str) -> None:
    sys.stdout.write(f"{words}\n")


def _failed(words: str) -> int:
    sys.stderr.write(f"hushreel: {words}\n")
    return FAILED


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
