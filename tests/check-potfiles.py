#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Refuse a po/POTFILES.in that leaves out a file with strings for people, or is not in order, and a string of which
translators would see a part only, because a macro such as G_GINT64_FORMAT follows.

check-potfiles.py [ROOT]: prints a line for each fault and exits with 1 when there is one.
"""

import re
import sys
from pathlib import Path

C_STRING = re.compile(
    r'\b(?:_|N_|Q_|C_|NC_|gettext|ngettext|dgettext|dngettext|g_dgettext|g_dngettext|g_dpgettext2?)'
    r'\s*\(\s*(?:GETTEXT_PACKAGE\s*,\s*)?"')
BROKEN_STRING = re.compile(C_STRING.pattern + r'(?:[^"\\]|\\.)*"(?:\s*"(?:[^"\\]|\\.)*")*\s*[A-Za-z]\w*')
BLUEPRINT_STRING = re.compile(r'\bC?_\s*\(\s*["\']')
COMMENT = re.compile(r'/\*.*?\*/|//[^\n]*', re.DOTALL)
DATA = ('*.desktop.in', '*.desktop.in.in', '*.metainfo.xml.in', '*.metainfo.xml.in.in',
        '*.gschema.xml', '*.gschema.xml.in', '*.mime.xml', '*.mime.xml.in')


def has_strings(path):
    if path.suffix not in {'.c', '.h', '.blp'}:
        return True
    text = COMMENT.sub('', path.read_text(encoding='utf-8'))
    return bool((BLUEPRINT_STRING if path.suffix == '.blp' else C_STRING).search(text))


def broken_strings(path):
    text = COMMENT.sub(lambda comment: re.sub('[^\n]', '', comment.group()), path.read_text(encoding='utf-8'))
    for found in BROKEN_STRING.finditer(text):
        yield text.count('\n', 0, found.start()) + 1


def faults(root):
    list_file = root / 'po' / 'POTFILES.in'
    listed = []
    if list_file.exists():
        lines = list_file.read_text(encoding='utf-8').splitlines()
        listed = [line for line in lines if line and not line.startswith('#')]

    sources = [path for path in (root / 'src').rglob('*') if path.suffix in {'.c', '.h', '.blp'}]
    for path in sorted(path for path in sources if path.suffix in {'.c', '.h'}):
        for line in broken_strings(path):
            yield f'{path.relative_to(root)}:{line}: a macro stands in a string for translators'

    data = [path for pattern in DATA for path in (root / 'data').glob(pattern)]
    wanted = {str(path.relative_to(root)) for path in sources + data if has_strings(path)}

    for name in sorted(wanted - set(listed)):
        yield f'po/POTFILES.in: {name} has strings for people and is not listed'
    for name in sorted(set(listed)):
        if not (root / name).is_file():
            yield f'po/POTFILES.in: {name} does not exist'
        elif not has_strings(root / name):
            yield f'po/POTFILES.in: {name} has no strings for people'
    if len(listed) != len(set(listed)):
        yield 'po/POTFILES.in: a file is listed twice'
    if listed != sorted(listed):
        yield 'po/POTFILES.in: not sorted (by bytes, as LC_ALL=C sort does)'


def main():
    found = list(faults(Path(sys.argv[1] if len(sys.argv) > 1 else '.').resolve()))
    print('\n'.join(found), end='\n' if found else '')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
