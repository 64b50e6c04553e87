"""Yes or no on paper: a box for each."""

from survey_engine.exchange.paper.kinds.ticking import ONE_OF

KIND = ONE_OF
