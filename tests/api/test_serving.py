"""What our way of serving writes itself, beside what uvicorn and websockets write."""

import pytest
from websockets.frames import Frame, Opcode

from saleor_support_plugin.serving import text_frame


@pytest.mark.parametrize("text", ["", "ç", "x" * 125, "x" * 126, "ş" * 32_767, "ş" * 32_768, "x" * 100_000])
def test_a_text_is_framed_as_others_frame_it(text: str) -> None:
    assert text_frame(text) == Frame(Opcode.TEXT, text.encode()).serialize(mask=False)
