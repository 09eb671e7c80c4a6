"""How everything that one person has here is kept: the answer to "is my stuff private?" without a video."""

from knowledge.facts import AccountFacts, PolicyFacts
from knowledge.platforms import names_of
from knowledge.questions import carried, chat_clauses, operator, papers_of, sealed_here
from knowledge.quoting import Draft
from knowledge.routes import routes
from knowledge.statements import Duration, Fact, Moment, Names


def state_account(draft: Draft, account: AccountFacts | None) -> None:
    """Write the five answers for all of a person's videos; without an account, for any video here."""
    draft.lines.append(draft.state((_opens(account), _sent(draft))))
    open_to_others = account is not None and account.open_to_others > 0
    five = {
        "who-sees": Fact(
            "account-sees-open" if open_to_others else "account-sees",
            {"operator": operator(draft.policy)},
            ("hushreel-privacy/2.1", "hushreel-privacy/2.2"),
        ),
        "who-uses": Fact("uses-here", {}, ("hushreel-privacy/3.1",)),
        "copies": sealed_here(draft.policy),
        "until": _until(draft, account),
        "undone": Fact("undone-own", {}, ("hushreel-privacy/6.1", "hushreel-privacy/6.5")),
    }
    chats = _through_chats(draft.policy, tidy=account is not None and account.tidy)
    for number, (question, fact) in enumerate(five.items(), 1):
        said = draft.state((fact, *chats[question]))
        draft.lines.append(f"{number} {draft.words.say(f'question-{question}')}{draft.words.gap}{said}")


def _through_chats(policy: PolicyFacts, *, tidy: bool) -> dict[str, tuple[Fact, ...]]:
    """Say of each question what connected chat platforms add to it."""
    names = names_of(policy.platforms)
    tidied = tuple(name for name in names if tidy and chat_clauses(policy, "tidy", (name,)))
    others = tuple(name for name in names if name not in tidied)
    return {
        "who-sees": carried("sees-platform", names, chat_clauses(policy, "carried", names)),
        "who-uses": carried("uses-platform", names, papers_of(names)),
        "copies": carried("copies-account", names, chat_clauses(policy, "kept", names)),
        "until": (
            *carried("until-tidied", tidied, chat_clauses(policy, "tidy", tidied)),
            *carried("until-asked", others, chat_clauses(policy, "sent", others)),
        ),
        "undone": carried("undone-asked", names, ()),
    }


def _opens(account: AccountFacts | None) -> Fact:
    if account is None:
        return Fact("account-open-general")
    if not account.open_to_others:
        return Fact("account-open-none", {"videos": account.videos})
    return Fact("account-open-some", {"videos": account.videos, "open": account.open_to_others})


def _sent(draft: Draft) -> Fact:
    """Say which of the configured routes hand anything over."""
    known = routes()
    names = [name for name in draft.policy.routes if name in known and known[name].received]
    if not names:
        return Fact("account-sent-none")
    providers = Names(tuple(draft.words.say(f"provider-{name}") for name in names))
    return Fact("account-sent-some", {"providers": providers})


def _until(draft: Draft, account: AccountFacts | None) -> Fact:
    duration = Duration(draft.policy.retention_ms)
    cited = ("hushreel-privacy/5.1", "hushreel-privacy/5.2")
    if account is None or account.next_end_ms is None:
        return Fact("account-until", {"duration": duration}, cited)
    return Fact("account-until-next", {"duration": duration, "when": Moment(account.next_end_ms)}, cited)
