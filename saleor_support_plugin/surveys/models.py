"""How people liked the way in which their matter was solved."""

from django.db import models

from ..people.models import Person
from ..stores.models import Store
from ..tickets.models import Ticket
from .rules import MOST_WORDS


class Survey(models.Model):
    """A question about one matter that was solved, and its answer."""

    store = models.ForeignKey(Store, on_delete=models.CASCADE, related_name="surveys")
    ticket = models.OneToOneField(Ticket, on_delete=models.CASCADE, related_name="survey")
    # Who was asked; their budget counts it.
    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="surveys")
    # The best that could be said: 5 or 10.
    scale = models.PositiveSmallIntegerField()
    asked_at = models.DateTimeField()
    # Whose the ticket was then; empty where nobody's.
    assigned_email = models.CharField(max_length=254, blank=True)
    score = models.PositiveSmallIntegerField(null=True)
    words = models.CharField(max_length=MOST_WORDS, blank=True)
    # When they first answered: from then on they may change it for a day.
    answered_at = models.DateTimeField(null=True)

    across_stores = models.Manager["Survey"]()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(score=None) | models.Q(score__gte=1, score__lte=models.F("scale")),
                name="survey_score_on_its_scale",
            )
        ]
        indexes = [
            models.Index(fields=["person", "-asked_at"], name="survey_of_person"),  # surveys.queries.asked_lately
            models.Index(fields=["store", "asked_at"], name="survey_asked"),  # surveys.queries.report
        ]

    def __str__(self) -> str:
        return f"{self.score} of {self.scale}"
