"""The command `saleor-support`. Imports are late: a command loads only what it needs, and `up` stays small."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

cli = typer.Typer(
    help="Saleor Support: a Saleor App for delivery dates, reviews, carts and support.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)
_BESIDE = "SALEOR_SUPPORT_DATA"
AsJson = Annotated[bool, typer.Option("--json", help="Print facts as one JSON object.")]


@cli.callback()
def which(
    data: Annotated[
        Path | None, typer.Option(help="Folder of a running `saleor-support up`, for commands beside it.")
    ] = None,
) -> None:
    """Saleor Support: a Saleor App for delivery dates, reviews, carts and support."""
    if data is not None:
        os.environ[_BESIDE] = str(data)


def _django() -> None:
    """Set Django up, or end with the sentence that names the wrong variables.

    Without a database of its own a command works beside the `up` that runs on this machine.
    """
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "saleor_support_plugin.settings")
    if not os.environ.get("DATABASE_URL"):
        from .embedded.up import running_environment

        beside = os.environ.get(_BESIDE)
        os.environ.update(running_environment(Path(beside) if beside else None))
    import django
    from django.core.exceptions import ImproperlyConfigured

    try:
        django.setup(set_prefix=False)
    except ImproperlyConfigured as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error


@cli.command()
def up(
    port: Annotated[int, typer.Option(help="Port of the service on this machine.")] = 8000,
    data: Annotated[Path | None, typer.Option(help="Folder for everything that is kept.")] = None,
    demo: Annotated[bool, typer.Option(help="Run the demo store beside it.")] = True,
) -> None:
    """Run everything on this machine: PostgreSQL, Valkey, web, worker and the demo store."""
    from .embedded.up import become_launcher

    become_launcher(port, data, demo)


@cli.command()
def web(
    port: Annotated[int, typer.Option(help="Port to listen on.")] = 8000,
    host: Annotated[str, typer.Option(help="Address to listen on.")] = "127.0.0.1",
    fd: Annotated[int | None, typer.Option(help="Listening socket handed over by the parent.")] = None,
    workers: Annotated[int, typer.Option(help="Processes.")] = 1,
) -> None:
    """Answer requests."""
    _django()
    from .serving import serve

    serve(host=host, port=port, fd=fd, workers=workers)


@cli.command()
def worker(concurrency: Annotated[int, typer.Option(help="Chores at once.")] = 4) -> None:
    """Do what waits: events as they come, chores when they are due. The schedule runs inside, in one worker only."""
    _run_worker(["--beat", "--concurrency", str(concurrency)])


@cli.command("worker-without-beat")
def worker_without_beat(concurrency: Annotated[int, typer.Option(help="Chores at once.")] = 4) -> None:
    """A further worker beside one that holds the schedule."""
    _run_worker(["--concurrency", str(concurrency)])


def _run_worker(options: list[str]) -> None:
    _django()
    from .celery import app

    app.worker_main(
        ["worker", "--pool", "threads", "--loglevel", "INFO", "--without-gossip", "--without-mingle", *options]
    )


@cli.command()
def beat() -> None:
    """The schedule alone, for workers that run without it."""
    _django()
    from .celery import app

    app.start(["beat", "--loglevel", "INFO", "--pidfile", ""])


@cli.command()
def migrate() -> None:
    """Bring the database's tables up to this version."""
    _django()
    from django.core.management import call_command

    call_command("migrate", interactive=False, verbosity=1)


@cli.command()
def doctor(as_json: AsJson = False) -> None:
    """Say what is well and what is not: database, broker, migrations, stores, their webhooks and chores."""
    _django()
    from .api.doctor import examine
    from .printing import show

    facts = examine()
    show(facts, as_json=as_json)
    raise typer.Exit(0 if facts["well"] else 1)


@cli.command()
def events(
    as_json: AsJson = False,
    replay: Annotated[bool, typer.Option(help="Try every parked event again.")] = False,
    only: Annotated[list[int] | None, typer.Option(help="With --replay: only this event; may be repeated.")] = None,
) -> None:
    """Say how many events were received, wait, are done or parked; show the parked ones; replay them."""
    _django()
    from django.utils import timezone

    from .events import actions, queries
    from .printing import show

    replayed = {"replayed": actions.replay_parked(ids=only, now=timezone.now())} if replay else {}
    show(queries.counts() | replayed | {"parked_events": queries.parked()}, as_json=as_json)


@cli.command()
def install(
    api_url: Annotated[str, typer.Argument(help="The store's GraphQL address.")],
    email: Annotated[str, typer.Option(prompt=True, help="A member of staff who may manage apps.")],
    password: Annotated[str, typer.Option(prompt=True, hide_input=True, envvar="SALEOR_PASSWORD")],
    as_json: AsJson = False,
) -> None:
    """Install the app into a store with a staff login, for who prefers a shell to Dashboard."""
    _django()
    from .api.installing_by_login import InstallFailed, install_by_login
    from .printing import show

    try:
        facts = install_by_login(api_url=api_url, email=email, password=password)
    except InstallFailed as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    show(facts, as_json=as_json)


