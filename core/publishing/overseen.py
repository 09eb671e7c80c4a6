"""Tells the operator, in the log, that something waits for their decision: ids and a count."""

import logging

from core.ports import Store
from core.publications import PublicationView

log = logging.getLogger("hushreel.oversight")


async def tell_operator(view: PublicationView, store: Store) -> None:
    """Write a line for what fell to the operator; nothing for what moderators decide."""
    if view.publication.escalated:
        count = await store.ledger.escalated_count()
        log.warning("publication %s falls to the operator; waiting for them: %d", view.publication.id, count)
