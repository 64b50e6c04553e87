"""Ideas on paper: they live on what others write meanwhile, so that the sheet asks to say them aloud."""

from survey_engine.exchange.paper.kinds import plain

KIND = plain.KIND
