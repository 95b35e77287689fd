"""axe-core, run inside a page or a frame, and whether a page fits its window."""

from pathlib import Path

from playwright.sync_api import Frame, Page

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async () => (await axe.run(document, {resultTypes: ['violations']})).violations
    .filter(found => ['serious', 'critical'].includes(found.impact))
    .map(found => found.id + ': ' + found.nodes.map(node => node.html).join(' | '))"""

# What is half faded in has the contrast of a moment; what breathes for ever is read as it is.
SETTLE = """async () => {
    const hosts = root => [...root.querySelectorAll('*')].filter(element => element.shadowRoot)
    const roots = root => [root, ...hosts(root).flatMap(host => roots(host.shadowRoot))]
    const ending = roots(document).flatMap(root => root.getAnimations())
        .filter(animation => animation.effect.getComputedTiming().endTime !== Infinity)
    await Promise.allSettled(ending.map(animation => animation.finished))
}"""


def serious_faults(where: Page | Frame) -> list[str]:
    """Return what axe finds serious or critical: the rule and the elements."""
    where.evaluate(SETTLE)
    where.evaluate(AXE.read_text(encoding="utf-8"))
    faults: list[str] = where.evaluate(RUN)
    return faults


def is_well(where: Page | Frame) -> None:
    """Fail where axe finds something serious, or where the page is wider than its window."""
    faults = serious_faults(where)
    assert not faults, "\n".join(faults)
    wider = where.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert wider <= 0, f"the page is {wider} px wider than its window"
