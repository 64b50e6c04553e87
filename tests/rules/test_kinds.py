"""Each kind of question has every layer: what it is, what it accepts, how it is asked, edited and drawn."""

import pytest

from survey_engine.design.kinds import KINDS
from tests.rules.source import ROOT

LAYERS = {
    "what it is": "survey_engine/design/kinds/{kind}.py",
    "what it accepts": "survey_engine/collect/kinds/{kind}.py",
    "how participants are asked": "participant/templates/kinds/{kind}.html",
    "how it is edited": "pages/design/kinds/{kind}.py",
    "how its result is drawn": "pages/ui/parts/results/{kind}.py",
}


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("layer", LAYERS)
def test_kind_has_every_layer(kind: str, layer: str) -> None:
    assert (ROOT / LAYERS[layer].format(kind=kind)).is_file(), layer


@pytest.mark.parametrize("kind", KINDS)
def test_kind_names_itself_as_it_is_registered(kind: str) -> None:
    assert KINDS[kind].model_fields["kind"].default == kind
