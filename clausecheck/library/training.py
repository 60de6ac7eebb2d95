"""`clausecheck library train`: the library's wordings → the compiled word model."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import numpy as np

from clausecheck.errors import UsageError
from clausecheck.wordmodel import WordModel, choose_features

#: Where the compiled model stands inside the library's folder.
COMPILED = Path("compiled") / "words.npz"


def read_wordings(folder: Path) -> list[dict[str, Any]]:
    """The rows of the library's bank of wordings, near misses and background sentences, in a fixed order."""
    rows: list[dict[str, Any]] = []
    for path in sorted((folder / "wordings").glob("*.jsonl")):
        rows += [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line.strip()]
    return rows


def digest_of(rows: Sequence[dict[str, Any]]) -> str:
    """What the model is trained on, as a SHA-256: another bank, another digest."""
    return hashlib.sha256(json.dumps(list(rows), sort_keys=True, ensure_ascii=False).encode()).hexdigest()


def train_model(rows: Sequence[dict[str, Any]]) -> WordModel:
    """The model for all clauses that the rows name. The same rows give the same model.

    Raises UsageError where scikit-learn, which only training needs, is not installed.
    """
    try:
        from scipy.sparse import csr_matrix
        from sklearn.linear_model import LogisticRegression
    except ImportError as missing:
        raise UsageError("training needs scikit-learn; install it with: pip install 'clausecheck[train]'") from missing
    clauses = tuple(sorted({row["clause"] for row in rows if "clause" in row}))
    features, idf = choose_features(row["text"] for row in rows)
    empty = WordModel(clauses, features, idf, np.zeros((0, 0), np.float32), np.zeros(0, np.float32), "")
    vectors = [empty.vector(row["text"]) for row in rows]
    bounds = np.cumsum([0, *(len(indices) for indices, _ in vectors)])
    matrix = csr_matrix(
        (np.concatenate([values for _, values in vectors]), np.concatenate([indices for indices, _ in vectors]), bounds),
        shape=(len(rows), len(features)),
    )
    weights, bias = np.zeros((len(features), len(clauses)), np.float32), np.zeros(len(clauses), np.float32)
    for column, clause in enumerate(clauses):
        about = np.array([_is_about(row, clause) for row in rows])
        fitted = LogisticRegression(C=20, solver="liblinear", random_state=0).fit(matrix, about)
        weights[:, column], bias[column] = fitted.coef_[0], fitted.intercept_[0]
    return WordModel(clauses, features, idf, weights, bias, digest_of(rows))


def _is_about(row: dict[str, Any], clause: str) -> bool:
    return not row.get("near_miss") and not row.get("background") and (row["clause"] == clause or clause in row["also"])
