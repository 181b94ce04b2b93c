#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Refuse C that clang-format would write otherwise.

check-format.py [ROOT]: skips (exit 77) where the clang-format of another version is installed, or
none, because versions disagree. CLANG_FORMAT names another program.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

VERSION = '19'


def find_formatter():
    for name in (os.environ.get('CLANG_FORMAT'), f'clang-format-{VERSION}', 'clang-format'):
        program = name and shutil.which(name)
        if program:
            said = subprocess.run([program, '--version'], capture_output=True, text=True).stdout
            if re.search(rf'version {VERSION}\.', said):
                return program
    return None


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else '.').resolve()
    program = find_formatter()
    if not program:
        print(f'clang-format {VERSION} is not installed', file=sys.stderr)
        return 77
    files = sorted(path for folder in ('src', 'tests') for path in (root / folder).rglob('*')
                   if path.suffix in {'.c', '.h'})
    if not files:
        print(f'{root} has no C files', file=sys.stderr)
        return 1
    done = subprocess.run([program, '--dry-run', '--Werror', '--style=file', *map(str, files)],
                          capture_output=True, text=True)
    places = re.findall(r'^(.*?:\d+):\d+: error: (.*)$', done.stderr, re.MULTILINE)
    if done.returncode and not places:
        print(done.stderr)
    for place, message in dict(places).items():
        print(f'{place.removeprefix(f"{root}/")}: {message}')
    return 1 if done.returncode else 0


if __name__ == '__main__':
    sys.exit(main())
