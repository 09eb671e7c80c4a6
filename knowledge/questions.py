"""The headline and the five questions, one function each: from a situation to facts that cite their clauses."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from knowledge.elsewhere import copies_there, until_there
from knowledge.facts import ChatCopy, CopyKind, PolicyFacts, State, Visibility
from knowledge.platforms import clauses_about, platforms
from knowledge.situation import GOING, LATER, WITHOUT_VIDEO, Situation
from knowledge.statements import Duration, Fact, Moment, Names, Value
from knowledge.wording import plain

_PRIVACY = "hushreel-privacy"
_OPERATOR_LONGEST = 40
_COPIES = {
    CopyKind.DIRECT: "copies-chat",
    CopyKind.EPHEMERAL: "copies-ephemeral",
    CopyKind.POST: "copies-post",
    CopyKind.RECEIVED: "copies-received",
    CopyKind.REVIEW: "copies-review",
    CopyKind.LOOKED: "copies-review",
}
_UNTIL = {
    CopyKind.DIRECT: "until-direct",
    CopyKind.EPHEMERAL: "until-ephemeral",
    CopyKind.POST: "until-chat",
    CopyKind.RECEIVED: "until-received",
    CopyKind.REVIEW: "until-review",
    CopyKind.LOOKED: "until-looked",
}
_UNDONE = {
    CopyKind.DIRECT: "undone-chat",
    CopyKind.EPHEMERAL: "undone-ephemeral",
    CopyKind.POST: "undone-chat",
    CopyKind.RECEIVED: "undone-chat",
    CopyKind.REVIEW: "undone-chat",
    CopyKind.LOOKED: "undone-chat",
}
_CITED = {
    "until-direct": "direct",
    "until-ephemeral": "ephemeral",
    "undone-ephemeral": "ephemeral",
    "undone-chat": "left",
}
"""What our clauses behind what is said of copies in chats are about."""


def _ours(*sections: str) -> tuple[str, ...]:
    return tuple(f"{_PRIVACY}/{section}" for section in sections)


def _audience(now: Situation) -> tuple[str, dict[str, Value]]:
    """Name whom it is open to, for keys such as opens-selected, with the names that go with it."""
    names, community = Names(now.video.shared_with), _community(now.video.community)
    match now.visibility:
        case Visibility.PRIVATE:
            return "private", {}
        case Visibility.SELECTED:
            return "selected", {"names": names}
        case Visibility.COMMUNITY if now.video.shared_with:
            return "community-and", {"community": community, "names": names}
        case Visibility.COMMUNITY:
            return "community", {"community": community}
        case Visibility.PUBLIC:
            return "public", {}


def _community(called: str) -> Value:
    named = plain(called)
    return Names((named,)) if named else Fact("community-unnamed")


def _reviewers(now: Situation) -> dict[str, Value]:
    return {"community": _community(now.video.reviewers_of or "")}


def _seen_as(now: Situation) -> tuple[str, dict[str, Value]]:
    """Name the case that decides who can open it, for keys that start with opens- and sees-."""
    audience, values = _audience(now)
    state = now.video.state
    if state in GOING:
        return state.value, {}
    if state in WITHOUT_VIDEO:
        return "none", {"state": state.value}
    if now.video.held:
        return "restored" if now.video.restored else "held", {}
    if state in LATER:
        return f"later-{audience}", values
    return audience, values


def opens(now: Situation) -> Fact:
    """Say who can open it: the first fact of the headline."""
    case, values = _seen_as(now)
    if now.reviewed and case in {"private", "selected"}:
        return Fact(f"opens-{case}-reviewed", {**values, **_reviewers(now)})
    return Fact(f"opens-{case}", values)


def operator(policy: PolicyFacts) -> Fact:
    """Name the operator as the beginning of a sentence."""
    name = plain(policy.operator_name)
    return Fact("operator-named", {"operator": Names((name,), _OPERATOR_LONGEST)}) if name else Fact("operator-unnamed")


def who_sees(now: Situation) -> tuple[Fact, ...]:
    """Answer who can see it; the operator is always among them."""
    case, values = _seen_as(now)
    ending = f"-{case}" if now.video.state in GOING else ""
    basis = _ours("6.1") if now.video.state in GOING else ()
    if case.endswith("private") and not now.reviewed:
        basis = _ours("2.1", "2.3")
    if case.endswith("selected"):
        basis = _ours("2.6")
    return (
        Fact(f"sees-{case}", values, basis),
        *_shared_until(now),
        *((Fact("sees-reviewed", _reviewers(now), _ours("12.2")),) if now.reviewed else ()),
        *((Fact("sees-since", {"when": Moment(now.shown_since_ms)}),) if now.shown_since_ms is not None else ()),
        Fact(f"sees-operator{ending}", {"operator": operator(now.policy)}, _ours("2.2")),
        *((Fact("sees-link", {}, _ours("2.7")),) if now.video.linked and now.video.state is State.READY else ()),
        *carried("sees-platform", now.carriers, chat_clauses(now.policy, "carried", now.carriers)),
    )


def _shared_until(now: Situation) -> tuple[Fact, ...]:
    """Say when sharing ends by itself, where each of those people has a date."""
    until_ms = now.video.shared_until_ms
    if until_ms is None or not now.video.shared_with or now.video.held or now.video.state in GOING | WITHOUT_VIDEO:
        return ()
    return (Fact("sees-until", {"when": Moment(until_ms)}),)


def who_uses(now: Situation) -> tuple[Fact, ...]:
    """Answer who may use it and for what: us, then the generator, never merged with who sees it."""
    facts = [Fact("uses-here", {}, _ours("3.1"))]
    if now.route.received:
        facts.append(Fact(f"uses-{now.route.name}", {}, now.cited("uses")))
        if not now.received:
            facts.append(Fact("uses-later" if now.video.state in LATER else "uses-never"))
    else:
        later = "-later" if now.video.state in LATER else ""
        facts.append(Fact(f"uses-{now.route.name}{later}", {}, now.cited("sent")))
    if now.visibility is not Visibility.PRIVATE and now.video.state not in GOING:
        facts.append(Fact("uses-anyone"))
    return (*facts, *carried("uses-platform", now.carriers, papers_of(now.carriers)))


def copies(now: Situation) -> tuple[Fact, ...]:
    """Answer where copies are: ours, in chats, at the generator."""
    ours = {State.ERASED: Fact("copies-none", {}, _ours("6.2")), State.ERASING: Fact("copies-going", {}, _ours("6.2"))}
    facts = [ours.get(now.video.state, sealed_here(now.policy))]
    facts += _in_chats(now, lambda copy: _COPIES[copy.kind])
    facts += carried("copies-asked", _asked_on(now), chat_clauses(now.policy, "carried", _asked_on(now)))
    if now.policy.server and platforms()["telegram"].name in now.carriers:
        facts += carried("copies-server", (platforms()["telegram"].name,), _ours("10.12"))
    return (*facts, *copies_there(now))


def sealed_here(policy: PolicyFacts) -> Fact:
    """Say where what we hold ourselves lies sealed: on this machine, or at whoever keeps it for the operator."""
    if policy.storage:
        return Fact("copies-bucket", {"storage": Names((plain(policy.storage),))}, _ours("4.1", "4.7", "4.5"))
    return Fact("copies-here", {}, _ours("4.1", "4.5"))


def _in_chats(
    now: Situation, key_of: Callable[[ChatCopy], str], copies: Iterable[ChatCopy] | None = None
) -> list[Fact]:
    """Say one sentence of each sort of copy in chats, with the platforms that hold one."""
    holding: dict[str, list[ChatCopy]] = {}
    for copy in now.video.copies if copies is None else copies:
        holding.setdefault(key_of(copy), []).append(copy)
    return [_held(now, key, copies) for key, copies in holding.items()]


def _held(now: Situation, key: str, copies: list[ChatCopy]) -> Fact:
    named = tuple(dict.fromkeys(copy.platform for copy in copies))
    cited = chat_clauses(now.policy, _CITED[key], named) if key in _CITED else ()
    return Fact(key, {"platforms": Names(named), "count": len(named)}, cited, f"{key.partition('-')[0]}-chats")


def carried(key: str, names: tuple[str, ...], cited: tuple[str, ...]) -> tuple[Fact, ...]:
    """Say one sentence of the platforms that carry words and files; nothing where there are none."""
    joined = f"{key.partition('-')[0]}-chats"
    return (Fact(key, {"platforms": Names(names)}, cited, joined),) if names else ()


def chat_clauses(policy: PolicyFacts, about: str, names: tuple[str, ...]) -> tuple[str, ...]:
    """Cite our clauses about platforms, where they are connected."""
    return clauses_about(about, names, policy.platforms)


def papers_of(names: tuple[str, ...]) -> tuple[str, ...]:
    """Cite what is known of the papers by which platforms use what they carry."""
    return tuple(clause for one in platforms().values() if one.name in names for clause in one.uses)


def _asked_on(now: Situation) -> tuple[str, ...]:
    return (now.video.asked_on,) if now.video.asked_on else ()


def until(now: Situation) -> tuple[Fact, ...]:
    """Answer until when each copy is there, and who can shorten that."""
    facts = [_until_here(now)]
    tidied = [copy for copy in now.video.copies if _is_tidied(copy.leaves_at_ms, now)]
    facts += _in_chats(now, lambda copy: _UNTIL[copy.kind], [one for one in now.video.copies if one not in tidied])
    facts += _until_tidied(now, tidied)
    return (*facts, *until_there(now))


def _is_tidied(leaves_at_ms: int | None, now: Situation) -> bool:
    """Say whether something leaves its chat by itself before the video goes."""
    ends_at_ms = now.video.ends_at_ms
    is_first = leaves_at_ms is not None and (ends_at_ms is None or leaves_at_ms < ends_at_ms)
    return is_first and now.video.state not in GOING


def _until_tidied(now: Situation, copies: Sequence[ChatCopy]) -> list[Fact]:
    """Say when the last of our messages, and of what was sent, leaves a chat that is kept tidy; else what is known."""
    names, sent_at_ms = _asked_on(now), now.video.sent_leaves_at_ms
    is_sent_tidied = _is_tidied(sent_at_ms, now) and (sent_at_ms or 0) > now.now_ms
    facts: list[Fact] = []
    if copies:
        leaves_at_ms = max((*(copy.leaves_at_ms or 0 for copy in copies), (sent_at_ms or 0) if is_sent_tidied else 0))
        key = "until-tidy-both" if is_sent_tidied else "until-tidy" if leaves_at_ms > now.now_ms else "until-tidy-due"
        named = tuple(dict.fromkeys(copy.platform for copy in copies))
        when: dict[str, Value] = {} if key == "until-tidy-due" else {"when": Moment(leaves_at_ms)}
        facts.append(_tidied(key, named, when, now))
    elif is_sent_tidied:
        facts.append(_tidied("until-sent", names, {"when": Moment(sent_at_ms or 0)}, now))
    without_date = {copy.platform for copy in now.video.copies if copy.kind is CopyKind.EPHEMERAL}
    if not is_sent_tidied and not without_date & set(names):
        facts += carried("until-asked", names, chat_clauses(now.policy, "sent", names))
    return facts


def _tidied(key: str, names: tuple[str, ...], when: Mapping[str, Value], now: Situation) -> Fact:
    cited = chat_clauses(now.policy, "tidy", names)
    return Fact(key, {"platforms": Names(names), **when}, cited, "until-chats")


def _until_here(now: Situation) -> Fact:
    video = now.video
    if video.state is State.ERASED:
        return Fact("until-erased", {}, _ours("6.2"))
    if video.state is State.ERASING:
        return Fact("until-erasing", {}, _ours("6.2"))
    if video.state in LATER:
        return Fact("until-later", {"duration": Duration(now.policy.retention_ms)}, _ours("5.1", "5.2"))
    if video.ends_at_ms is None:
        return Fact("until-retention", {"duration": Duration(now.policy.retention_ms)}, _ours("5.1", "5.2"))
    if now.kept_until_ms is not None:
        return _until_kept(now, video.ends_at_ms, now.kept_until_ms)
    key = "until-here" if video.ends_at_ms > now.now_ms else "until-overdue"
    return Fact(key, {"when": Moment(video.ends_at_ms)}, _ours("5.1", "5.2"))


def _until_kept(now: Situation, ends_at_ms: int, kept_until_ms: int) -> Fact:
    """Say what goes on the end date, and how long publications keep the video itself at most."""
    values: dict[str, Value] = {"kept": Moment(kept_until_ms)}
    if ends_at_ms <= now.now_ms:
        return Fact("until-kept-alone", values, _ours("12.5"))
    return Fact("until-kept", {"when": Moment(ends_at_ms), **values}, _ours("5.1", "12.5"))


def undone(now: Situation) -> tuple[Fact, ...]:
    """Answer what nobody can undo: copies others kept, files out of reach, what a generator did."""
    video = now.video
    facts = [_undone_here(now)]
    if now.published_before and video.published_at_ms is not None:
        facts.append(Fact("undone-before", {"when": Moment(video.published_at_ms)}))
    if video.seen_by:
        facts.append(Fact("undone-seen", {"names": Names(video.seen_by), "count": len(video.seen_by)}))
    facts += _in_chats(now, lambda copy: _UNDONE[copy.kind])
    if now.video.asked_on not in {copy.platform for copy in now.video.copies}:
        facts += carried("undone-asked", _asked_on(now), ())
    if now.received:
        special = "undone-kling-app" if now.route.name == "kling-app" else "undone-generator"
        facts.append(Fact(special, {"provider": now.provider}, now.cited("undone")))
    return tuple(facts)


def _undone_here(now: Situation) -> Fact:
    if now.video.state in GOING:
        return Fact("undone-erased", {}, _ours("6.5"))
    match now.visibility:
        case Visibility.PRIVATE:
            return Fact("undone-own-reviewed" if now.reviewed else "undone-own", {}, _ours("6.1", "6.5"))
        case Visibility.SELECTED if not now.reviewed:
            return Fact("undone-selected", {}, _ours("6.5"))
        case _:
            return Fact("undone-open", {}, _ours("6.5"))
