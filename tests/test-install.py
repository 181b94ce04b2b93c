#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Install the build into an empty folder, look at what is there, and uninstall it again: TAP.

test-install.py BUILD APP_ID PREFIX LINGUAS
"""

import configparser
import os
import re
import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

import tap

BUILD, APP_ID, PREFIX, LINGUAS = Path(sys.argv[1]), sys.argv[2], sys.argv[3], Path(sys.argv[4])
LOG = BUILD / 'meson-logs' / 'install-log.txt'
MESON = os.environ['MESON']

# None of these may lead back to where Steppe was built.
TEXTS = {'.desktop', '.service', '.ini', '.xml', '.json', '.svg', '.txt'}


class Installation:
    """A folder that stands for the whole file system, and Steppe's files in it."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.prefix = self.folder / PREFIX.lstrip('/')

    def files(self):
        return [path for path in self.folder.rglob('*') if not path.is_dir()]

    def entry(self):
        parser = configparser.ConfigParser(interpolation=None, delimiters='=')
        parser.optionxform = str
        parser.read(self.prefix / 'share/applications' / f'{APP_ID}.desktop', encoding='utf-8')
        return parser['Desktop Entry']

    def icons(self, name):
        return sorted((self.prefix / 'share/icons/hicolor').rglob(f'{name}.svg'))


here = None


def check_all_below_the_prefix():
    strays = [path for path in here.files() if not path.is_relative_to(here.prefix)]
    assert here.files() and not strays, strays


def check_program_runs():
    program = here.prefix / 'bin' / here.entry()['Exec'].split()[0]
    said = subprocess.run([program, '--version'], capture_output=True, text=True, check=True).stdout
    assert re.fullmatch(r'steppe \d+\.\d+\.\d+\n', said, re.IGNORECASE), said


def check_desktop_entry_finds_its_icon():
    icon = here.entry()['Icon']
    assert icon == APP_ID, icon
    assert [path.parts[-3:-1] for path in here.icons(icon)] == [('scalable', 'apps')], here.icons(icon)
    assert [path.parts[-3:-1] for path in here.icons(f'{icon}-symbolic')] == [('symbolic', 'apps')]


def check_file_type_has_an_icon():
    package = ET.parse(here.prefix / 'share/mime/packages' / f'{APP_ID}.xml').getroot()
    types = [element.get('type') for element in package if element.tag.endswith('mime-type')]
    assert types and types == here.entry()['MimeType'].strip(';').split(';'), types
    for name in types:
        assert here.icons(name.replace('/', '-')), name


def languages():
    return [line for line in LINGUAS.read_text().split('\n') if line and not line.startswith('#')]


def check_file_type_has_names():
    package = ET.parse(here.prefix / 'share/mime/packages' / f'{APP_ID}.xml').getroot()
    names = {element.get('{http://www.w3.org/XML/1998/namespace}lang'): element.text
             for element in package.iter() if element.tag.endswith('comment')}
    assert names.keys() == {None, *languages()} and len(set(names.values())) == len(names), names


def check_icons_are_on_the_grid():
    icons = sorted((here.prefix / 'share/icons').rglob('*.svg'))
    assert icons
    for path in icons:
        root = ET.parse(path).getroot()
        side = '16' if path.stem.endswith('-symbolic') else '128'
        assert (root.get('width'), root.get('height')) == (side, side), path
        assert root.get('viewBox') in (None, f'0 0 {side} {side}'), path


def check_each_language_is_there():
    assert languages()
    for language in languages():
        assert (here.prefix / 'share/locale' / language / 'LC_MESSAGES/steppe.mo').is_file(), language


def check_no_text_names_the_build():
    for path in here.files():
        if path.suffix in TEXTS:
            assert str(BUILD.parent) not in path.read_text(encoding='utf-8').replace(PREFIX, ''), path


def check_uninstall_leaves_nothing():
    subprocess.run(['ninja', '-C', BUILD, 'uninstall'], check=True, capture_output=True)
    assert here.files() == [], here.files()


def main():
    global here
    kept = LOG.read_bytes() if LOG.exists() else None
    folder = tempfile.mkdtemp()
    try:
        subprocess.run([MESON, 'install', '-C', BUILD, '--no-rebuild', '--quiet', '--destdir', folder],
                       check=True, stdout=sys.stderr)
        here = Installation(folder)
        tap.run([
            ('everything is below the prefix', check_all_below_the_prefix),
            ('the program runs', check_program_runs),
            ('the desktop entry finds its icons', check_desktop_entry_finds_its_icon),
            ('the type of dossiers has an icon', check_file_type_has_an_icon),
            ('the type of dossiers has a name in each language', check_file_type_has_names),
            ('icons are on the grid', check_icons_are_on_the_grid),
            ('each language is there', check_each_language_is_there),
            ('no text names the place of the build', check_no_text_names_the_build),
            ('uninstalling leaves nothing', check_uninstall_leaves_nothing),
        ])
    finally:
        shutil.rmtree(folder)
        # It is what uninstalling goes by, and belongs to whoever installed this build.
        LOG.unlink(missing_ok=True)
        if kept is not None:
            LOG.write_bytes(kept)


if __name__ == '__main__':
    main()
