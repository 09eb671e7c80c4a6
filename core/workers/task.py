"""Moved: import from core.work."""

from core.work import Json, Memory, Product, Progress, Refusal, Task, Work

__all__ = ["Json", "Memory", "Product", "Progress", "Refusal", "Task", "Work"]
