"""A statement on paper: agree, disagree or pass."""

from survey_engine.exchange.paper.kinds.ticking import ONE_OF

KIND = ONE_OF
