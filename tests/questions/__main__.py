"""`python -m tests.questions`: what is wrong with which answer. Of those held back it gives no more than how many."""

import sys
from dataclasses import asdict

from tests.questions.asking import graded


def main() -> int:
    """Write a line for each wrong answer of the part that may be tuned on, then the count. Returns 1 for any wrong."""
    wrong = [(question, found) for question, _, found in graded() if not found.is_right]
    for question, found in wrong:
        if not question.held:
            what = {sort: names for sort, names in asdict(found).items() if names}
            sys.stdout.write(f"{question.name} {question.words!r}: {what}\n")
    held = sum(question.held for question, _ in wrong)
    sys.stdout.write(f"{len(wrong)} of {len(graded())} wrong, {held} of them held back\n")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
