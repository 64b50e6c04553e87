"""The secret key of an installation, and one-way hashes made with it."""

import hashlib
import hmac
import os
import time
from contextlib import suppress
from functools import lru_cache
from pathlib import Path

from survey_engine.errors import EngineError, Problem
from survey_engine.ids import new_secret

ANOTHER_WRITES_WITHIN = 2.0


@lru_cache(maxsize=8)
def secret_key(folder: Path) -> str:
    """Return the key kept in the folder; make it, readable for its owner alone, if there is none.

    Raises KEY_EMPTY for an empty file: with an empty key anybody could sign a cookie.
    """
    file = folder / "secret.key"
    with suppress(FileExistsError):
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="ascii") as handle:
            handle.write(new_secret())
    deadline = time.monotonic() + ANOTHER_WRITES_WITHIN
    # Between making the file and writing it, another process may look at it.
    while not (key := file.read_text(encoding="ascii").strip()):
        if time.monotonic() > deadline:
            raise EngineError(Problem.KEY_EMPTY, file=file)
        time.sleep(0.01)
    return key


def hash_secret(folder: Path, secret: str) -> str:
    """Return a keyed hash of a cookie secret or a take-back code, so that neither is stored."""
    return hmac.new(secret_key(folder).encode(), secret.encode(), hashlib.sha256).hexdigest()
