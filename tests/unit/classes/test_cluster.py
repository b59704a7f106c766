"""What can be said of a cluster without one: its address, and how a class is cut."""

from __future__ import annotations

import sys

import pytest

from autograder.classes.cluster import batch_size, cluster, scheduler_of
from autograder.facts.errors import KitError


@pytest.mark.parametrize(
    ("address", "scheduler"),
    [
        ("dask://127.0.0.1:8786", "127.0.0.1:8786"),
        ("dask://Head-Node.cluster.example:1", "head-node.cluster.example:1"),
        ("dask://[::1]:65535", "[::1]:65535"),
    ],
)
def test_an_address_is_a_host_and_a_port(address: str, scheduler: str) -> None:
    assert scheduler_of(address) == scheduler


@pytest.mark.parametrize(
    "address",
    [
        "",
        "dask://",
        "dask://host",
        "dask://host:",
        "dask://host:0",
        "dask://host:65536",
        "dask://host:-1",
        "dask://host:08786",
        "dask://host:8786/",
        "dask://host:8786/path",
        "dask://host:8786?query",
        "dask://host:8786#part",
        "dask://user@host:8786",
        "dask://user:word@host:8786",
        "dask://:8786",
        "dask://[::1:8786",
        "dask://::1:8786",
        "dask://host name:8786",
        "dask://host\n:8786",
        " dask://host:8786",
        "tcp://host:8786",
        "host:8786",
    ],
)
def test_anything_else_is_refused(address: str) -> None:
    with pytest.raises(KitError, match=r"expected dask://HOST:PORT"):
        scheduler_of(address)


def test_without_dask_what_to_install_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "dask", None)
    told = r"--executor needs dask: pip install 'gradient-autograder\[dask\]'"
    with pytest.raises(KitError, match=told), cluster("dask://127.0.0.1:8786", 1):
        pass


@pytest.mark.parametrize(
    ("count", "workers", "size"),
    [(1, 2, 50), (600, 2, 50), (2_000, 2, 125), (100_000, 16, 200), (100_000, 100, 125)],
)
def test_batches_hold_50_to_200_submissions_and_each_worker_gets_several(
    count: int, workers: int, size: int
) -> None:
    assert batch_size(count, workers) == size
