"""What the conversation needs: the parts that commands use."""

from dataclasses import replace

from bots import VERSION
from bots.chat.catalog import offered
from bots.chat.presses import Presses
from bots.chat.services import Services
from bots.chat.wishes import Wishes
from bots.wiring.house import House
from bots.wiring.rewording import Rewording
from core.generation.paying import Purse
from knowledge.nearby import Nearby


def services(house: House, nearby: Nearby, rewording: Rewording | None = None) -> Services:
    """Join what commands use."""
    joined = Services(
        store=house.store,
        vault=house.vault,
        revocations=house.revocations,
        shutting=house.shutting,
        workers=house.workers,
        generators=house.generators,
        progress=house.progress,
        clock=house.clock,
        ids=house.ids,
        presses=Presses(house.master_key.derive(b"presses"), house.store, house.clock, house.ids),
        wishes=Wishes(),
        policy=nearby.policy,
        nearest=nearby,
        commands=tuple(command.name for command in offered(connects=nearby.policy.connects, routes=house.generators)),
        version=VERSION,
        remote=house.remote,
        purse=Purse(house.remote, house.settings.budgets, house.clock),
    )
    return replace(joined, reworded=rewording) if rewording else joined
