"""How participants get into a session: the address in full and in short, the code, the QR code."""

from dataclasses import dataclass

import streamlit as st

from survey_engine import workbench as engine
from survey_engine.addresses import QrCode, participants_url, qr_code, short_address
from survey_engine.collect.models import Session


@dataclass(frozen=True, slots=True)
class Invitation:
    """What is shown to people so that they can join."""

    url: str
    short: str
    code: str
    qr: QrCode


def invitation_to(session: Session) -> Invitation:
    """Return the invitation to a session, at the address that phones in the room can reach."""
    public_url = engine.current().settings.public_url
    base = participants_url(public_url, st.context.url or "", int(st.get_option("server.port")))
    url = f"{base}/{session.code}"
    return Invitation(url, short_address(base), session.code, qr_code(url))
