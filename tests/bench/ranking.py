"""Trains the weights of knowledge/minilm/ranking.toml: `python -m tests.bench.ranking` prints them."""

import sys
from collections.abc import Iterable, Mapping

import numpy as np
from sklearn.linear_model import LogisticRegression

from knowledge.embedding import MiniLM
from knowledge.library import PassageRetriever
from knowledge.ranking import Numbers, Weights, nearness
from tests.bench.privacyqa import Asked, read, retrievers

LETTERS = 0.3
PLAIN = Weights(letters=LETTERS, nearness=1.0, topics=0.0)
"""Nearness alone: what the trained weights must beat."""


def trained(questions: Iterable[Asked], by: Mapping[str, PassageRetriever]) -> Weights:
    """Fit a logistic regression to which passages answer, scikit-learn's own regularisation, all passages alike."""
    features: list[Numbers] = []
    answers = []
    for one in questions:
        known = by[one.policy].features(one.text)
        features.append(np.stack((nearness(known.cosines, known.letters, LETTERS), known.topics), axis=1))
        answers.append(np.isin(np.arange(len(known.topics)), list(one.evidence)))
    fitted = LogisticRegression().fit(np.concatenate(features), np.concatenate(answers))
    near, topics = (round(float(one), 3) for one in fitted.coef_[0])
    return Weights(letters=LETTERS, nearness=near, topics=topics)


def main() -> int:
    """Train on everything there is."""
    data = read()
    sys.stdout.write(f"{trained(data.questions, retrievers(data, MiniLM()))}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
