"""300 hand-written questions with what a right answer has to say, and the grader: `python -m tests.questions`."""
