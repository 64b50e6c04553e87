"""Look at a page under test: all that a person could read on it."""

from streamlit.testing.v1 import AppTest


def words_on(page: AppTest) -> str:
    """Return every text on the page: headings, Markdown, captions, notices, quotes, choices and links."""
    kinds = ("title", "header", "subheader", "markdown", "caption", "info", "warning", "error", "success")
    told = [str(element.value) for kind in kinds for element in page.get(kind)]
    quoted = [element.proto.body for element in page.get("html")]
    links = [element.proto.label for kind in ("link_button", "page_link") for element in page.get(kind)]
    chosen = [str(option) for box in page.get("selectbox") for option in box.options]
    tables = [frame.value.to_string() for frame in page.get("dataframe")]
    return "\n".join([*told, *quoted, *links, *chosen, *tables]).replace("\\", "")


def press(page: AppTest, key: str) -> AppTest:
    """Press the button with this key."""
    return page.button(key=key).click().run()


def submit(page: AppTest, label: str) -> AppTest:
    """Press the button of a form by its words."""
    return next(button for button in page.button if button.label == label).click().run()


def field(page: AppTest, start: str, kind: str = "text_input"):
    """Return the field whose key begins so."""
    return next(each for each in page.get(kind) if (each.key or "").startswith(start))
