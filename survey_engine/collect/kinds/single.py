"""Single choice: at most one known option; people are counted by option."""

from survey_engine.collect.kinds.base import Kind, check_one_code, count_codes

KIND = Kind(check=check_one_code, summarise=count_codes)
