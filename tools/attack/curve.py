"""The curve of the soak as a picture: memory by requests, with the moments at which bounds were reached.

An SVG of our own, so that no package draws it; its colours follow those of the reader, light or dark.
"""

from collections.abc import Iterator, Sequence
from html import escape
from math import ceil
from typing import NamedTuple

from tools.attack.results import spaced
from tools.attack.target import MEBIBYTE

_WIDTH, _HEIGHT = 760, 400
_LEFT, _RIGHT, _TOP, _BOTTOM = 64, 20, 40, 56
_LINE_HEIGHT = 20
_STEPS_OF_MEMORY, _STEPS_OF_REQUESTS = (10, 20, 25, 50, 100, 200, 500), (1_000, 5_000, 10_000, 25_000, 50_000, 100_000)
_MOST_LINES, _MOST_POINTS = 6, 300
_JUDGED = "the last third is judged"
_STYLE = """
text { font: 13px system-ui, sans-serif; fill: #4a5560 }
.title { font-size: 15px; font-weight: 600; fill: #1d2329 }
.grid { stroke: #d9dfe4 } .axis { stroke: #8b98a3 }
.curve { fill: none; stroke: #2a6fbb; stroke-width: 2.5; stroke-linejoin: round }
.area { fill: #2a6fbb; opacity: .1 } .mark { fill: #8a4b08 } .number { fill: #fff; font-size: 11px; font-weight: 600 }
.third { fill: #8b98a3; opacity: .12 }
@media (prefers-color-scheme: dark) {
text { fill: #a9b4bd } .title { fill: #e6ebef } .grid { stroke: #333c44 } .axis { stroke: #6a7680 }
.curve { stroke: #86b9ef } .area { fill: #86b9ef } .mark { fill: #e2b97f } .number { fill: #1d2329 }
}
"""


class Sample(NamedTuple):
    """One look: when it was, how many requests had been sent, and how much memory was resident."""

    seconds: float
    requests: int
    resident_bytes: int


class Mark(NamedTuple):
    """A bound, and the first look after it was reached."""

    name: str
    sample: Sample


class _Scale(NamedTuple):
    """From requests and bytes to places in the picture."""

    most_requests: int
    most_mebibytes: int

    def x(self, requests: float) -> float:
        return round(_LEFT + (_WIDTH - _LEFT - _RIGHT) * requests / self.most_requests, 1)

    def y(self, mebibytes: float) -> float:
        return round(_HEIGHT - _BOTTOM - (_HEIGHT - _TOP - _BOTTOM) * mebibytes / self.most_mebibytes, 1)


def drawn(samples: Sequence[Sample], marks: Sequence[Mark]) -> str:
    """Draw the samples; marks are numbered in the order in which they were reached, and told below."""
    step = _step(max(each.resident_bytes for each in samples) / MEBIBYTE, _STEPS_OF_MEMORY)
    most = step * ceil(max(each.resident_bytes for each in samples) / MEBIBYTE / step)
    scale = _Scale(samples[-1].requests, most)
    ordered = sorted(marks, key=lambda mark: mark.sample.requests)
    width, height = _WIDTH + _RIGHT, _HEIGHT + _LINE_HEIGHT * len(ordered)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-labelledby="t">',
        f"<style>{_STYLE}</style>",
        f'<text id="t" class="title" x="{_LEFT}" y="22">Resident memory of the server, MiB</text>',
        *_third(scale),
        *_grid(scale, step),
        *_curve(scale, samples),
        *_marks(scale, ordered),
        "</svg>",
    ]
    return "\n".join(parts) + "\n"


def _step(most: float, steps: Sequence[int]) -> int:
    return next((step for step in steps if most / step <= _MOST_LINES), steps[-1])


def _third(scale: _Scale) -> Iterator[str]:
    left, right = scale.x(scale.most_requests * 2 / 3), scale.x(scale.most_requests)
    top = scale.y(scale.most_mebibytes)
    yield f'<rect class="third" x="{left}" y="{top}" width="{right - left:.1f}" height="{scale.y(0) - top:.1f}"/>'
    yield f'<text x="{(left + right) / 2:.1f}" y="{scale.y(0) - 10}" text-anchor="middle">{_JUDGED}</text>'


def _grid(scale: _Scale, step: int) -> Iterator[str]:
    for mebibytes in range(0, scale.most_mebibytes + 1, step):
        y, kind = scale.y(mebibytes), "grid" if mebibytes else "axis"
        yield f'<line class="{kind}" x1="{_LEFT}" x2="{_WIDTH - _RIGHT}" y1="{y}" y2="{y}"/>'
        yield f'<text x="{_LEFT - 8}" y="{y + 4}" text-anchor="end">{mebibytes}</text>'
    for requests in range(0, scale.most_requests + 1, _step(scale.most_requests, _STEPS_OF_REQUESTS)):
        yield f'<text x="{scale.x(requests)}" y="{scale.y(0) + 20}" text-anchor="middle">{spaced(requests)}</text>'
    yield f'<text x="{_WIDTH - _RIGHT}" y="{scale.y(0) + 40}" text-anchor="end">requests</text>'


def _curve(scale: _Scale, samples: Sequence[Sample]) -> Iterator[str]:
    some = [*samples[:: ceil(len(samples) / _MOST_POINTS)], samples[-1]]
    points = " ".join(f"{scale.x(each.requests)},{scale.y(each.resident_bytes / MEBIBYTE)}" for each in some)
    first, last = scale.x(samples[0].requests), scale.x(samples[-1].requests)
    yield f'<polygon class="area" points="{first},{scale.y(0)} {points} {last},{scale.y(0)}"/>'
    yield f'<polyline class="curve" points="{points}"/>'


def _marks(scale: _Scale, marks: Sequence[Mark]) -> Iterator[str]:
    for number, (name, sample) in enumerate(marks, start=1):
        x, y = scale.x(sample.requests), scale.y(sample.resident_bytes / MEBIBYTE)
        below = _HEIGHT + _LINE_HEIGHT * number - 12
        yield from _numbered(number, x, y)
        yield from _numbered(number, _LEFT + 8, below - 4)
        told = f"{escape(name)}: reached after {spaced(sample.requests)} requests"
        yield f'<text x="{_LEFT + 24}" y="{below}">{told}</text>'


def _numbered(number: int, x: float, y: float) -> Iterator[str]:
    yield f'<circle class="mark" cx="{x}" cy="{y}" r="8"/>'
    yield f'<text class="number" x="{x}" y="{y + 4}" text-anchor="middle">{number}</text>'
