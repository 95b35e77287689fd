"""An address as a picture that a phone's camera reads."""

import segno


def qr_code(url: str) -> str:
    """Return an SVG without sizes of its own, black on white also where the page is dark."""
    picture: str = segno.make(url, error="m", micro=False).svg_inline(
        border=4, light="#fff", dark="#000", omitsize=True
    )
    return picture
