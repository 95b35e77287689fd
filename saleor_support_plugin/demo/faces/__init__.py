"""The demo store's faces: a small shop, a copy of Saleor Dashboard's frame, and the outbox.

Pages are templates in `pages/`, filled here. What a form asks for is done by `acts` and by the store's own acts.
"""
