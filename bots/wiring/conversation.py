"""What the conversation needs: facts of these settings for knowledge, and the parts that commands use."""

from bots import VERSION
from bots.chat.catalog import CATALOGUE
from bots.chat.presses import Presses
from bots.chat.services import Services
from bots.chat.wishes import Wishes
from bots.settings import Settings
from bots.wiring.house import House
from core.errors import PromiseBroken
from knowledge.facts import PolicyFacts
from knowledge.nearby import Nearby
from knowledge.promises import ClauseBroken, check


def policy_facts(settings: Settings) -> PolicyFacts:
    """Tell knowledge what this service is set up to do."""
    return PolicyFacts(
        operator_name=settings.operator_name,
        operator_contact=settings.operator_contact,
        retention_ms=settings.retention,
        retention_max_ms=settings.retention_max,
        demo=settings.demo,
    )


def check_promises(settings: Settings) -> None:
    """Raise PromiseBroken(code, clause, sentence, setting) when a clause of ours isn't true of these settings."""
    try:
        check(policy_facts(settings))
    except ClauseBroken as broken:
        raise PromiseBroken(
            broken.reason, clause=broken.clause, sentence=broken.sentence, setting=broken.setting
        ) from None


def services(house: House, nearby: Nearby) -> Services:
    """Join what commands use."""
    return Services(
        store=house.store,
        vault=house.vault,
        journal=house.journal,
        revocations=house.revocations,
        workers=house.workers,
        generators=house.generators,
        progress=house.progress,
        clock=house.clock,
        ids=house.ids,
        presses=Presses(house.master_key.derive(b"presses"), house.store, house.clock, house.ids),
        wishes=Wishes(),
        policy=nearby.policy,
        nearest=nearby,
        commands=tuple(command.name for command in CATALOGUE),
        version=VERSION,
    )
