"""Single choice on paper: boxes below one another, of which one is ticked."""

from survey_engine.exchange.paper.kinds.ticking import ONE_OF

KIND = ONE_OF
