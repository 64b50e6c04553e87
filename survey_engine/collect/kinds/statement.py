"""Statement: agree, disagree or pass; passing is counted apart."""

from survey_engine.collect.kinds.base import Kind, check_one_code, count_codes, counts_of

KIND = Kind(check=check_one_code, summarise=count_codes, of_counts=counts_of)
