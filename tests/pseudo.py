#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Run a test of windows in a language that nobody speaks, so that what is not translated stands out.

pseudo.py ROOT TEST...: runs TEST in a Russian locale with the language `qps`, then Russian:

- the texts of Steppe are of accented letters, longer by two fifths, and in brackets: ⟦Óþéñ…ẋẋ⟧;
- the texts of its libraries are in Russian;
- the texts of the sample dossier, found in STEPPE_PSEUDO/sample.dossier, have Greek letters, or Russian ones.

So a plain Latin letter is one that escaped translation. The translations are in STEPPE_PSEUDO.
"""

import importlib
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

translations = importlib.import_module('check-translations')

LANGUAGE = 'qps'
ACCENTED = str.maketrans('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
                         'áƀçđéƒĝĥíĵķļṁñóþɋřšťúṽŵẋýžÁƁÇĐÉƑĜĤÍĴĶĻṀÑÓÞɊŘŠŤÚṼŴẊÝŽ')
GREEK = str.maketrans('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ',
                      'αβκδεφγηιζκλμνοπχρστυωωξψζΑΒΚΔΕΦΓΗΙΖΚΛΜΝΟΠΧΡΣΤΥΩΩΞΨΖ')
MARKUP = r'<[^<>]+>|&\w+;'
PRINTF = re.compile(MARKUP + r"|%(?:\d+\$)?[-+ #0']*\d*(?:\.\d+)?(?:hh|h|ll|l|z)?[a-zA-Z%]")
STRFTIME = re.compile(MARKUP + r'|%[-_0^#EO]*[a-zA-Z%]')
TEXTS = {'title', 'summary', 'byline', 'text', 'note', 'name', 'predicate', 'publisher'}
LINK_TARGET = re.compile(r'(\]\([^)]*\)|https?://\S+)')
HEADER = 'msgid ""\nmsgstr "Language: qps\\nContent-Type: text/plain; charset=UTF-8\\nPlural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n'


def translate(text, is_printf):
    """Return TEXT as it is in the language that nobody speaks."""
    kept = (PRINTF if is_printf else STRFTIME).findall(text)
    parts = (PRINTF if is_printf else STRFTIME).split(text)
    n_letters = sum(letter.isalpha() for part in parts for letter in part)
    if n_letters == 0:
        return text
    longer = -(-n_letters * 2 // 5)
    filling = 'ẋ' * longer if longer <= 4 else ''.join(' ' + 'ẋ' * min(5, longer - at) for at in range(0, longer, 6))
    accented = [part.translate(ACCENTED) for part in parts]
    return '⟦' + ''.join(part + mark for part, mark in zip(accented, [*kept, ''])) + filling + '⟧'


def quote(text):
    return json.dumps(text, ensure_ascii=False)


def translate_entry(entry):
    """Return an entry of a .pot file with its translation, or nothing where it is none."""
    fields = {name: text for name, text in translations.fields_of(entry).items() if not name.startswith('msgstr')}
    if not fields.get('msgid') or fields['msgid'] == 'translator-credits':
        return ''
    is_printf = re.search(r'^#,.*\bc-format', entry, re.MULTILINE) is not None
    lines = [f'{name} {quote(text)}' for name, text in fields.items()]
    if 'msgid_plural' in fields:
        lines += [f'msgstr[{form}] {quote(translate(fields[name], is_printf))}'
                  for form, name in enumerate(('msgid', 'msgid_plural'))]
    else:
        lines += [f'msgstr {quote(translate(fields["msgid"], is_printf))}']
    return '\n'.join(lines) + '\n\n'


def make_translation(root, folder):
    """Translate all that the sources have, into FOLDER."""
    template, po = folder / 'steppe.pot', folder / 'steppe.po'
    translations.extract(root, template)
    po.write_text(HEADER + ''.join(map(translate_entry, template.read_text(encoding='utf-8').split('\n\n'))), encoding='utf-8')
    mo = folder / LANGUAGE / 'LC_MESSAGES' / 'steppe.mo'
    mo.parent.mkdir(parents=True)
    translations.run('msgfmt', '--check-format', '--output-file', mo, po)


def in_greek_letters(text):
    return ''.join(part if at % 2 else part.translate(GREEK) for at, part in enumerate(LINK_TARGET.split(text)))


def disguise(value, is_text=False):
    """Return VALUE of a dossier with Greek letters for the Latin ones of its texts."""
    if isinstance(value, dict):
        return {name: disguise(member, name in TEXTS or is_text) for name, member in value.items()}
    if isinstance(value, list):
        return [disguise(element) for element in value]
    return in_greek_letters(value) if is_text and isinstance(value, str) else value


def main():
    root = Path(sys.argv[1]).resolve()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        make_translation(root, folder)
        sample = json.loads((root / 'data' / 'dossiers' / 'mongolia-2024.dossier').read_text(encoding='utf-8'))
        (folder / 'sample.dossier').write_text(json.dumps(disguise(sample)), encoding='utf-8')
        environment = {'STEPPE_PSEUDO': name, 'LANGUAGE': f'{LANGUAGE}:ru', 'LC_ALL': 'ru_RU.UTF-8'}
        return subprocess.run(sys.argv[2:], env=os.environ | environment, check=False).returncode


if __name__ == '__main__':
    sys.exit(main())
