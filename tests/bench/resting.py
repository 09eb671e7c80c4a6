"""Waiting until a service that has started loads nothing any more: it is measured as it runs for weeks."""

import asyncio

import psutil

from tests.service import Service

LOOKS_EVERY_S = 1.0
AT_MOST_PERCENT = 10.0
WITHIN_S = 120.0


async def until_resting(service: Service) -> psutil.Process:
    """Wait until its process took under a tenth of a core for two seconds on end, and give the process."""
    assert service.process is not None
    process, calm = psutil.Process(service.process.pid), 0
    process.cpu_percent()
    async with asyncio.timeout(WITHIN_S):
        while calm < 2:
            await asyncio.sleep(LOOKS_EVERY_S)
            calm = calm + 1 if process.cpu_percent() < AT_MOST_PERCENT else 0
    return process
