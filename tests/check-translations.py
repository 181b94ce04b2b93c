#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Refuse translations that are wrong, fuzzy or not complete for the strings that the sources have now.

check-translations.py [ROOT]: prints TAP, one case for each language in ROOT/po/LINGUAS.
"""

import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import tap

# What meson's preset “glib” gives to xgettext, as far as it decides which strings are taken and checked.
XGETTEXT = [
    'xgettext', '--from-code=UTF-8', '--add-comments', '--add-location=file', '--package-name=steppe',
    '--keyword=_', '--keyword=N_', '--keyword=C_:1c,2', '--keyword=NC_:1c,2',
    '--keyword=g_dcgettext:2', '--keyword=g_dngettext:2,3', '--keyword=g_dpgettext2:2c,3',
    '--flag=N_:1:pass-c-format', '--flag=C_:2:pass-c-format', '--flag=NC_:2:pass-c-format',
    '--flag=g_dngettext:2:pass-c-format', '--flag=g_strdup_printf:1:c-format', '--flag=g_set_error:4:c-format',
    '--flag=g_string_append_printf:2:c-format', '--flag=g_print:1:c-format', '--flag=g_printerr:1:c-format',
]
ADVICE = ('run “ninja -C BUILD steppe-update-po”, where BUILD is a build folder, then translate what is listed in '
          'po/{language}.po, and take the marks “fuzzy” away where the translation is right')
FUZZY = re.compile(r'^#,.*\bfuzzy\b', re.MULTILINE)
EMPTY = re.compile(r'^msgstr(\[\d\])? ""$(?!\n")', re.MULTILINE)
FIELD = re.compile(r'^(msgctxt|msgid|msgid_plural|msgstr(?:\[\d\])?) ((?:".*"\n?)+)', re.MULTILINE)
MNEMONIC = re.compile(r'_\w')
APPENDED_MNEMONIC = re.compile(r'\(_\w\)$')
HEADER = ('Project-Id-Version', 'Language', 'Content-Type', 'Plural-Forms')


def run(*command, cwd=None):
    """Return what COMMAND writes to its standard output."""
    done = subprocess.run(command, cwd=cwd, capture_output=True, text=True, encoding='utf-8',
                          env=os.environ | {'LC_ALL': 'C.UTF-8', 'LANGUAGE': ''})
    assert done.returncode == 0, f'{command[0]}: {done.stderr.strip()}'
    return done.stdout


def untranslated(po_text):
    """Return the messages of PO_TEXT that lack a translation, or a form of it, or whose translation is fuzzy."""
    for entry in po_text.split('\n\n'):
        if FUZZY.search(entry) or EMPTY.search(entry):
            message = entry.partition('\nmsgstr')[0]
            yield ' '.join(line for line in message.splitlines() if not line.startswith('#'))


def fields_of(entry):
    """Return the fields of an entry of a .po or .pot file, by name: msgctxt, msgid, msgid_plural, msgstr, msgstr[0], …"""
    return {name: ''.join(map(json.loads, re.findall(r'".*"', lines))) for name, lines in FIELD.findall(entry)}


def has_mnemonic(text):
    return len(MNEMONIC.findall(text)) == 1


def misshaped(po_text):
    """Return the messages of PO_TEXT that end with “…”, or have a mnemonic, while their translation does not, or the other
    way round. Of placeholders msgfmt knows more."""
    for entry in po_text.split('\n\n'):
        fields = fields_of(entry)
        message = fields.get('msgid', '')
        for text in [text for name, text in fields.items() if name.startswith('msgstr') and message]:
            if has_mnemonic(message) != has_mnemonic(text):
                yield f'no mnemonic in both: “{message}”: “{text}”'
            if message.endswith('…') != APPENDED_MNEMONIC.sub('', text).endswith('…'):
                yield f'no “…” in both: “{message}”: “{text}”'


def words(file):
    lines = file.read_text(encoding='utf-8').splitlines()
    return [line.strip() for line in lines if line.strip() and not line.startswith('#')]


def extract(root, template):
    run(*XGETTEXT, '--files-from', root / 'po' / 'POTFILES.in', '--output', template, cwd=root)


def check_linguas(root, languages):
    files = sorted(file.stem for file in (root / 'po').glob('*.po'))
    assert sorted(languages) == files, f'po/LINGUAS has {sorted(languages)}, the files are {files}'


def check_header(po):
    start = po.read_text(encoding='utf-8').partition('\n\n')[0]
    for field in HEADER:
        assert f'"{field}: ' in start, f'po/{po.name}: no “{field}” in the header'
    assert f'"Language: {po.stem}\\n"' in start, f'po/{po.name}: “Language” is not “{po.stem}”'


def check_language(root, template, language):
    po = root / 'po' / f'{language}.po'
    check_header(po)
    with tempfile.TemporaryDirectory() as folder:
        merged = Path(folder, po.name)
        run('msgmerge', '--quiet', '--no-fuzzy-matching', '--output-file', merged, po, template)
        run('msgfmt', '--check', '--output-file', os.devnull, merged)
        text = run('msgattrib', '--no-obsolete', '--no-wrap', merged)
    faults = list(untranslated(text))
    assert not faults, '\n'.join([f'not translated: {len(faults)}', *faults, ADVICE.format(language=language)])
    faults = list(misshaped(text))
    assert not faults, '\n'.join(faults)


def main():
    root = Path(sys.argv[1] if len(sys.argv) > 1 else '.').resolve()
    languages = words(root / 'po' / 'LINGUAS')
    with tempfile.TemporaryDirectory() as folder:
        template = Path(folder, 'steppe.pot')
        cases = [('the strings of the sources', lambda: extract(root, template)),
                 ('the list of languages', lambda: check_linguas(root, languages))]
        cases += [(language, lambda name=language: check_language(root, template, name)) for language in languages]
        tap.run(cases)


if __name__ == '__main__':
    main()
