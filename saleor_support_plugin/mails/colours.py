"""A merchant's colour, made readable where it stands (WCAG 2.2: 4.5 to 1 for text, at least 3 to 1 for a button)."""

from dataclasses import dataclass

INK, WHITE = "#12262a", "#ffffff"
SHEET, DARK_SHEET = "#ffffff", "#262836"
OURS = "#0f6269"


@dataclass(frozen=True, slots=True)
class Accent:
    """`fill` and `on_fill` for a button, `link` for words; the last three on a dark ground."""

    fill: str
    on_fill: str
    link: str
    dark_fill: str
    dark_on_fill: str
    dark_link: str


def accent(colour: str) -> Accent:
    """Return what a mail does with this colour, `#rrggbb` or nothing for ours."""
    base = colour or OURS
    fill, dark_fill = _until(base, SHEET, 3), _until(base, DARK_SHEET, 5.5)
    return Accent(
        fill=fill,
        on_fill=_readable_on(fill),
        link=_until(base, SHEET, 4.5),
        dark_fill=dark_fill,
        dark_on_fill=_readable_on(dark_fill),
        dark_link=_until(base, DARK_SHEET, 4.5),
    )


def contrast(one: str, other: str) -> float:
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _readable_on(ground: str) -> str:
    return WHITE if contrast(WHITE, ground) >= 4.5 else INK if contrast(INK, ground) >= 4.5 else _best(ground)


def _best(ground: str) -> str:
    return max(("#ffffff", "#000000"), key=lambda ink: contrast(ink, ground))


def _until(colour: str, ground: str, least: float) -> str:
    """Return the colour nearest to this one, on the way to black or white, that stands out so much."""
    goal = 0 if _luminance(ground) > 0.5 else 255
    for step in range(21):
        mixed = "#" + "".join(f"{round(part + (goal - part) * step / 20):02x}" for part in _parts(colour))
        if contrast(mixed, ground) >= least:
            return mixed
    return mixed


def _parts(colour: str) -> list[int]:
    return [int(colour[start : start + 2], 16) for start in (1, 3, 5)]


def _luminance(colour: str) -> float:
    shares = [part / 255 for part in _parts(colour)]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in shares)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
