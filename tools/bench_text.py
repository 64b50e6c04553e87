"""Measure words, languages and themes on the real data beside the project.

    python -m tools.bench_text            about two minutes
    python -m tools.bench_text --full     as in the published figures, about fifteen minutes

Each figure stands beside the naive way: split at spaces, fold to lower case, and k-means on tf-idf.
"""

import argparse
import csv
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import numpy as np
from sklearn.cluster import KMeans
from sklearn.feature_extraction.text import TfidfVectorizer
from sklearn.metrics import adjusted_rand_score, normalized_mutual_info_score

from survey_engine.themes import vectors
from survey_engine.themes.dictionaries import latvian_dictionary, latvian_dictionary_folder
from survey_engine.themes.language import language_of
from survey_engine.themes.lemmas import lemma_of
from survey_engine.themes.suggest import suggest_themes

SHARED = Path(__file__).resolve().parent.parent.parent / "shared" / "data"
LANGUAGES = ("lv", "ru", "en")
CONTENT = frozenset({"NOUN", "VERB", "ADJ", "ADV", "PROPN"})
NOT_WORDS = frozenset({"PUNCT", "SYM", "NUM"})


@dataclass(frozen=True, slots=True)
class Labelled:
    """Texts with the group that somebody put each into."""

    texts: tuple[str, ...]
    groups: tuple[str, ...]


