"""`/staff/customers.csv` and `.json`: everybody who ordered or wrote, for another program of the merchant's."""

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_safe

from ..desk.exporting import COLUMNS, records
from .staff_door import file_of, staff_asking
from .storefront_doors import Refused


@csrf_exempt
@require_safe
def customers(request: HttpRequest, form: str) -> HttpResponse | StreamingHttpResponse:
    """Answer who may see orders, and customers in Saleor: this is all of them at once."""
    try:
        staff = staff_asking(request, "MANAGE_USERS", "MANAGE_ORDERS")
    except Refused as refused:
        return refused.answer()
    return file_of("customers", form, COLUMNS, records(staff), timezone.now())