@cli.command()
def promise(
    facts: Annotated[
        typer.FileBinaryRead, typer.Option(help="JSON lines as docs/delivery-promise.md has them; - is stdin.")
    ],
) -> None:
    """Say what these facts promise, line by line; needs neither a database nor settings."""
    from .delivery.what_if import answers
    from .printing import show

    bad = 0
    for said in answers(facts):
        bad += "error" in said
        show(said, as_json=True)
    raise typer.Exit(1 if bad else 0)


consents = typer.Typer(help="What people said about being written to.", no_args_is_help=True)
cli.add_typer(consents, name="consents")
OfStore = Annotated[str, typer.Option("--store", help="The store's GraphQL address.")]
InIys = Annotated[bool, typer.Option("--iys", help="In the columns of the Turkish registry.")]


@consents.command("import")
def import_consents(
    file: Annotated[Path, typer.Argument(help="A CSV file.")],
    store: OfStore,
    iys: InIys = False,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would come of it.")] = False,
    as_json: AsJson = False,
) -> None:
    """Take over what people said elsewhere, row by row; every bad row is named. Twice does no harm."""
    _django()
    from .api.consent_files import FileWrong, StoreUnknown, take_over
    from .printing import show

    try:
        report = take_over(api_url=store, path=file, in_iys=iys, dry_run=dry_run)
    except (StoreUnknown, FileWrong) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    show(report.facts(), as_json=as_json)
    raise typer.Exit(1 if report.bad else 0)


