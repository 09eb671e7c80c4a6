"""Whether a generator's owner trains models on what it gets, as the papers and the operator's copies of them add up."""

from knowledge.clauses import certainty, clauses
from knowledge.facts import PolicyFacts, RouteFacts, Training


def training(route: RouteFacts, policy: PolicyFacts) -> Training:
    """Give what a route's papers add up to; a yes or no that the operator's copy contradicts is a conflict."""
    if route.training is Training.UNKNOWN:
        return route.training
    used = (clauses()[one] for one in route.clauses.get("uses", ()))
    contradicted = any("train" in one.topics and certainty(one, policy)[0] == "contradicted" for one in used)
    return Training.CONFLICT if contradicted else route.training
