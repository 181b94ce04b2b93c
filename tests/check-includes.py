#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Refuse an include in a wrong direction, GTK in the core, and badly begun or overlong files.

check-includes.py [ROOT]: ROOT holds src/ and tests/. Prints FILE:LINE: MESSAGE for each fault and
exits with 1 when there is one.
"""

import re
import sys
from pathlib import Path

# What each folder of src/ may include besides itself. A folder reaches everything further down its
# line, so each set is whole: nothing is inferred.
BELOW_PAINT = {'model', 'time', 'geo'}
PANE = {'paint'} | BELOW_PAINT
ALLOWED = {
    'time': set(),
    'geo': set(),
    'model': {'time', 'geo'},
    'formats': BELOW_PAINT,
    'paint': BELOW_PAINT,
    'sheets': PANE,
    'widgets': PANE,
    'map': PANE | {'widgets'},
    'timeline': PANE | {'widgets'},
    'reader': PANE | {'widgets'},
}
ALLOWED['app'] = set(ALLOWED)
ALLOWED[''] = {'app'} | set(ALLOWED)  # main.c

CORE = {'time', 'geo', 'model', 'formats', 'paint', 'sheets'}
TOOLKIT = re.compile(r'(gtk|gdk|gsk)/|adwaita\.h$|adw-|libadwaita')
INCLUDE = re.compile(r'\s*#\s*(?:include|import)\s*(.*)')
TARGET = re.compile(r'(?:"([^"]+)"|<([^>]+)>)')
GENERATED = {'steppe-config.h'}
SPDX = 'SPDX-License-Identifier: GPL-3.0-or-later'
MAX_LINES = 800


def check_include(folder, own, quoted, angled):
    """Return what is wrong with one include of a file in FOLDER, or None."""
    if angled:
        if folder in CORE and TOOLKIT.match(angled):
            return f'{folder}/ is core and must not include <{angled}>'
        return None
    if folder in CORE and TOOLKIT.match(quoted):
        return f'{folder}/ is core and must not include "{quoted}"'
    if quoted in GENERATED:
        return None
    target, slash, name = quoted.partition('/')
    if not slash or target not in ALLOWED or '..' in quoted:
        return f'write the folder in front, as in "model/steppe-item.h", not "{quoted}"'
    if target != folder and target not in ALLOWED[folder]:
        return f'{folder or own}{"/" if folder else ""} must not include {target}/'
    if target != folder and name.endswith('-private.h'):
        return f'"{quoted}" is private to {target}/'
    return None


def check_includes(path, folder, lines):
    for number, line in enumerate(lines, 1):
        found = INCLUDE.match(line)
        if not found:
            continue
        target = TARGET.match(found[1])
        if not target:
            yield number, f'an include must name its file, not {found[1].strip()!r}'
            continue
        fault = check_include(folder, path.name, target[1], target[2])
        if fault:
            yield number, fault


def check_form(path, lines):
    if path.suffix in {'.c', '.h'} and (not lines or SPDX not in lines[0]):
        yield 1, f'the first line must be /* {SPDX} */'
    if path.suffix == '.h' and '#pragma once' not in lines:
        yield 1, 'a header needs #pragma once'
    if len(lines) > MAX_LINES:
        yield len(lines), f'{len(lines)} lines; split it, the limit is {MAX_LINES}'


def faults(root):
    source = root / 'src'
    for path in sorted([*source.rglob('*'), *(root / 'tests').rglob('*')]):
        if path.suffix not in {'.c', '.h', '.blp', '.py', '.js'} or not path.is_file():
            continue
        lines = path.read_text(encoding='utf-8').splitlines()
        found = list(check_form(path, lines))
        if path.is_relative_to(source) and path.suffix in {'.c', '.h'}:
            folder = path.relative_to(source).parts[0] if path.parent != source else ''
            if folder in ALLOWED:
                found += check_includes(path, folder, lines)
            else:
                found.append((1, f'src/{folder}/ is not a folder of the design'))
        for number, message in sorted(found):
            yield f'{path.relative_to(root)}:{number}: {message}'


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else '.').resolve()
    if not any((root / 'src').rglob('*.c')):
        print(f'{root} has no src/ with C files in it', file=sys.stderr)
        return 1
    found = list(faults(root))
    print('\n'.join(found), end='\n' if found else '')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
