import hashlib
import subprocess
import sys

import pytest

from tui.text import digest
from tui.text.digest import sha256


@pytest.mark.parametrize("modules", [digest._MODULES, ("no_such_module", "hashlib")])
@pytest.mark.parametrize("content", [b"", b"summit", bytes(range(256)) * 1000])
def test_it_is_the_digest_that_hashlib_gives(content, modules, monkeypatch):
    monkeypatch.setattr(digest, "_MODULES", modules)
    digest._maker.cache_clear()
    assert sha256(content) == hashlib.sha256(content).digest()


def test_reading_an_article_loads_no_openssl():
    script = "import sys, tui.articles as a; a.read(a.bundled()[0]); print('_hashlib' in sys.modules)"
    assert (
        subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True).stdout == "False\n"
    )
