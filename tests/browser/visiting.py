"""What somebody does in the demo: presses the buttons of its bar, reads its mails, works in its Dashboard."""

from playwright.sync_api import Frame, FrameLocator, Locator, Page, expect

from .demo import Demo
from .waiting import comes_true

# A mail waits for the next sweep of the worker; a busy machine needs longer.
SOON = 60_000
# Whether a page of the shop's that is loaded now offers a chat: what it was told is two seconds old at most.
CHAT_IS_OFFERED = """(() => {
    const tag = document.querySelector("script[data-store]");
    const {store, channel} = tag.dataset;
    return fetch(`${new URL(tag.src).origin}/s/${store}/${channel}/widget.json`)
        .then(answer => answer.json())
        .then(({channels}) => channels.some(({kind, open}) => kind === "chat" && open));
})()"""


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


def chip(page: Page, name: str) -> Locator:
    """Return what a shopper clicks to choose a variant: its radio lies hidden under it."""
    return page.locator("label.chip", has=page.get_by_text(name, exact=True))


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


def sit_down(page: Page, demo: Demo) -> Frame:
    """Open the inbox and take chats, and wait until the shop knows."""
    page.goto(f"{demo.url}/dashboard/?locale=en")
    inbox = open_app(page)
    inbox.get_by_text("Online", exact=True).click()
    expect(inbox.locator(".presence.online")).to_contain_text("0 of 3 chats")
    return inbox


def wait_until_chat_is_offered(page: Page) -> None:
    """Wait on a page of the shop's until the next one that is opened offers a chat."""
    comes_true(page, CHAT_IS_OFFERED)
