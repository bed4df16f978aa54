"""Which benchmarks there are stands in one table, and what was not measured is told by the exit code."""

import sys
from pathlib import Path

import pytest

import bench
from bench.__main__ import BENCHES, main

ON_LINUX = pytest.mark.skipif(sys.platform != "linux", reason="CPU and memory are read from /proc")


def test_the_table_names_every_benchmark_that_there_is() -> None:
    folder = Path(bench.__file__).parent
    assert {path.stem for path in folder.glob("[a-z]*")} == set(BENCHES)


def test_a_benchmark_that_is_not_known_is_refused_with_those_that_are(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["speed"])
    assert ended.value.code == 2
    assert 'unknown benchmark "speed"; there are peers, starts, waits, year, growth, calls' in capsys.readouterr().err


def test_help_says_what_each_measures(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["--help"])
    printed = capsys.readouterr().out
    assert "peers     CPU a request beside WireMock" in printed
    assert "make bench ARGS='peers --quick'" in printed
    assert "copy the tables of the last whole run (build/bench.md) into docs/explanation/how-fast.md" in " ".join(
        printed.split()
    )


@ON_LINUX
def test_without_wrk_the_comparison_says_what_to_install(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    assert main(["peers"]) == 1
    assert "not measured: there is no wrk here, which makes the load (Debian: apt-get install wrk)" in (
        capsys.readouterr().out
    )


@ON_LINUX
def test_without_the_data_the_year_is_left_open_and_says_where_it_comes_from(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    assert main(["year", "--data", str(tmp_path), "--markdown", str(tmp_path / "tables.md")]) == 0
    assert "online-retail-invoices.csv is not there; examples/README.md says how to make it" in capsys.readouterr().out
    assert "0 met, 0 not met, 1 not measured." in (tmp_path / "tables.md").read_text(encoding="utf-8")
