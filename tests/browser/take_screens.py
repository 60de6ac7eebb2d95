"""Takes the README's pictures of the dashboard: `python tests/browser/take_screens.py docs/screens`."""

import io
import shutil
import subprocess
import sys
import time
import urllib.request
from pathlib import Path

from conftest import FLAGS, NAMES
from PIL import Image
from playwright.sync_api import Page, sync_playwright

from clausecheck.dashboard.launch import command

ADDRESS = "http://localhost:8797"


def take(page: Page, name: str, folder: Path) -> None:
    """A picture of what is on the screen, packed as tightly as PNG allows."""
    page.wait_for_timeout(1_500)
    Image.open(io.BytesIO(page.screenshot())).convert("RGB").save(folder / f"{name}.png", optimize=True)


def take_all(page: Page, folder: Path) -> None:
    """The review, a finding with its page, and the vendors side by side."""
    page.goto(ADDRESS)
    page.get_by_role("heading", name="Findings").wait_for(timeout=120_000)
    take(page, "review", folder)
    page.locator("tbody tr:has-text('autonomous weapons') button.choose").first.click()
    page.locator(".mark.governing").first.wait_for()
    take(page, "finding", folder)
    page.get_by_role("link", name="Compare").click()
    page.get_by_role("heading", name="side by side").wait_for()
    take(page, "compare", folder)


def main(folder: Path) -> None:
    server = subprocess.Popen(
        [*command(), "--server.port=8797", "--server.headless=true"], stdout=subprocess.DEVNULL)
    try:
        for _ in range(150):
            try:
                urllib.request.urlopen(f"{ADDRESS}/_stcore/health", timeout=2).close()
                break
            except OSError:
                time.sleep(0.2)
        with sync_playwright() as playwright:
            found = next(filter(None, map(shutil.which, NAMES)), None)
            browser = playwright.chromium.launch(executable_path=found, args=FLAGS)
            take_all(browser.new_page(viewport={"width": 1440, "height": 1000}), folder)
            browser.close()
    finally:
        server.terminate()
        server.wait(20)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
