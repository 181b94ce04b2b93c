#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Tell as TAP what a build warned of as deprecated.

deprecations.py LOG: LOG is what the compilers wrote, of C and of Blueprint.
"""

import re
import sys
from pathlib import Path

DEPRECATED = re.compile(r'\[-Wdeprecated-declarations\]|\bdeprecat', re.IGNORECASE)


def main():
    log = Path(sys.argv[1]).read_text(encoding='utf-8', errors='replace')
    found = sorted({line.strip() for line in log.splitlines() if DEPRECATED.search(line) and 'arning' in line})
    print('TAP version 13\n1..1')
    for line in found:
        print(f'# {line}')
    print(f'{"not ok" if found else "ok"} 1 nothing is deprecated')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
