"""Every address that Django answers; the hot ones are in asgi.py."""

from django.urls import path, re_path

from .api import (
    arrival_pages,
    conversation_door,
    conversation_page,
    graphql_door,
    health,
    installation,
    mail_events,
    manifest,
    pages,
    preference_pages,
    push_pages,
    review_pages,
    ticket_form,
    tracking_events,
    unsubscribe_pages,
    whatsapp_events,
    widget,
)

urlpatterns = [
    re_path(r"^api/manifest/?$", manifest.manifest),
    re_path(r"^api/register/?$", installation.register),
    re_path(r"^graphql/staff/?$", graphql_door.staff),
    re_path(r"^graphql/storefront/?$", graphql_door.storefront),
    path("dashboard/order", pages.order_card),
    path("dashboard/home", pages.home_card),
    path("dashboard/product", pages.product_card),
    path("dashboard/mail", pages.mail_frame),
    # Dashboard opens the app's address with one of these behind it, and whatever our own routing adds.
    re_path(r"^(?:inbox|promises|reviews|contacts|mails|settings|permissions)(?:/[\w=%-]+)?/?$", pages.app),
    path("widget.js", widget.widget_js),
    path("playground", widget.playground),
    path("", pages.home),
    path("s/<str:store_key>/<str:channel>/tickets", ticket_form.tickets),
    path("s/<str:store_key>/<str:channel>/conversation", conversation_door.conversation),
    path("c/<str:token>", conversation_page.page),
    path("about", pages.about),
    path("privacy", pages.privacy),
    path("a/<str:token>", arrival_pages.page),
    path("r/<str:token>", review_pages.page),
    path("p/<str:token>", preference_pages.page),
    path("u/<str:token>", unsubscribe_pages.page),
    path("push/<str:store_key>/worker.js", push_pages.worker),
    path("push/<str:store_key>/<str:token>", push_pages.page),
    path("api/mail-events/<str:store_key>/<str:secret>", mail_events.door),
    path("api/whatsapp-events/<str:store_key>/<str:secret>", whatsapp_events.door),
    path("api/tracking-events/<str:store_key>/<str:secret>", tracking_events.door),
    path("healthz", health.healthz),
    path("readyz", health.readyz),
]
handler404 = pages.not_found
handler500 = pages.failed
