"""Takes out of the installed packages what a container never reads, and leaves everything that they do as it is."""

import shutil
import subprocess  # our own commands alone are started # nosec B404
import sys
import sysconfig
from pathlib import Path

PACKAGES = Path(sysconfig.get_path("purelib"))


def main() -> None:
    """Make the packages of the Python that runs this smaller."""
    strip_symbols()
    drop_declarations()
    forget_other_countries("nl_NL")
    drop_unused_pages()
    forget_other_languages("bash", "ini", "javascript", "json", "php", "python", "toml", "xml", "yaml")


def strip_symbols() -> None:
    """Take out of compiled modules what only a debugger reads: 46 MB of them become 17."""
    modules = [str(path) for path in PACKAGES.rglob("*.so*")]
    subprocess.run(["strip", "--strip-unneeded", *modules], check=True)  # noqa: S603, S607 - in its own container # nosec B603 B607


def drop_declarations() -> None:
    """Leave out what only compilers and type checkers read."""
    for suffix in ("pxd", "pyi", "pyx"):
        for path in PACKAGES.rglob(f"*.{suffix}"):
            path.unlink()


def forget_other_countries(locale: str) -> None:
    """Keep of Faker what it imports for one country: 12 MB become 2."""
    import faker.providers  # noqa: PLC0415 - after what is read has been made smaller

    faker.Faker(locale)
    for module in list(Path(faker.providers.__file__).parent.glob("*/*/__init__.py")):
        folder = module.parent
        if ".".join(folder.relative_to(PACKAGES).parts) not in sys.modules:
            shutil.rmtree(folder)


def drop_unused_pages() -> None:
    """Leave out what Swagger UI brings beside the bundle that our page loads: 0.6 MB."""
    for name in ("swagger-ui.js", "swagger-ui-standalone-preset.js"):
        (PACKAGES / "flask_swagger_ui" / "dist" / name).unlink()


def forget_other_languages(*names: str) -> None:
    """Keep of Pygments what colours these, those of our pages and scenario files: 4.4 MB become 0.4."""
    import pygments.lexers  # noqa: PLC0415 - after what is read has been made smaller

    for name in names:
        list(pygments.lexers.get_lexer_by_name(name).get_tokens(""))
    for module in Path(pygments.lexers.__file__).parent.glob("*.py"):
        if module.stem not in {"__init__", "_mapping"} and f"pygments.lexers.{module.stem}" not in sys.modules:
            module.unlink()


if __name__ == "__main__":
    main()
