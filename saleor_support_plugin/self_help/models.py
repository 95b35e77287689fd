"""What helped shoppers so that they did not have to write."""

from django.db import models

from ..stores.models import Store


class ArticleHelp(models.Model):
    """How often an article helped on one day, as shoppers said it themselves; who they were is not kept."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="article_help", db_index=False)
    channel_slug = models.CharField(max_length=255)
    # Saleor's, and its title when it last helped: the page may be gone by the time that somebody looks.
    page_id = models.CharField(max_length=128)
    title = models.CharField(max_length=250)
    day = models.DateField()
    times = models.PositiveIntegerField(default=0)

    across_stores = models.Manager["ArticleHelp"]()

    class Meta:
        constraints = [
            # Its first columns serve self_help.queries.articles_that_helped.
            models.UniqueConstraint(fields=["store", "day", "channel_slug", "page_id"], name="article_help_once"),
        ]

    def __str__(self) -> str:
        return f"{self.title}: {self.times}"
