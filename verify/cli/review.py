"""``verify review``: the editors' page on this machine, and the log of what they decided."""

from __future__ import annotations

import getpass
import hashlib
import ipaddress
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from verify.cli.judging import REVIEW, judged
from verify.cli.options import LANG, SOURCES, cache, chosen, language, rule_options
from verify.cli.statuses import FINDINGS
from verify.cli.streams import emit
from verify.errors import UsageError

if TYPE_CHECKING:
    from verify.report import schema
    from verify.review.desk import Desk
    from verify.store.store import Circumstances, Store

DATABASE = Path("reports/review.db")
PORT = 8765
_MISSING = f"the review page needs more packages: {REVIEW}"


@click.command("review")
@SOURCES
@click.option("--db", "url", help=f"SQLite file or database URL of the decisions.  [default: {DATABASE}]")
@click.option(
    "--port", default=PORT, show_default=True, type=click.IntRange(0, 65535), help="0 takes any free one."
)
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to answer on.")
@click.option(
    "--editor", help="Your name, as the log shall have it.  [default: the name you are logged in by]"
)
@click.option(
    "--move-desk", is_flag=True, help="The sources of this desk have changed: work on these from now on."
)
@click.option("--verify-log", is_flag=True, help="Check the log of decisions, and serve no page.")
@LANG
@rule_options
def command(
    paths: tuple[Path, ...],
    url: str | None,
    port: int,
    host: str,
    editor: str | None,
    move_desk: bool,
    verify_log: bool,
    lang: str | None,
    rules: tuple[Path, ...],
    rules_only: Path | None,
) -> int:
    """Open a page on which editors decide about the findings.

    The page answers on this machine alone, at an address with a token for one use. With --verify-log no
    sources are read: the log is checked, its last hash is told, and the exit status is 1 where it was
    tampered with.
    """
    try:
        from verify import api
        from verify.review.desk import Desk
        from verify.review.reader import Reader
        from verify.store.store import Circumstances, Store
    except ModuleNotFoundError as error:
        raise UsageError(_MISSING) from error
    address = _address(url, make=not verify_log)
    if verify_log:
        store = Store(address, Circumstances("", "", ""))
        try:
            return _log_verified(store)
        finally:
            store.close()
    report, _ = judged(chosen(paths), rules, rules_only, decisions=_decided(address))
    store = Store(address, _circumstances(report, rules, rules_only))
    try:
        _join(store, move=move_desk)
        reader = Reader(api.load_rules(rules, rules_only, cache()))
        desk = Desk(report, store, _name(editor), reader, language(lang))
        _serve(desk, host, port)
    finally:
        store.close()
    return 0


def _address(url: str | None, *, make: bool) -> str:
    """Return the URL of the database; a path is a file of SQLite."""
    if url and "://" in url:
        return url
    path = Path(url) if url else DATABASE
    if make:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            raise UsageError(f"{path.parent} cannot be made: {error.strerror}") from error
    elif not path.exists():
        raise UsageError(f"{path} does not exist: name the database of the decisions with --db")
    return f"sqlite:///{path}"


def _decided(address: str) -> str | None:
    """Return where decisions were made before; None where there is no database as yet."""
    file = address.removeprefix("sqlite:///")
    return address if file == address or Path(file).exists() else None


def _log_verified(store: Store) -> int:
    broken = store.verify()
    seq, last = store.head()
    for item in broken:
        emit(f"record {item.seq}: {item.why}\n")
    state = "tampered with" if broken else "each follows from the one before it"
    emit(f"{seq} records, {state}; the last hash is {last}\n")
    return FINDINGS if broken else 0


def _circumstances(report: schema.Report, rules: tuple[Path, ...], rules_only: Path | None) -> Circumstances:
    from verify import __version__, api
    from verify.store.store import Circumstances

    folders = api.rule_folders(rules, rules_only)
    files = (path for folder in folders for path in sorted(Path(folder).rglob("*")) if path.is_file())
    corpus = sorted(f"{source.path} {source.sha256}" for source in report.sources)
    return Circumstances(
        program=__version__,
        rules=_digest(path.read_bytes() for path in files),
        corpus=_digest(line.encode("utf-8", "surrogatepass") for line in corpus),
    )


def _digest(parts: Iterable[bytes]) -> str:
    """Return one digest of several contents, in which each keeps its bounds."""
    whole = hashlib.sha256()
    for part in parts:
        whole.update(hashlib.sha256(part).digest())
    return whole.hexdigest()


def _join(store: Store, *, move: bool) -> None:
    """Sit down at the desk.  Raises UsageError where it works on other sources or by other rules."""
    if move:
        store.join_desk()
        store.move_desk()
        return
    desk, mine = store.join_desk(), store.circumstances
    for what, theirs, ours in (("sources", desk.corpus, mine.corpus), ("rules", desk.rules, mine.rules)):
        if theirs != ours:
            raise UsageError(
                f"this desk works with other {what} (digest {theirs[:12]}, yours {ours[:12]}): take the same"
                " as the others, or --move-desk when they have changed for everybody"
            )


def _serve(desk: Desk, host: str, port: int) -> None:
    """Answer until Ctrl-C."""
    try:
        import uvicorn

        from verify.review.app import application, listening, settle
        from verify.review.guard import Guard
    except ModuleNotFoundError as error:
        raise UsageError(_MISSING) from error
    try:
        place = listening(host, port)
    except OSError as error:
        raise UsageError(f"{host} port {port} cannot be used: {error.strerror}; try --port 0") from error
    with place:
        real = place.getsockname()[1]
        shown = f"[{host}]" if ":" in host else host
        guard = Guard(
            frozenset(f"{name}:{real}" for name in (shown.lower(), "localhost", "127.0.0.1", "[::1]"))
        )
        if not _loopback(host):
            click.echo(
                f"verify: warning: {host} can be reached from other machines; whoever gets the address"
                " below can decide in your name, and nothing is encrypted",
                err=True,
            )
        emit(f"http://{shown}:{real}{guard.entrance}\n")
        click.echo("verify: open this address in a browser; Ctrl-C ends", err=True)
        config = uvicorn.Config(application(desk, guard), log_level="warning", server_header=False)
        settle()
        with suppress(KeyboardInterrupt):  # how it is ended
            uvicorn.Server(config).run(sockets=[place])


def _loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _name(given: str | None) -> str:
    """Return what the editor is called in the log."""
    if given is not None:
        if not given.strip():
            raise UsageError("--editor is empty: say who you are")
        return given.strip()
    try:
        return getpass.getuser()
    except (OSError, KeyError) as error:
        raise UsageError("say who you are with --editor NAME") from error
