"""The worker process as seen from outside: started early, asked for one file at a time, killed and replaced."""

from __future__ import annotations

import atexit
import contextlib
import json
import os
import subprocess
import sys
import threading
from dataclasses import asdict
from pathlib import Path
from typing import Any

from clausecheck import errors
from clausecheck.ingest.limits import Limits

_MODULE = "clausecheck.ingest.worker"
#: Files after which a worker is replaced, so that what libraries leak stays small.
_FILES_A_WORKER = 200
_KINDS = {kind.__name__: kind for kind in (
    errors.UnsupportedFile, errors.DamagedFile, errors.EncryptedFile, errors.NoText, errors.LimitExceeded)}


class Worker:
    """One worker process with the pipes to it. Safe to use from several threads: they wait for each other."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._process: subprocess.Popen[bytes] | None = None
        self._owner = 0
        self._files = 0

    def start(self) -> None:
        """Start the process unless it is running."""
        with self._lock:
            self._running()

    def stop(self) -> None:
        """End the process."""
        with self._lock:
            self._kill()

    def read(self, path: Path, name: str, limits: Limits) -> dict[str, Any]:
        """The worker's answer for one file, as plain values. Raises the DocumentError that it met."""
        with self._lock:
            answer = self._ask(path, name, limits)
        if "error" in answer:
            kind, message = answer["error"]
            raise _KINDS.get(kind, errors.DamagedFile)(name, message)
        document: dict[str, Any] = answer["document"]
        return document

    def _ask(self, path: Path, name: str, limits: Limits) -> dict[str, Any]:
        process = self._running()
        assert process.stdin is not None
        assert process.stdout is not None
        expired = threading.Event()

        def expire() -> None:
            expired.set()
            _end(process)

        clock = threading.Timer(limits.seconds, expire)
        clock.daemon = True
        clock.start()
        line = b""
        try:
            request = {"path": str(path.absolute()), "name": name, "limits": asdict(limits)}
            process.stdin.write(json.dumps(request).encode("utf-8") + b"\n")
            process.stdin.flush()
            line = process.stdout.readline()
        except OSError:
            line = b""
        finally:
            clock.cancel()
        if line.endswith(b"\n") and not expired.is_set():
            self._files += 1
            if self._files >= _FILES_A_WORKER:
                self._kill()
            answer: dict[str, Any] = json.loads(line)
            return answer
        self._kill()
        raise _stopped(name, limits, timed_out=expired.is_set(), status=process.returncode)

    def _running(self) -> subprocess.Popen[bytes]:
        """The process, replaced where it died or belongs to the program that this one was forked from."""
        if self._process is None or self._owner != os.getpid() or self._process.poll() is not None:
            if self._process is not None and self._owner == os.getpid():
                self._kill()
            self._process = subprocess.Popen(  # noqa: S603 - our own module under our own interpreter
                [sys.executable, "-P", "-m", _MODULE], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL, start_new_session=True, env=_surroundings())
            self._owner, self._files = os.getpid(), 0
        return self._process

    def _kill(self) -> None:
        process, self._process = self._process, None
        if process is None or self._owner != os.getpid():
            return
        _end(process)
        for pipe in (process.stdin, process.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()


def _surroundings() -> dict[str, str]:
    """The environment, with the place of this package on Python's path (-P keeps the working folder off it)."""
    root = str(Path(errors.__file__).parent.parent)
    return {**os.environ, "PYTHONPATH": os.pathsep.join(filter(None, (root, os.environ.get("PYTHONPATH", ""))))}


def _end(process: subprocess.Popen[bytes]) -> None:
    with contextlib.suppress(OSError):
        process.kill()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(10)


def _stopped(name: str, limits: Limits, *, timed_out: bool, status: int | None) -> errors.DocumentError:
    """Why there is no answer. -24 is the signal for spent processor time."""
    if timed_out or status == -24:
        return errors.LimitExceeded(name, f"reading the file took longer than {limits.seconds:g} seconds and was "
                                    "stopped. Split the file or save it again as PDF.")
    return errors.DamagedFile(name, "the file broke the program part that reads it, as damaged or hostile files do. "
                              "Open it in the program that made it, save it again and read the new file.")


THE_WORKER = Worker()
atexit.register(THE_WORKER.stop)
