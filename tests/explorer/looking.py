"""Looking at a page in a real browser, and hearing all that goes wrong in it."""

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from playwright.sync_api import Browser, ConsoleMessage, Dialog, Page, ViewportSize

CHROMIUM = Path("/usr/bin/chromium")
MISSING = "The page is tested in Chromium, which is not here: apt-get install chromium"
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
WATCH = """
addEventListener("securitypolicyviolation", (event) =>
  console.error(`policy: ${event.violatedDirective} ${event.blockedURI} ${event.sample}`));
"""


@dataclass
class Looked:
    """A page that is looked at.

    Attributes:
        page: The page, as Playwright has it.
        address: Where the site is.
        faults: What went wrong in it: errors, refusals of the policy, dialogs.
        expected: Parts of what may go wrong in this test.
    """

    page: Page
    address: str
    faults: list[str] = field(default_factory=list)
    expected: list[str] = field(default_factory=list)

    def show(self, view: str = "home", **parameters: Any) -> Page:
        """Open a view by its address, and wait until it is there."""
        self.page.goto(f"{self.address}/?{urlencode({'view': view, **parameters}, doseq=True)}")
        self.page.wait_for_selector("main:not([aria-busy]) > *")
        return self.page

    @property
    def unforeseen(self) -> list[str]:
        """What went wrong without being expected."""
        return [f for f in self.faults if not any(part in f for part in self.expected)]


def look(browser: Browser, address: str, scheme: Any = "light", width: int = 1280) -> Looked:
    """Open an empty page that listens for faults.

    Args:
        browser: The browser.
        address: Where the site is.
        scheme: ``light`` or ``dark``.
        width: How wide the window is.
    """
    context = browser.new_context(
        viewport=ViewportSize(width=width, height=900),
        color_scheme=scheme,
        reduced_motion="reduce",
        accept_downloads=True,
    )
    context.add_init_script(WATCH)
    looked = Looked(context.new_page(), address)
    looked.page.set_default_timeout(10_000)
    looked.page.on("console", lambda message: _hear(looked, message))
    looked.page.on("pageerror", lambda error: looked.faults.append(f"error: {error}"))
    looked.page.on("dialog", lambda dialog: _refuse(looked, dialog))
    return looked


def _hear(looked: Looked, message: ConsoleMessage) -> None:
    if message.type == "error":
        looked.faults.append(f"console: {message.text}")


def _refuse(looked: Looked, dialog: Dialog) -> None:
    looked.faults.append(f"dialog: {dialog.message}")
    dialog.dismiss()
