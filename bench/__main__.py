"""Lists the benchmarks, or runs those that are named: `python -m bench store`."""

import sys
from importlib import import_module
from pathlib import Path


def main(names: list[str]) -> int:
    """Run the named benchmarks one after the other, or tell which there are."""
    known = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))
    unknown = [name for name in names if name not in known]
    if unknown or not names:
        print(*(f'unknown benchmark "{name}"' for name in unknown), f"benchmarks: {', '.join(known)}", sep="\n")
        return 2 if unknown else 0
    for name in names:
        import_module(f"bench.{name}").main()
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
