"""What a server takes is what all of its processes take."""

import os
import subprocess
import sys

import pytest

from bench._proc import cpu_seconds, on_core, resident_mib

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="it is read from /proc")


def test_the_memory_of_what_a_process_started_counts_too() -> None:
    alone = resident_mib(os.getpid())
    with subprocess.Popen([sys.executable, "-c", "print('up', flush=True); input()"], stdin=-1, stdout=-1) as child:
        assert child.stdout
        assert child.stdout.readline() == b"up\n"
        assert resident_mib(os.getpid()) > alone + 1
        assert resident_mib(child.pid) < alone
        child.communicate(b"\n")


def test_the_cpu_of_what_ended_already_still_counts() -> None:
    before = cpu_seconds(os.getpid())
    subprocess.run([sys.executable, "-c", "sum(range(10_000_000))"], check=True)
    assert cpu_seconds(os.getpid()) >= before + 0.03


def test_what_is_started_meanwhile_runs_on_the_core_and_we_do_not_stay_there() -> None:
    ours = os.sched_getaffinity(0)
    core = min(ours)
    with on_core(core):
        child = subprocess.run(
            [sys.executable, "-c", "import os; print(*os.sched_getaffinity(0))"], capture_output=True, check=True
        )
    assert child.stdout.split() == [str(core).encode()]
    assert os.sched_getaffinity(0) == ours


def test_a_core_of_none_leaves_everything_as_it_is() -> None:
    ours = os.sched_getaffinity(0)
    with on_core(None):
        assert os.sched_getaffinity(0) == ours


def test_a_process_that_is_gone_takes_nothing() -> None:
    child = subprocess.run([sys.executable, "-c", "import os; print(os.getpid())"], capture_output=True, check=True)
    assert resident_mib(int(child.stdout)) == pytest.approx(0)
