"""Runs the benchmarks that are named, or all of them, which takes some minutes: `python -m bench calls`."""

import sys
from importlib import import_module
from pathlib import Path


def main(names: list[str]) -> int:
    """Run the named benchmarks one after the other; tell which there are when one is not known."""
    known = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))
    unknown = [name for name in names if name not in known]
    if unknown:
        print(*(f'unknown benchmark "{name}"' for name in unknown), f"benchmarks: {', '.join(known)}", sep="\n")
        return 2
    for name in names or known:
        print(f"== {name}", flush=True)
        import_module(f"bench.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
