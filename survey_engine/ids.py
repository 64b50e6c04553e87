"""Identifiers and codes that cannot be guessed, made in one place."""

import secrets

# Without 0 O 1 I L U V and lower case: what is left is told apart at five metres and by ear.
JOIN_ALPHABET = "23456789ABCDEFGHJKMNPQRSTWXYZ"
JOIN_LENGTH = 6


def new_id() -> str:
    """Return a fresh identifier: 16 URL-safe characters, about 96 random bits.

    It starts with a letter or digit: a leading minus would be an option on the command line
    and a formula in a spreadsheet.
    """
    while not (found := secrets.token_urlsafe(12))[0].isalnum():
        pass
    return found


def new_join_code() -> str:
    """Return a session code of six unambiguous characters."""
    return "".join(secrets.choice(JOIN_ALPHABET) for _ in range(JOIN_LENGTH))


def new_secret() -> str:
    """Return a secret for a cookie or a link: 256 random bits, URL-safe."""
    return secrets.token_urlsafe(32)
