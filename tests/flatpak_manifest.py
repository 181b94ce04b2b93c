# SPDX-License-Identifier: GPL-3.0-or-later
"""Read a manifest of Flatpak, whose modules may be in files of their own."""

import json
from pathlib import Path


def load(path):
    """Return the manifest in the file PATH, with its modules in place of the names of their files."""
    path = Path(path)
    manifest = json.loads(path.read_text(encoding='utf-8'))
    manifest['modules'] = [
        json.loads((path.parent / module).read_text(encoding='utf-8')) if isinstance(module, str) else module
        for module in manifest.get('modules', [])]
    return manifest


def archives(manifest):
    """Yield (name of the module, source) for each archive of a manifest."""
    for module in manifest['modules']:
        for source in module.get('sources', []):
            if source.get('type') == 'archive':
                yield module['name'], source
