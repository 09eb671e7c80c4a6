"""What our own papers say of these settings. Light to import: the commands at the machine begin here."""

from bots.settings import Settings
from bots.wiring.papers import copies
from core.errors import PromiseBroken
from core.generators.comfyui.house import other_machine
from knowledge.copies.checking import checked
from knowledge.facts import PolicyFacts
from knowledge.promises import ClauseBroken, check


def policy_facts(settings: Settings) -> PolicyFacts:
    """Tell knowledge what this service is set up to do. Raises PaperRefused for a kept copy that is damaged."""
    return PolicyFacts(
        operator_name=settings.operator_name,
        operator_contact=settings.operator_contact,
        retention_ms=settings.retention,
        retention_max_ms=settings.retention_max,
        demo=settings.demo,
        platforms=tuple(name for name in ("discord", "telegram") if getattr(settings, f"{name}_token")),
        links=settings.public_url is not None,
        server=settings.telegram_token is not None and settings.telegram_local_server,
        storage=settings.storage_host,
        checked=checked(copies(settings)),
        model=settings.chat_model_host,
        routes=settings.routes,
        comfyui_host=other_machine(settings.comfyui_url or ""),
        comfyui_clears=settings.comfyui_input is not None,
    )


def check_promises(settings: Settings) -> None:
    """Raise PromiseBroken(code, clause, sentence, setting) when a clause of ours isn't true of these settings."""
    try:
        check(policy_facts(settings))
    except ClauseBroken as broken:
        raise PromiseBroken(
            broken.reason, clause=broken.clause, sentence=broken.sentence, setting=broken.setting
        ) from None
