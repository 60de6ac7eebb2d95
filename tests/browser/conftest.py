"""A dashboard's server and a Chromium for the tests of this folder; without a Chromium they are skipped."""

import os
import shutil
import socket
import subprocess
import time
import urllib.request
from urllib.parse import urlsplit

import pytest

from clausecheck.dashboard.launch import command

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]
NAMES = ("chromium", "chromium-browser", "google-chrome")


@pytest.fixture(scope="session")
def chromium():
    pytest.importorskip("playwright.sync_api", reason="Playwright is not installed")
    found = next(filter(None, map(shutil.which, NAMES)), None)
    if found is None:
        pytest.skip(f"no browser was found: none of {', '.join(NAMES)}")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
        yield browser
        browser.close()


@pytest.fixture(scope="session")
def server(chromium, tmp_path_factory):
    """The address of a running dashboard without samples, in a folder that holds no settings."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    address = f"http://localhost:{port}"
    environment = {**os.environ, "STREAMLIT_SERVER_PORT": str(port), "STREAMLIT_SERVER_HEADLESS": "true"}
    process = subprocess.Popen(
        command(samples=False), env=environment, cwd=tmp_path_factory.mktemp("elsewhere"),
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        _wait_until_healthy(address)
        yield address
    finally:
        process.terminate()
        process.wait(20)


def _wait_until_healthy(address):
    for _ in range(150):
        try:
            with urllib.request.urlopen(f"{address}/_stcore/health", timeout=2) as answer:
                if answer.status == 200:
                    return
        except OSError:
            time.sleep(0.2)
    pytest.fail("the dashboard's server did not start")


@pytest.fixture
def open_dashboard(chromium, server):
    """Opens the dashboard in a browser session of its own; afterwards no request may have left this machine."""
    contexts, requested = [], []

    def open_one(**options):
        context = chromium.new_context(viewport={"width": 1440, "height": 1000}, **options)
        context.on("request", lambda request: requested.append(request.url))
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(45_000)
        page.goto(server)
        page.get_by_role("heading", name="No contract in this session").wait_for()
        return page

    yield open_one
    for context in contexts:
        context.close()
    outside = [url for url in requested if not _is_local(url)]
    assert requested
    assert outside == []


def _is_local(url):
    parts = urlsplit(url)
    return parts.scheme in ("data", "blob") or parts.hostname in ("localhost", "127.0.0.1")
