"""Many machines: the same work on a Dask cluster, through the standard Executor interface.

Its workers must see the same folders as this machine, and have the same version of intramentor.
"""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Executor
from contextlib import contextmanager


@contextmanager
def cluster(address: str) -> Iterator[Executor]:
    """Yield an executor of the cluster at `address`, such as `tcp://10.0.0.5:8786`.

    Raises ImportError without the extra `cluster`, OSError where there is no cluster.
    """
    from distributed import Client

    with Client(address) as client:  # type: ignore[no-untyped-call]
        yield client.get_executor(pure=False)  # equal calls are two tasks: what is built depends on files
