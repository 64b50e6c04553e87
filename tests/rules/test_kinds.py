"""Each kind of question has every layer: what it is, what it accepts, how it is asked, edited and drawn."""

import pytest

from survey_engine.design.kinds import KINDS
from survey_engine.exchange.paper import KINDS as PAPER
from tests.rules.source import ROOT

LAYERS = {
    "what it is": "survey_engine/design/kinds/{kind}.py",
    "what it accepts": "survey_engine/collect/kinds/{kind}.py",
    "how participants are asked": "participant/templates/kinds/{kind}.html",
    "how it is edited": "pages/design/kinds/{kind}.py",
    "how it stands on paper": "survey_engine/exchange/paper/kinds/{kind}.py",
    "how its result is drawn": "pages/ui/parts/results/{kind}.py",
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("layer", LAYERS)
def test_kind_has_every_layer(kind: str, layer: str) -> None:
    assert (ROOT / LAYERS[layer].format(kind=kind)).is_file(), layer


@pytest.mark.parametrize("kind", KINDS)
def test_kind_names_itself_as_it_is_registered(kind: str) -> None:
    assert KINDS[kind].model_fields["kind"].default == kind


def test_every_kind_is_drawn_on_paper_by_its_own_module() -> None:
    assert set(PAPER) == set(KINDS)
