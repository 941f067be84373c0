"""Makes the documents whenever a wheel is built; hatchling finds this file by its path."""

import sys
import tempfile
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class DocumentsHook(BuildHookInterface):
    """Adds the documents to the wheel, as data below the prefix."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 (hatchling passes it)
        """Write them to a folder that lasts as long as the build."""
        self._folder = tempfile.TemporaryDirectory(prefix="summit-tui-")
        for place, text in self._documents().items():
            path = Path(self._folder.name, place)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8", newline="\n")
            path.chmod(0o644)
            build_data["shared_data"][str(path)] = place

    def finalize(self, version: str, build_data: dict[str, Any], artifact_path: str) -> None:  # noqa: ARG002
        """Remove the folder."""
        self._folder.cleanup()

    def _documents(self) -> dict[str, str]:
        """What the package in this source tree makes of its parsers, and no other that may be installed."""
        sys.path.insert(0, self.root)
        try:
            from tui.packaging.documents import documents  # noqa: PLC0415 (only now can it be found)
        finally:
            sys.path.remove(self.root)
        return documents()
