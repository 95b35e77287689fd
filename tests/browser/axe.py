"""axe-core, run inside a page or a frame, and whether a page fits its window."""

from pathlib import Path

from playwright.sync_api import Frame, Page

AXE = Path(__file__).parents[2] / "node_modules" / "axe-core" / "axe.min.js"
RUN = """async () => (await axe.run(document, {resultTypes: ['violations']})).violations
    .filter(found => ['serious', 'critical'].includes(found.impact))
    .map(found => found.id + ': ' + found.nodes.map(node => node.html).join(' | '))"""


def serious_faults(where: Page | Frame) -> list[str]:
    """Return what axe finds serious or critical: the rule and the elements."""
    where.evaluate(AXE.read_text(encoding="utf-8"))
    faults: list[str] = where.evaluate(RUN)
    return faults


def is_well(where: Page | Frame) -> None:
    """Fail where axe finds something serious, or where the page is wider than its window."""
    assert serious_faults(where) == []
    assert where.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") <= 0
