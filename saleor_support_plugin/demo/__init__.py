"""A small store that speaks Saleor's protocol: the demo shop of `saleor-support up`, and the fake Saleor of the tests.

It imports nothing else of this package, so the app cannot tell it from a real Saleor: it installs the app from the
manifest, answers GraphQL with Saleor's permissions, signs and delivers webhooks with Saleor's headers and retries,
and opens the app's Dashboard extension in a frame. `store.Store` is the shop, `server.DemoServer` puts it on a port.
"""
