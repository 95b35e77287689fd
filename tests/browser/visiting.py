"""What somebody does in the demo: presses the buttons of its bar, reads its mails, works in its Dashboard."""

from playwright.sync_api import Frame, FrameLocator, Locator, Page, expect

from .demo import Demo

# A mail waits for the next sweep of the worker; a busy machine needs longer.
SOON = 60_000


def enter(page: Page, demo: Demo, language: str = "en") -> None:
    """Open the shop's home page, once the app is installed in it and has read what it needs."""
    demo.wait_until_settled()
    page.goto(f"{demo.url}/{language}/{'tr' if language == 'tr' else 'eu'}/")
    expect(page.locator(".steps li")).to_have_count(3, timeout=SOON)


def go_to(page: Page, part: str) -> None:
    """Go by the bar to another part of the demo: the shop, the Dashboard, the outbox."""
    page.locator(".demo-places").get_by_role("link", name=part).click()


def press(page: Page, name: str) -> Locator:
    """Press a button of the bar's menu and return what was said about it."""
    page.locator(".demo-acts summary").click()
    return pressed(page, page.get_by_role("button", name=name))


def pressed(page: Page, button: Locator) -> Locator:
    """Press a button that makes something happen, anywhere on the page, and return what was said about it."""
    with page.expect_navigation(timeout=SOON):
        button.click(no_wait_after=True)
    return page.locator(".demo-said")


def mails_to(page: Page, email: str) -> Locator:
    """Return the mails to somebody in the outbox's list, which grows by itself, the newest first."""
    return page.locator(".mails a").filter(has=page.locator(".to", has_text=email))


def open_mail(page: Page, mail: Locator) -> FrameLocator:
    """Open a mail of the list, and return what its reader sees."""
    mail.click(timeout=SOON)
    return page.frame_locator(".mail-frame")


def followed(page: Page, link: Locator) -> Page:
    """Follow a link that opens beside the page."""
    with page.context.expect_page() as opened:
        link.click()
    return opened.value


def open_app(page: Page, *tabs: str) -> Frame:
    """From a page of the Dashboard open the app by its entry in the menu, and one after the other its pages."""
    page.locator(".menu .apps a").click()
    element = page.wait_for_selector("#app-page iframe")
    assert element is not None
    frame = element.content_frame()
    assert frame is not None
    for tab in tabs:
        link = frame.get_by_role("navigation").get_by_role("link", name=tab, exact=True)
        link.click()
        expect(link).to_have_attribute("aria-current", "page")
    return frame
