"""Whether the language model that rephrases answers can be asked, where one is set. Nothing is sent to it."""

from collections.abc import Iterator
from importlib.util import find_spec

from bots.wiring.doctor.finding import Finding, fine, problem
from bots.wiring.doctor.patient import Patient

_PACKAGE = "langchain_openai"


def chat_model(patient: Patient) -> Iterator[Finding]:
    """What speaks to the model is installed, and the policy names where it is."""
    if patient.settings.chat_model is None:
        yield fine("chat_model_none")
    elif find_spec(_PACKAGE) is None:
        yield problem("chat_model_package_missing", name=_PACKAGE)
    else:
        yield fine("chat_model_good", host=patient.settings.chat_model_host)