@consents.command("export")
def export_consents(
    file: Annotated[Path, typer.Argument(help="The file to write.")],
    store: OfStore,
    iys: InIys = False,
    as_json: AsJson = False,
) -> None:
    """Write what holds for every address into a file, for the Turkish registry."""
    _django()
    from .api.consent_files import StoreUnknown, export
    from .printing import show

    if not iys:
        typer.echo("There is one form to write today: --iys.", err=True)
        raise typer.Exit(2)
    try:
        show({"rows": export(api_url=store, path=file), "file": str(file)}, as_json=as_json)
    except (StoreUnknown, OSError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error


mail = typer.Typer(help="Mails that come in.", no_args_is_help=True)
cli.add_typer(mail, name="mail")


@mail.callback()
def about_mail() -> None:
    """Mails that come in."""


@mail.command("parse")
def parse_mails(
    files: Annotated[list[typer.FileBinaryRead], typer.Argument(help="Mails as they came; - is stdin.")],
) -> None:
    """Say what is understood of each mail, line by line, and what it leads to; needs neither a database nor settings.

    With SECRET_KEY it also says whether a signed reply address is one of ours.
    """
    from .mailbox.told import told
    from .printing import show

    bad = 0
    for file in files:
        said = {"file": file.name} | told(file.read(), secret=os.environ.get("SECRET_KEY", ""))
        bad += "error" in said
        show(said, as_json=True)
    raise typer.Exit(1 if bad else 0)


parcels = typer.Typer(help="Where parcels are.", no_args_is_help=True)
cli.add_typer(parcels, name="parcels")


@parcels.command("import")
def import_parcels(
    file: Annotated[Path, typer.Argument(help="A CSV file.")], store: OfStore, as_json: AsJson = False
) -> None:
    """Take over what a carrier's file tells, row by row; every bad row is named. Twice does no harm."""
    _django()
    from .api.parcel_files import FileWrong, StoreUnknown, take_over
    from .printing import show

    try:
        report = take_over(api_url=store, path=file)
    except (StoreUnknown, FileWrong) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    show(report.facts(), as_json=as_json)
    raise typer.Exit(1 if report.bad else 0)


reviews = typer.Typer(help="What buyers said.", no_args_is_help=True)
cli.add_typer(reviews, name="reviews")


@reviews.command("import")
def import_reviews(
    file: Annotated[Path, typer.Argument(help="A CSV file: ours, or Judge.me's, Yotpo's or Shopify's.")],
    store: OfStore,
    language: Annotated[str, typer.Option(help="Of texts that do not tell, in two letters.")] = "en",
    publish: Annotated[
        bool, typer.Option("--publish", help="Show at once what the file says was shown; else staff decide.")
    ] = False,
    pictures: Annotated[
        bool, typer.Option("--pictures", help="Fetch the pictures that the file has addresses of.")
    ] = False,
    products: Annotated[
        Path | None, typer.Option(help="A CSV file: what a product is called there, and its id, slug or SKU here.")
    ] = None,
    errors: Annotated[Path | None, typer.Option(help="A file for the bad rows, to be mended and imported.")] = None,
    dry_run: Annotated[bool, typer.Option("--dry-run", help="Only say what would come of it.")] = False,
    as_json: AsJson = False,
) -> None:
    """Take over reviews from elsewhere, row by row; every bad row is named. Twice does no harm."""
    _django()
    from .api.review_files import FileWrong, StoreUnknown, take_over
    from .printing import show

    try:
        report = take_over(
            api_url=store,
            path=file,
            language=language,
            publish=publish,
            pictures=pictures,
            products=products,
            errors=errors,
            dry_run=dry_run,
        )
    except (StoreUnknown, FileWrong, OSError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    show(report.facts(), as_json=as_json)
    raise typer.Exit(1 if report.bad else 0)


@reviews.command("export")
def export_reviews(
    file: Annotated[Path, typer.Argument(help="The file to write.")], store: OfStore, as_json: AsJson = False
) -> None:
    """Write all reviews of a store into a CSV file that the import reads."""
    _django()
    from .api.review_files import StoreUnknown, export
    from .printing import show

    try:
        show({"rows": export(api_url=store, path=file), "file": str(file)}, as_json=as_json)
    except (StoreUnknown, OSError) as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error


@reviews.command("resync")
def resync_reviews(store: OfStore, as_json: AsJson = False) -> None:
    """Compare what Saleor says of every product's reviews with what is so, and write what differs."""
    _django()
    from .api.review_files import StoreUnknown, products_waiting, resync
    from .printing import progress, show
    from .saleor.errors import SaleorError

    try:
        found, count = products_waiting(api_url=store)
        with progress("products", of=count, quiet=as_json) as told:
            facts = resync(found, told)
    except StoreUnknown as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(2) from error
    except SaleorError as error:
        typer.echo(f"{error} What was written so far stays; the command goes on where it is run again.", err=True)
        raise typer.Exit(1) from error
    show(facts, as_json=as_json)
    raise typer.Exit(1 if facts["refused"] else 0)


@cli.command("rotate-token-keys")
def rotate_token_keys(
    dry_run: Annotated[bool, typer.Option(help="Only say how many tokens there are.")] = False, as_json: AsJson = False
) -> None:
    """Encrypt every app token and credential anew with the first of TOKEN_KEYS; then the later keys may go."""
    _django()
    from .mailbox.configuring import reseal as reseal_mailboxes
    from .mails.actions import reseal_credentials
    from .printing import show
    from .stores.actions import reseal_tokens

    tokens = reseal_tokens(dry_run=dry_run)
    credentials = reseal_credentials(dry_run=dry_run) + reseal_mailboxes(dry_run=dry_run)
    show({"tokens": tokens, "credentials": credentials, "dry_run": dry_run}, as_json=as_json)


@cli.command("identity-secret")
def identity_secret(
    api_url: Annotated[str, typer.Argument(help="The store's GraphQL address.")],
    channel: Annotated[str, typer.Argument(help="The channel's slug.")],
    as_json: AsJson = False,
) -> None:
    """Print what a channel's own server signs with when it says who chats; docs/chat-protocol.md says how."""
    _django()
    from .api.chat_session import identity_secret_of
    from .printing import show

    secret = identity_secret_of(api_url, channel)
    if secret is None:
        typer.echo("This store has not installed the app, or has no such channel.", err=True)
        raise typer.Exit(1)
    show({"secret": secret}, as_json=as_json)


demo = typer.Typer(invoke_without_command=True)
cli.add_typer(demo, name="demo")


@demo.callback()
def run_demo(
    asked: typer.Context,
    port: Annotated[int, typer.Option(help="Port of the demo store.")] = 8001,
    data: Annotated[Path, typer.Option(help="Folder that the demo store is kept in.")] = Path("demo-data"),
    app_url: Annotated[str, typer.Option(help="Where the app answers.")] = "http://localhost:8000",
    outbox: Annotated[Path | None, typer.Option(help="Folder that the app leaves its mails in, to be shown.")] = None,
    store_key: Annotated[
        str, typer.Option(help="The store's key in the app, for the widget; else read from DATA/store-key.")
    ] = "",
) -> None:
    """Run a small store that speaks Saleor's protocol, with the app installed: a shop, its Dashboard, its outbox."""
    if asked.invoked_subcommand is not None:
        return
    from .demo.server import serve

    # The demo store runs none of the app's code: to make the app's side older it calls this very program.
    age_app = (sys.executable, "-m", "saleor_support_plugin", "demo", "age")
    serve(port=port, data=data, app_url=app_url, outbox=outbox, store_key=store_key, age_app=age_app)


@demo.command()
def age(
    seconds: Annotated[int, typer.Argument(min=1, max=366 * 86_400, help="How much older.")],
    store: Annotated[str, typer.Option(help="The demo store's GraphQL address, where it is not DEMO_URL's.")] = "",
    as_json: AsJson = False,
) -> None:
    """Make all that the app knows of the demo store older, as if the time had passed, and do what is due by then."""
    _django()
    from .api.ageing import CannotAge, do_what_is_due, make_demo_older
    from .printing import show

    try:
        aged = make_demo_older(api_url=store, seconds=seconds)
    except CannotAge as error:
        typer.echo(str(error), err=True)
        raise typer.Exit(1) from error
    show({"store": aged.api_url, "seconds": seconds}, as_json=as_json)
    sys.stdout.flush()  # the demo store waits for this to make its own records older, before anything is read from it
    do_what_is_due(aged)


def main() -> None:
    cli()


if __name__ == "__main__":
    main()
