"""A dask cluster as an executor: workers on other machines, which come, go and are killed as they like."""

from __future__ import annotations

import logging
import re
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from contextlib import contextmanager, suppress
from typing import TYPE_CHECKING, ParamSpec, TypeVar
from urllib.parse import urlsplit

from autograder.classes.whole_class import Engine
from autograder.facts.errors import KitError
from autograder.facts.extras import command

if TYPE_CHECKING:
    from distributed import Client

P = ParamSpec("P")
T = TypeVar("T")
FORM = "dask://HOST:PORT"
HOST = re.compile(r"[a-z0-9]([a-z0-9._-]*[a-z0-9])?|[0-9a-f]*:[0-9a-f:.]+")
"""A name, or an address of IPv4 or of IPv6."""
SMALLEST_BATCH, LARGEST_BATCH, BATCHES_PER_WORKER = 50, 200, 8
"""Submissions in a batch, and batches that each worker gets of a class that is large enough."""
CONNECT_SECONDS = 8.0
WORKER_SECONDS = 60.0
"""How long a cluster may be without any worker: one that was killed is started again in seconds."""
CLUSTER_WATCH_SECONDS = 2.0
"""How often it is looked at whether there are workers."""
QUIET_SETTINGS = {"distributed.admin.large-graph-warning-threshold": "1GB"}
"""A batch of notebooks with pictures is larger than what dask warns of."""
GONE = "the workers are gone; what was finished is kept"


@contextmanager
def cluster(address: str, count: int) -> Iterator[Engine]:
    """Take the workers of a cluster to grade `count` submissions; KitError where there are none."""
    host = scheduler_of(address)
    try:
        from dask.config import set as configured  # noqa: PLC0415 - an extra
        from distributed import Client, KilledWorker  # noqa: PLC0415 - as above
    except ImportError as error:
        raise KitError(f"--executor needs dask: {command('dask')} ({error})") from error
    with _quiet(), configured(QUIET_SETTINGS):
        try:
            client = Client(host, timeout=CONNECT_SECONDS, set_as_default=False)
        except (OSError, ValueError) as error:  # dask's TimeoutError is an OSError
            raise KitError(f"{address}: no dask scheduler answers there") from error
        hands = _Hands(client)
        try:
            yield _engine(client, hands, address, count)
        except KilledWorker as error:  # before any submission was on its way
            raise KitError(f"{address}: the workers that computed the answer key were killed") from error
        finally:
            hands.shutdown(wait=False)


def scheduler_of(address: str) -> str:
    """Return HOST:PORT of dask://HOST:PORT; KitError for anything else."""
    try:
        parts = urlsplit(address)
        host, port = parts.hostname or "", parts.port or 0
    except ValueError:
        host, port = "", 0
    shown = f"[{host}]" if ":" in host else host
    if not HOST.fullmatch(host) or not port or address.lower() != f"dask://{shown}:{port}":
        raise KitError(f"--executor {address!r}: expected {FORM}, as dask://127.0.0.1:8786")
    return f"{shown}:{port}"


def batch_size(count: int, workers: int) -> int:
    """Choose how many submissions travel together: 50 to 200, so that each worker gets several batches."""
    return max(SMALLEST_BATCH, min(LARGEST_BATCH, -(-count // (BATCHES_PER_WORKER * workers))))


def _engine(client: Client, hands: Executor, address: str, count: int) -> Engine:
    """Wait for a worker, and count what there is."""
    try:
        client.wait_for_workers(1, timeout=WORKER_SECONDS)
        workers = sum(client.nthreads().values())
    except TimeoutError as error:
        raise KitError(f"{address}: no worker in {WORKER_SECONDS:.0f} seconds") from error
    except (OSError, CancelledError) as error:
        raise KitError(f"{address}: the scheduler has gone") from error
    return Engine(hands, workers, batch_size(count, workers), remote=True)


class _Hands(Executor):
    """A client's executor whose calls end, with a KitError, also where the cluster does."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._calls = client.get_executor(pure=False)
        self._closed = threading.Event()
        threading.Thread(target=self._watch, daemon=True).start()

    def submit(self, fn: Callable[P, T], /, *args: P.args, **kwargs: P.kwargs) -> Future[T]:
        """Call a function of the kit in a worker."""
        promised: Future[T] = Future()
        try:
            call = self._calls.submit(fn, *args, **kwargs)
        except Exception as error:
            raise KitError(GONE) from error
        call.add_done_callback(lambda ended: _hand_on(ended, promised))
        return promised

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:  # noqa: ARG002, FBT001, FBT002
        """Take back what is not done, unless it is waited for, and leave the cluster as it was."""
        self._closed.set()
        with suppress(Exception):  # the scheduler may have gone
            self._calls.shutdown(wait=wait)
        with suppress(Exception):
            self._client.close()

    def _watch(self) -> None:
        """Give up a cluster that has no workers, as dask would wait for some for ever."""
        without = 0.0
        while not self._closed.wait(CLUSTER_WATCH_SECONDS):
            try:
                workers = self._client.nthreads()
            except Exception:  # noqa: BLE001 - a scheduler that does not answer has none
                workers = {}
            without = 0.0 if workers else without + CLUSTER_WATCH_SECONDS
            if without >= WORKER_SECONDS:
                self._client.close()
                return


def _hand_on(ended: Future[T], promised: Future[T]) -> None:
    """Give an outcome to what waits for it; KitError if the cluster cannot do the work."""
    if ended.cancelled():
        promised.set_exception(KitError(GONE))
    elif (error := ended.exception()) is None:
        promised.set_result(ended.result())
    else:
        promised.set_exception(_without_kit(error) or error)


def _without_kit(error: BaseException) -> KitError | None:
    """Recognize, in what a call raised or in its causes, that the kit is not installed where it arrived."""
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ModuleNotFoundError):
            return KitError(
                f"the scheduler and each worker need this kit installed, in the same version: {cause}"
            )
        cause = cause.__cause__ or cause.__context__
    return None


@contextmanager
def _quiet() -> Iterator[None]:
    """Keep to itself what dask logs: what matters is raised as well."""
    loggers = [
        logging.getLogger(name) for name in logging.root.manager.loggerDict if name.startswith("distributed")
    ]
    levels = [logger.level for logger in loggers]
    for logger in loggers:
        logger.setLevel(logging.CRITICAL + 1)
    try:
        yield
    finally:
        for logger, level in zip(loggers, levels, strict=True):
            logger.setLevel(level)
