"""Compares mockbooks with the mock servers that people would pick instead, in one run in which they take turns."""

from bench._report import Options, Report
from bench.peers.field import gather
from bench.peers.goals import outcomes, table
from bench.peers.rounds import measure_rounds
from bench.peers.wrk import need_wrk


def measure(options: Options) -> Report:
    """Measure the CPU that each server takes for a request; raises BenchError when that cannot be done here."""
    need_wrk()
    field = gather()
    figures = measure_rounds(field, options)
    return Report(tables=[table(field, figures)], outcomes=list(outcomes(field, figures)))
