"""Which modules may import which, and what stays out of the first picture."""

import shutil
import subprocess
import sys
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]


def test_every_layer_imports_only_what_lies_below_it():
    linter = shutil.which("lint-imports", path=str(Path(sys.executable).parent))
    if linter is None or not (CHECKOUT / "pyproject.toml").is_file():
        pytest.skip("import-linter or the checkout's pyproject.toml is missing")
    run = subprocess.run([linter, "--no-cache"], cwd=CHECKOUT, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stdout + run.stderr


def test_the_package_itself_imports_nothing():
    new = "import sys; before = set(sys.modules); import tui; print(*sorted(set(sys.modules) - before))"
    run = subprocess.run([sys.executable, "-c", new], cwd=CHECKOUT, capture_output=True, text=True, check=True)
    assert run.stdout.split() == ["tui"]
