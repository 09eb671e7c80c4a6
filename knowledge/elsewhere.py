"""What the five questions say of a generator that got a video: whether and when, where it lies there, until when."""

from knowledge.situation import LATER, Situation
from knowledge.statements import Day, Fact, Moment, Names, Value
from knowledge.wording import plain

_COMFYUI = "comfyui"
_OF_COMFYUI = ("hushreel-privacy/3.3",)


def sent(now: Situation) -> Fact:
    """Say whether a generator got it, and since when where that is known: the second fact of the headline."""
    if not now.route.received:
        return Fact("sent-none")
    if not now.received:
        key = "sent-not-yet" if now.video.state in LATER else "sent-never"
        return Fact(key, {"provider": now.provider})
    what = {True: "what-picture", False: "what-words", None: "what-unknown"}[now.video.has_picture]
    key = "sent-yes" if now.received_for_sure else "sent-maybe"
    values: dict[str, Value] = {"provider": now.provider, "what": Fact(what)}
    if now.sent_at_ms is None:
        return Fact(key, values)
    return Fact(f"{key}-since", {**values, "when": Moment(now.sent_at_ms)})


def copies_there(now: Situation) -> tuple[Fact, ...]:
    """Say where its generator has it; nothing where it got nothing."""
    if not now.received:
        return ()
    cited = now.cited("copies")
    if now.route.name == _COMFYUI:
        host = plain(now.policy.comfyui_host)
        ending = "-ours" if now.policy.comfyui_clears else ""
        where = Fact(f"copies-comfyui{ending}", {"host": Names((host,)) if host else "none"}, cited)
    else:
        where = Fact(f"copies-{now.route.name}-over" if now.is_cleared else f"copies-{now.route.name}", {}, cited)
    return (where,) if now.received_for_sure else (where, Fact("copies-maybe"))


def until_there(now: Situation) -> tuple[Fact, ...]:
    """Say until when its generator has it: by our promise, by its papers' time from when it left, or without a date."""
    if not now.received:
        return ()
    if now.route.name == _COMFYUI and now.policy.comfyui_clears:
        return (Fact("until-comfyui-ours", {}, _OF_COMFYUI),)
    if now.cleared_at_ms is None:
        return (Fact(f"until-{now.route.name}", {}, now.cited("until")),)
    values: dict[str, Value] = {"when": Day(now.cleared_at_ms)}
    if now.is_cleared:
        return (Fact(f"until-{now.route.name}-over", values, now.cited("cleared")),)
    return (Fact(f"until-{now.route.name}-dated", values, (*now.cited("cleared"), *now.cited("undone"))),)
