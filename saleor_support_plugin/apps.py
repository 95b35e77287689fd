from django.apps import AppConfig


class SupportConfig(AppConfig):
    name = "saleor_support_plugin"
    label = "support"
    verbose_name = "Saleor Support"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        from . import checks  # noqa: F401  importing registers the checks
        from .api import (
            message_kinds,  # noqa: F401  importing registers the kinds of message
            who_is_there,  # noqa: F401  importing registers how that is known
        )
