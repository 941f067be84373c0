"""What is built from the checkout, and that it works from any folder."""

import hashlib
import json
import os
import shutil
import subprocess
import sysconfig
import tarfile
import tomllib
import venv
import zipfile
from itertools import chain
from pathlib import Path
from typing import NamedTuple

import pytest

from tui.packaging.documents import documents

CHECKOUT = Path(__file__).parents[1]
SEEDS = {
    "000_6d088a486eb33589.txt": 3800,
    "001_dfce9ccb632d16d9.txt": 4421,
    "002_77fffa713fcd4715.txt": 3279,
    "003_5c76df4e4b38f313.txt": 2174,
    "004_3a96d5728541c936.txt": 6142,
}
ROOT = {"LICENSE", "CHANGELOG.md", "README.md", "pyproject.toml", "seeds", "styles", "tests", "tui", "uv.lock"}


class Built(NamedTuple):
    """What a release would hold, and a fresh environment with its wheel installed."""

    wheel: Path
    sdist: Path
    environment: Path


def run(*command, **options):
    return subprocess.run(command, capture_output=True, text=True, check=False, **options)


def tracked():
    """The files of the checkout that git knows."""
    if not (CHECKOUT / ".git").exists() or shutil.which("git") is None:
        pytest.skip("this is no git checkout")
    return run("git", "ls-files", "-z", cwd=CHECKOUT).stdout.rstrip("\0").split("\0")


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Builds both archives from the checkout and installs the wheel, with this run's dependencies beside it."""
    if not (CHECKOUT / "pyproject.toml").is_file():
        pytest.skip("there is no checkout to build from")
    folder = tmp_path_factory.mktemp("built")
    environment, out = folder / "environment", folder / "out"
    venv.create(environment, with_pip=True)
    python = environment / "bin" / "python"
    fetched = run(python, "-m", "pip", "install", "hatchling>=1.26", "editables")
    if "No matching distribution" in fetched.stderr:
        pytest.skip("no package index can be reached, and building needs hatchling from one")
    assert fetched.returncode == 0, fetched.stderr
    made = run(python, "-m", "hatchling", "build", "-d", out, cwd=CHECKOUT)
    assert made.returncode == 0, made.stderr
    (wheel,), (sdist,) = out.glob("*.whl"), out.glob("*.tar.gz")
    installed = run(python, "-m", "pip", "install", "--no-deps", "--no-index", wheel)
    assert installed.returncode == 0, installed.stderr
    (packages,) = environment.glob("lib/python*/site-packages")
    here = {sysconfig.get_path("purelib"), sysconfig.get_path("platlib")}
    (packages / "dependencies.pth").write_text("\n".join(sorted(here)) + "\n")
    return Built(wheel, sdist, environment)


@pytest.fixture
def summit(built, tmp_path):
    """Runs the installed command in a folder of its own, with nothing of the checkout and no library in reach."""
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    variables["XDG_DATA_HOME"] = str(tmp_path / "data")

    def command(*arguments):
        program = built.environment / "bin" / "summit-tui"
        return run(program, *arguments, cwd=tmp_path, env=variables, stdin=subprocess.DEVNULL)

    return command


def test_the_root_holds_only_what_it_should():
    entries = {Path(name).parts[0] for name in tracked()}
    assert {entry for entry in entries if not entry.startswith(".")} <= ROOT


def test_the_bundled_articles_are_the_five_and_complete():
    assert {path.name: path.stat().st_size for path in (CHECKOUT / "seeds").iterdir()} == SEEDS


def test_the_locked_versions_come_from_the_public_index_and_cover_every_dependency():
    assert "uv.lock" in tracked()
    project = tomllib.loads((CHECKOUT / "pyproject.toml").read_text())["project"]
    packages = tomllib.loads((CHECKOUT / "uv.lock").read_text())["package"]
    own = next(package for package in packages if package["name"] == project["name"])
    assert {package["source"].get("registry") for package in packages if package is not own} == {
        "https://pypi.org/simple"
    }
    locked = {entry["name"] + entry.get("specifier", "") for entry in own["metadata"]["requires-dist"]}
    needed = [*project["dependencies"], *chain.from_iterable(project["optional-dependencies"].values())]
    assert locked == {
        requirement.lower() for requirement in needed if not requirement.startswith(f"{project['name']}[")
    }


