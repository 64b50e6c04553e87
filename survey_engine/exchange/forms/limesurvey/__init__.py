"""LimeSurvey: its tab-separated structure both ways, its `.lss` in.

Both files become the same `Survey` of typed items; a kind of question is one function in
`kinds_out` and one in `kinds_in`. What LimeSurvey has no place for (keys with underscores,
long option codes, Balsis's own kinds) travels in the attribute `cssclass`.
"""

from survey_engine.exchange.forms.limesurvey.lss_in import read_lss
from survey_engine.exchange.forms.limesurvey.tsv_in import read_tsv
from survey_engine.exchange.forms.limesurvey.tsv_out import write_tsv

__all__ = ["read_lss", "read_tsv", "write_tsv"]
