#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Refuse a version that NEWS and the metainfo do not tell of, or not of the same day.

check-release.py ROOT
"""

import datetime
import re
import sys
import xml.etree.ElementTree as ET
from pathlib import Path


def read_version(root):
    return re.search(r"^  version: '([^']+)'", (root / 'meson.build').read_text(), re.MULTILINE)[1]


def read_news(root):
    """Return the version and the day of the newest entry of NEWS."""
    found = re.match(r'Version (\S+)\n=+\nReleased on (\d+ \w+ \d{4})\n', (root / 'NEWS').read_text())
    if not found:
        return None, None
    return found[1], datetime.datetime.strptime(found[2], '%d %B %Y').date().isoformat()


def read_release(root):
    """Return the version and the day of the newest release of the metainfo."""
    release = ET.parse(root / 'data' / 'steppe.metainfo.xml.in').find('releases/release')
    if not ''.join(release.find('description').itertext()).strip():
        return None, None
    return release.get('version'), release.get('date')


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else '.').resolve()
    version, news, release = read_version(root), read_news(root), read_release(root)
    if (version, news[1]) == (news[0], release[1]) and version == release[0]:
        return 0
    print(f'meson.build has {version}, NEWS {news[0]} of {news[1]}, the metainfo {release[0]} of {release[1]}')
    return 1


if __name__ == '__main__':
    sys.exit(main())
