"""The guideline of the sample study as files: every quote read back verbatim, LibreOffice opens it."""

import os
import re
import shutil
import subprocess
from io import BytesIO
from pathlib import Path

import docx
import pytest

from survey_engine.guidelines.document import Document
from survey_engine.workbench import Workbench
from survey_engine.workbench.demo import load_demo


@pytest.fixture
def guideline_id(bench: Workbench) -> str:
    return bench.guidelines.listed(load_demo(bench).id)[0].guideline.id


@pytest.fixture
def document(bench: Workbench, guideline_id: str) -> Document:
    bench.guidelines.publish(guideline_id)
    return bench.guidelines.document(guideline_id, number=1)


def test_docx_reads_back_with_every_quote_verbatim(
    bench: Workbench, guideline_id: str, document: Document
) -> None:
    file = docx.Document(BytesIO(bench.guidelines.exported(guideline_id, form="docx", number=1)))
    found = [p.text for p in file.paragraphs if p.style.name in ("Quote", "Quote against")]
    assert found == [quote.text for quote in document.quotes]


def test_docx_has_a_heading_for_each_recommendation(
    bench: Workbench, guideline_id: str, document: Document
) -> None:
    file = docx.Document(BytesIO(bench.guidelines.exported(guideline_id, form="docx", number=1)))
    found = [p.text for p in file.paragraphs if p.style.name == "Heading 2"]
    assert found == [f"{each.number} {each.text}" for each in document.recommendations]


def test_markdown_holds_every_quote_verbatim(bench: Workbench, guideline_id: str, document: Document) -> None:
    text = bench.guidelines.exported(guideline_id, form="md", number=1).decode()
    shown = re.sub(r"\\(.)", r"\1", text)
    assert [quote.text for quote in document.quotes if f"> {quote.text}" not in shown] == []


def test_libreoffice_opens_the_docx(bench: Workbench, guideline_id: str, tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None and not os.environ.get("CI"):
        pytest.skip("LibreOffice is not installed")
    file = tmp_path / "guideline.docx"
    file.write_bytes(bench.guidelines.exported(guideline_id, form="docx"))
    profile = f"-env:UserInstallation=file://{tmp_path / 'profile'}"
    convert = [
        office or "soffice",
        profile,
        "--headless",
        "--convert-to",
        "pdf",
        "--outdir",
        str(tmp_path),
        str(file),
    ]
    subprocess.run(convert, check=True, capture_output=True, timeout=100)
    assert (tmp_path / "guideline.pdf").read_bytes().startswith(b"%PDF")