def treebank(language: str) -> list[tuple[str, str, str]]:
    """Return form, lemma and part of speech of every word of a treebank, in lower case."""
    with (SHARED / "treebank" / f"{language}.tsv").open(encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return [
            (r["form"].lower(), r["lemma"].lower(), r["upos"]) for r in rows if r["upos"] not in NOT_WORDS
        ]


def labelled(name: str, language: str) -> Labelled:
    """Return the texts of `topics` or `questions` in a language, in the order of the Latvian ones."""
    ending, separator, column = {"topics": ("tsv", "\t", "category"), "questions": ("csv", ",", "label")}[
        name
    ]
    with (SHARED / name / f"{language}.{ending}").open(encoding="utf-8-sig") as file:
        rows = list(csv.DictReader(file, delimiter=separator))
    rows.sort(key=lambda r: int(r.get("index_id", 0)))
    return Labelled(tuple(r["text"] for r in rows), tuple(r[column] for r in rows))


def lemma_accuracy(language: str, lemma: Callable[[str], str]) -> tuple[float, float]:
    """Return the share of right lemmas in per cent: of all words, and of content words."""
    right = {w: lemma(w) for w in {form for form, _, _ in treebank(language)}}
    hits = [
        (right[form].replace("ё", "е") == gold.replace("ё", "е"), pos)
        for form, gold, pos in treebank(language)
    ]
    content = [hit for hit, pos in hits if pos in CONTENT]
    return 100 * float(np.mean([hit for hit, _ in hits])), 100 * float(np.mean(content))


def language_accuracy(length: int, fragments: int = 400) -> float:
    """Return the share of fragments of so many words whose language is told rightly, in per cent."""
    rng, right = np.random.default_rng(0), 0
    for language in LANGUAGES:
        words = [form for form, _, pos in treebank(language) if pos != "X"]
        for start in rng.integers(0, len(words) - length, fragments):
            right += language_of(" ".join(words[start : start + length])).language == language
    return 100 * right / (fragments * len(LANGUAGES))


class Remembered:
    """Sentence vectors, each computed once."""

    def __init__(self) -> None:
        self.known: dict[str, np.ndarray] = {}

    def __call__(self, texts: Sequence[str]) -> vectors.Vectors:
        new = [t for t in dict.fromkeys(texts) if t not in self.known]
        self.known.update(zip(new, vectors.vectors_of(new), strict=True))
        return np.vstack([self.known[t] for t in texts])


def sample(name: str, language: str, number: int, seed: int) -> Labelled:
    """Return a random sample; language `mix` takes each text in a language drawn by chance."""
    rng = np.random.default_rng(seed)
    sets = [labelled(name, code) for code in (LANGUAGES if language == "mix" else (language,))]
    rows = rng.permutation(min(len(s.texts) for s in sets))[:number]
    drawn = [(sets[rng.integers(len(sets))], row) for row in rows]
    return Labelled(tuple(s.texts[r] for s, r in drawn), tuple(s.groups[r] for s, r in drawn))


def naive_groups(data: Labelled) -> Sequence[int]:
    """Return groups by k-means on tf-idf of the words as they stand."""
    table = TfidfVectorizer(tokenizer=str.split, token_pattern=None).fit_transform(data.texts)
    found: Sequence[int] = KMeans(len(set(data.groups)), n_init=10, random_state=0).fit_predict(table)
    return found


def our_groups(data: Labelled, embed: Remembered | None) -> list[str]:
    """Return the theme of each text; one that is left ungrouped is a group of its own."""
    found = suggest_themes(data.texts, count=len(set(data.groups)), embed=embed)
    return [theme or f"none {row}" for row, theme in enumerate(found.rows)]


def agreement(data: Labelled, found: Sequence[object]) -> tuple[float, float]:
    """Return NMI and ARI between the given groups and the found ones."""
    gold, names = list(data.groups), [str(f) for f in found]
    return normalized_mutual_info_score(gold, names), adjusted_rand_score(gold, names)


def print_words() -> None:
    """Print lemma accuracy and language accuracy."""
    import simplemma

    print(f"Latvian dictionary: {latvian_dictionary_folder() or 'missing'}")
    print("lemmas, % right            all   content")
    for language in LANGUAGES:
        ways: list[tuple[str, Callable[[str], str]]] = [
            ("lower case", str),
            ("simplemma alone", lambda w, code=language: simplemma.lemmatize(w, lang=code).lower()),
            ("ours", lambda w, code=language: lemma_of(w, code)),
        ]
        if language == "lv" and (dictionary := latvian_dictionary()):
            ways.insert(2, ("Hunspell alone", lambda w, d=dictionary: (d.stem(w) or (w,))[0].lower()))
        for way, lemma in ways:
            everything, content = lemma_accuracy(language, lemma)
            print(f"  {language}  {way:18} {everything:8.1f} {content:8.1f}", flush=True)
    for length in (1, 2, 3, 5):
        print(f"language of {length} word(s): {language_accuracy(length):.1f} %", flush=True)


def print_themes(*, full: bool) -> None:
    """Print agreement of suggested themes with given groups."""
    embed = Remembered() if vectors.available() else None
    print(
        f"themes, NMI/ARI, the number of groups given; multilingual model {'present' if embed else 'missing'}"
    )
    plan = ((50, 8), (200, 5), (10_000, 1)) if full else ((50, 3), (200, 1))
    for name in ("questions", "topics"):
        for language in (*LANGUAGES, "mix"):
            for number, times in plan:
                runs = [sample(name, language, number, seed) for seed in range(times)]
                start = time.perf_counter()
                ours = np.mean([agreement(d, our_groups(d, embed)) for d in runs], axis=0)
                took = time.perf_counter() - start
                naive = np.mean([agreement(d, naive_groups(d)) for d in runs], axis=0)
                print(
                    f"  {name:10}{language:4} n={len(runs[0].texts):4}  naive {naive[0]:.3f}/{naive[1]:.3f}"
                    f"  ours {ours[0]:.3f}/{ours[1]:.3f}  {took:.1f} s",
                    flush=True,
                )


def main() -> int:
    """Run the measurements that the command line asks for."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--full", action="store_true", help="more and larger samples")
    parser.add_argument("--only", choices=("words", "themes"))
    asked = parser.parse_args()
    if asked.only != "themes":
        print_words()
    if asked.only != "words":
        print_themes(full=asked.full)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
