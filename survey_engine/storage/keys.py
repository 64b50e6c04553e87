"""The secret key of an installation, and one-way hashes made with it."""

import hashlib
import hmac
import os
from functools import lru_cache
from pathlib import Path

from survey_engine.ids import new_secret


@lru_cache(maxsize=8)
def secret_key(folder: Path) -> str:
    """Return the key kept in the folder; make it, readable for its owner alone, if there is none."""
    file = folder / "secret.key"
    try:
        descriptor = os.open(file, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return file.read_text(encoding="ascii").strip()
    with os.fdopen(descriptor, "w", encoding="ascii") as handle:
        handle.write(new_secret())
    return file.read_text(encoding="ascii").strip()


def hash_secret(folder: Path, secret: str) -> str:
    """Return a keyed hash of a cookie secret or a take-back code, so that neither is stored."""
    return hmac.new(secret_key(folder).encode(), secret.encode(), hashlib.sha256).hexdigest()