def test_the_wheel_holds_every_file_of_the_package_and_nothing_beside_it(built):
    expected = {name for name in tracked() if name.startswith("tui/") and not name.startswith("tui/packaging/")}
    expected |= {f"tui/{name}" for name in tracked() if name.startswith(("styles/", "seeds/"))}
    with zipfile.ZipFile(built.wheel) as archive:
        held = {name for name in archive.namelist() if ".dist-info/" not in name and ".data/" not in name}
    assert held >= expected
    assert not [name for name in held if not name.startswith("tui/") or name.endswith(".pyc")]
    assert not [name for name in held if name.startswith("tui/packaging/")], "what builds is no part of what is built"


def test_the_man_page_and_completions_are_put_where_they_are_looked_for(built):
    assert sorted(documents()) == [
        "share/bash-completion/completions/summit-tui",
        "share/fish/vendor_completions.d/summit-tui.fish",
        "share/man/man1/summit-tui.1",
        "share/zsh/site-functions/_summit-tui",
    ]
    for place, text in documents().items():
        assert (built.environment / place).read_bytes().decode() == text


def test_an_editable_install_has_them_too(built, tmp_path):
    """Into a folder of its own, since this environment has the wheel."""
    python = built.environment / "bin" / "python"
    options = ("--no-deps", "--no-index", "--no-build-isolation", "--ignore-installed", "--prefix", tmp_path)
    installed = run(python, "-m", "pip", "install", *options, "-e", CHECKOUT)
    assert installed.returncode == 0, installed.stderr
    assert all((tmp_path / place).is_file() for place in documents())


def test_the_bundled_articles_are_shipped_byte_for_byte(built):
    with zipfile.ZipFile(built.wheel) as wheel, tarfile.open(built.sdist) as sdist:
        root = built.sdist.name.removesuffix(".tar.gz")
        for name in SEEDS:
            original = (CHECKOUT / "seeds" / name).read_bytes()
            assert wheel.read(f"tui/seeds/{name}") == original
            assert sdist.extractfile(f"{root}/seeds/{name}").read() == original


def test_the_source_archive_builds_the_same_wheel(built, tmp_path):
    python = built.environment / "bin" / "python"
    made = run(
        python, "-m", "pip", "wheel", "--no-deps", "--no-index", "--no-build-isolation", built.sdist, cwd=tmp_path
    )
    assert made.returncode == 0, made.stderr
    (again,) = tmp_path.glob("*.whl")
    assert again.read_bytes() == built.wheel.read_bytes()


def test_the_installed_command_tells_its_version(built, summit):
    version = built.wheel.name.split("-")[1]
    told = summit("--version")
    assert (told.returncode, told.stderr) == (0, "")
    assert version in told.stdout


def test_the_installed_command_lists_the_bundled_articles_from_any_folder(summit):
    listed = summit("list", "--json")
    assert (listed.returncode, listed.stderr) == (0, "")
    articles = json.loads(listed.stdout)["articles"]
    assert {Path(article["path"]).name: article["sha256"] for article in articles} == {
        name: hashlib.sha256((CHECKOUT / "seeds" / name).read_bytes()).hexdigest() for name in SEEDS
    }


def test_the_installed_command_finds_its_styles_and_articles_inside_the_package(built, tmp_path):
    where = "from tui.resources import SEEDS_DIR, STYLES_DIR; print(SEEDS_DIR, STYLES_DIR, sep='\\n')"
    variables = {name: value for name, value in os.environ.items() if name != "PYTHONPATH"}
    told = run(built.environment / "bin" / "python", "-c", where, cwd=tmp_path, env=variables)
    seeds, styles = (Path(line) for line in told.stdout.splitlines())
    assert seeds.is_relative_to(built.environment)
    assert sorted(path.name for path in seeds.iterdir()) == sorted(SEEDS)
    assert styles.is_relative_to(built.environment)
    assert any(styles.glob("*.tcss"))
