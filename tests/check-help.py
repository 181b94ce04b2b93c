#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Refuse help that is not the same in all languages, or that names what is not in the program.

check-help.py [ROOT [STEPPE]]: prints TAP, one case for each language, and one for the examples of
the page on writing, which STEPPE checks.
"""

import json
import re
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path

import tap

REFERENCE = 'en'
LANGUAGES = {'mn': 'mn', 'ru': 'ru', 'zh': 'zh_CN'}  # the folder, and the name of the translation
FENCE = re.compile(r'^```.*?^```$', re.MULTILINE | re.DOTALL)
PATTERNS = {
    'headings': re.compile(r'^#+(?= )', re.MULTILINE),
    'items of lists': re.compile(r'^ *(?:-|\d+\.)(?= )', re.MULTILINE),
    'links': re.compile(r'\]\(([^)]*)\)'),
    'keys': re.compile(r'<kbd>(.*?)</kbd>'),
    'code': re.compile(r'`([^`\n]+)`'),
    'places to fill': re.compile(r'@[A-Z]+@'),
}
LABEL = re.compile(r'(?<![*\\])\*([^*\n]+)\*(?!\*)')
KEY_TABLE = re.compile(r'^  \{ "([^"]+)", N_ \("', re.MULTILINE)
MODIFIERS = re.compile(r'<(\w+)>')
ENTRY = re.compile(r'^msgid ((?:".*"\n)+)(?:msgid_plural (?:".*"\n)+)?msgstr(?:\[0\])? ((?:".*"\n?)+)', re.MULTILINE)


def plain_label(text):
    """Return TEXT as a button shows it, without the mark of its mnemonic."""
    return re.sub(r'\(_\w\)', '', text).replace('_', '')


def read_labels(po_file):
    """Return what each label of the program is in the language of PO_FILE."""
    labels = {}
    for english, translated in ENTRY.findall(po_file.read_text(encoding='utf-8')):
        english, translated = (''.join(json.loads(line) for line in text.splitlines()) for text in (english, translated))
        labels.setdefault(plain_label(english), set()).add(plain_label(translated))
    return labels


def read_keys(root):
    """Return the keys that the program tells people, as its pages write them."""
    source = (root / 'src' / 'app' / 'steppe-shortcuts.c').read_text(encoding='utf-8')
    keys = set()
    for accelerators in KEY_TABLE.findall(source):
        for accelerator in accelerators.split():
            key = MODIFIERS.sub('', accelerator)
            keys.add('+'.join(MODIFIERS.findall(accelerator) + [key.upper() if len(key) == 1 else key]))
    return keys


def read_pages(folder):
    return {file.stem: file.read_text(encoding='utf-8') for file in folder.glob('*.md')}


def strip_code(text):
    return PATTERNS['code'].sub('', FENCE.sub('', text))


def structure(text):
    """Return what must be the same in all languages: whatever it is, and how often it is there."""
    parts = {'blocks of code': Counter(FENCE.findall(text))}
    words = FENCE.sub('', text)
    for name, pattern in PATTERNS.items():
        parts[name] = Counter(pattern.findall(words if name == 'code' else strip_code(words)))
    return parts


def check_reference(root, pages):
    keys, labels = read_keys(root), read_labels(next((root / 'po').glob('*.po')))
    for name, text in pages.items():
        words = strip_code(text)
        assert text.startswith('# '), f'{name}.md: expected a title in the first line'
        for target in PATTERNS['links'].findall(words):
            assert ':' in target or target.removeprefix('#') in pages, f'{name}.md: no page is called “{target}”'
        for key in PATTERNS['keys'].findall(words):
            assert key in keys, f'{name}.md: the keyboard shortcuts do not have {key}'
        for label in LABEL.findall(words):
            assert label in labels, f'{name}.md: nothing in the program is labelled “{label}”'


def check_translation(root, folder, pages):
    translated = read_pages(root / 'data' / 'help' / folder)
    labels = read_labels(root / 'po' / f'{LANGUAGES[folder]}.po')
    missing, extra = sorted(pages.keys() - translated.keys()), sorted(translated.keys() - pages.keys())
    assert not missing and not extra, f'{folder}: missing pages: {missing}, pages that English has not: {extra}'
    for name, text in translated.items():
        for part, expected in structure(pages[name]).items():
            found = structure(text)[part]
            assert found == expected, f'{folder}/{name}.md: {part}: missing {expected - found}, too many {found - expected}'
        found = Counter(LABEL.findall(strip_code(text)))
        for label, times in Counter(LABEL.findall(strip_code(pages[name]))).items():
            n = sum(found[word] for word in labels[label])
            assert n >= times, f'{folder}/{name}.md: “{label}” should be there {times} times as {sorted(labels[label])}, is {n} times'


def contains(value, part):
    if value == part:
        return True
    values = value.values() if isinstance(value, dict) else value if isinstance(value, list) else []
    return any(contains(inner, part) for inner in values)


def check_examples(root, page, steppe):
    """Each block is a dossier without faults, or is a part of the example, or has a part of the text of its own."""
    example = json.loads((root / 'data' / 'help' / 'example.dossier').read_text(encoding='utf-8'))
    blocks = [block.partition('\n')[2].removesuffix('```') for block in FENCE.findall(page)]
    whole = [block for block in blocks if '@EXAMPLE@' in block]
    assert len(whole) == 1, 'expected the whole example once'
    for block in blocks:
        if block in whole:
            continue
        part = json.loads(block)
        if 'format' in part:
            with tempfile.NamedTemporaryFile('w', suffix='.dossier', encoding='utf-8') as file:
                file.write(block)
                file.flush()
                done = subprocess.run([steppe, '--check', file.name], capture_output=True, text=True)
                assert done.returncode == 0, f'{block}: {done.stdout}{done.stderr}'
        elif part.get('id') != 'short-story':
            assert contains(example, part), f'this is not in the example: {block}'


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else '.')
    pages = read_pages(root / 'data' / 'help' / REFERENCE)
    cases = [('en', lambda: check_reference(root, pages))]
    for folder in sorted(LANGUAGES):
        cases.append((folder, lambda folder=folder: check_translation(root, folder, pages)))
    if len(sys.argv) > 2:
        cases.append(('examples', lambda: check_examples(root, pages['write'], sys.argv[2])))
    return tap.run(cases)


if __name__ == '__main__':
    sys.exit(main())
