"""Runs one bench module. It stands apart from __main__, which a fresh process can't import."""

from importlib import import_module

from tests.bench.row import Row


def measure(module: str) -> tuple[str, list[Row]]:
    """Import one bench module and run it. Gives its title and rows."""
    bench = import_module(f"tests.bench.{module}")
    title = (bench.__doc__ or module).splitlines()[0].rstrip(".")
    return title, bench.rows()
