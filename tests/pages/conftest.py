"""Pages under test: the real frame, signed in by the real cookie."""

from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from pages.ui.visitor import COOKIE
from survey_engine.accounts import Account
from survey_engine.workbench import Workbench

ROOT = Path(__file__).resolve().parent.parent.parent
OpenPage = Callable[..., AppTest]


@pytest.fixture
def open_page(bench: Workbench, account: Account, monkeypatch: pytest.MonkeyPatch) -> OpenPage:
    """Return a function that opens a page file in Latvian, signed in: open_page("themes/words.py", study=...)."""

    def opened(file: str, *, signed_in: bool = True, **query: str) -> AppTest:
        cookies = {COOKIE: bench.accounts.cookie_for(account)} if signed_in else {}
        monkeypatch.setattr("pages.ui.visitor.st.context", _Context(cookies))
        app = AppTest.from_file(str(ROOT / "pages" / file), default_timeout=30)
        for name, value in query.items():
            app.query_params[name] = value
        app.session_state["language"] = "lv"
        return app.run()

    return opened


class _Context:
    """Stands in for st.context, whose cookies a test cannot send."""

    def __init__(self, cookies: dict[str, str]) -> None:
        self.cookies = cookies
        self.locale = "lv-LV"
        self.url = "http://testserver/studio"
