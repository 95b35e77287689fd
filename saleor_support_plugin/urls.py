"""Every address that Django answers; the hot ones are in asgi.py."""

from django.urls import path, re_path

from .api import graphql_view, health, installation, manifest, pages, staff, storefront, widget

urlpatterns = [
    re_path(r"^api/manifest/?$", manifest.manifest),
    re_path(r"^api/register/?$", installation.register),
    re_path(r"^graphql/staff/?$", graphql_view.graphql_view(staff.schema, staff.context_of)),
    re_path(r"^graphql/storefront/?$", graphql_view.graphql_view(storefront.schema, storefront.context_of)),
    path("dashboard/order", pages.order_card),
    path("widget.js", widget.widget_js),
    path("playground", widget.playground),
    path("", pages.home),
    path("about", pages.about),
    path("privacy", pages.privacy),
    path("healthz", health.healthz),
    path("readyz", health.readyz),
]
handler404 = pages.not_found
handler500 = pages.failed
