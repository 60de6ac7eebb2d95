"""The process in which files are parsed: reads requests on its standard input, one line of JSON each.

Run by `clausecheck.ingest.process` and by nothing else. It may be killed at any time, and then only the file that it
was reading is lost. Answers are one line of JSON: plain values only, so that a worker taken over by a hostile file
cannot make the program that asked run anything.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import json
import os
import sys
from array import array
from pathlib import Path
from typing import Any, BinaryIO

from clausecheck.errors import DamagedFile, DocumentError, LimitExceeded, UnsupportedFile
from clausecheck.ingest.limits import Limits
from clausecheck.ingest.parse import parse
from clausecheck.ingest.source import Source


def main() -> None:
    """Answer requests until the input ends."""
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # a library that prints must not speak into the answers
    sys.setrecursionlimit(4_000)
    for line in sys.stdin.buffer:
        request = json.loads(line)
        limits = Limits(**request["limits"])
        limit_process(limits)
        answer: dict[str, Any]
        try:
            answer = {"document": _read(Path(request["path"]), request["name"], limits)}
        except DocumentError as error:
            answer = {"error": [type(error).__name__, error.message]}
        except MemoryError:
            answer = {"error": ["LimitExceeded", "reading the file took more memory than a document should need."]}
            _send(answers, answer)
            return
        _send(answers, answer)


def limit_process(limits: Limits) -> None:
    """Cap memory and processor time of this process, as far as the system can."""
    try:
        import resource
    except ImportError:  # Windows: only the clock of the asking process limits us
        return
    used = resource.getrusage(resource.RUSAGE_SELF)
    seconds = int(used.ru_utime + used.ru_stime + limits.seconds) + 2
    for kind, soft in ((resource.RLIMIT_AS, limits.memory_bytes), (resource.RLIMIT_CPU, seconds),
                       (resource.RLIMIT_CORE, 0)):
        with contextlib.suppress(ValueError, OSError):  # macOS knows no limit on address space
            resource.setrlimit(kind, (soft, resource.getrlimit(kind)[1]))


def _read(path: Path, name: str, limits: Limits) -> dict[str, Any]:
    source = Source(name, _bytes_of(path, name, limits), limits)
    try:
        media_type, text, parsed = parse(source)
    except (DocumentError, MemoryError):
        raise
    except RecursionError:
        raise LimitExceeded(name, "the file nests its contents too deeply to be read safely.") from None
    except Exception as error: # hostile files break readers in every way there is
        raise DamagedFile(name, f"the file could not be read ({type(error).__name__}). Open it in the program that "
                          "made it, save it again and read the new file.") from None
    return {
        "sha256": hashlib.sha256(source.data).hexdigest(), "media_type": media_type, "text": text.text,
        "blocks": [[block.start, block.end, block.kind, block.level, block.label] for block in text.blocks],
        "arrays": [packed(numbers) for numbers in (text.word_starts, text.word_ends, text.word_pages, text.word_boxes)],
        "pages": parsed.pages, "pages_skipped": list(parsed.pages_skipped), "warnings": parsed.warnings,
    }


def _bytes_of(path: Path, name: str, limits: Limits) -> bytes:
    try:
        if not path.is_file():
            raise UnsupportedFile(name, "there is no such file, or it is a folder.")
        if path.stat().st_size > limits.file_bytes:
            raise LimitExceeded(name, f"the file is larger than {limits.file_bytes // 1024 ** 2} MB.")
        return path.read_bytes()
    except OSError as error:
        raise UnsupportedFile(name, f"the file cannot be opened ({error.strerror}).") from None


def packed(numbers: Any) -> str:
    """An array as text for JSON."""
    assert isinstance(numbers, array)
    return base64.b64encode(numbers.tobytes()).decode("ascii")


def _send(answers: BinaryIO, answer: dict[str, Any]) -> None:
    answers.write(json.dumps(answer).encode("utf-8") + b"\n")
    answers.flush()


if __name__ == "__main__":
    main()
