#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks on the sources, tried on small trees: each fault must be refused, each good tree pass."""

import json
import subprocess
import sys
import tempfile
from pathlib import Path

import tap

HERE = Path(__file__).resolve().parent
TOP = '/* SPDX-License-Identifier: GPL-3.0-or-later */\n'
HEADER = TOP + '#pragma once\n'


def c(*includes):
    return TOP + ''.join(f'#include {include}\n' for include in includes)


def release(version, news, released, metainfo, date):
    """A tree whose three places of a version say this."""
    return {'meson.build': f"project('a', 'c',\n  version: '{version}',\n)\n",
            'NEWS': f'Version {news}\n=====\nReleased on {released}\n',
            'data/steppe.metainfo.xml.in': f'<component><releases><release version="{metainfo}" date="{date}">'
                                           '<description><p>It runs.</p></description></release></releases></component>'}


FLATPAK = 'flatpak/io.github.steppe_reader.Steppe'


def flatpak(old='', new='', old_devel='', new_devel=''):
    """Return the files of two good manifests, but with OLD replaced in both, and OLD_DEVEL in the development variant."""
    archive = {'type': 'archive', 'url': 'https://example.org/a.tar.gz', 'sha256': '0' * 64}
    app = {'name': 'steppe', 'sources': [{'type': 'dir', 'path': '..'}]}
    manifest = {
        'id': 'io.github.steppe_reader.Steppe', 'runtime': 'org.gnome.Platform', 'runtime-version': '51',
        'sdk': 'org.gnome.Sdk', 'command': 'steppe', 'separate-locales': False,
        'finish-args': ['--share=ipc', '--socket=wayland', '--socket=fallback-x11', '--device=dri'],
        'cleanup': ['/include', '/lib/cmake', '/lib/pkgconfig', '/share/man', '*.a', '*.la'],
        'modules': ['modules/yyjson.json', *({'name': name, 'sources': [archive]} for name in ('cmark', 'qpdf')), app]}
    good = json.dumps(manifest)
    app['config-opts'] = ['-Dprofile=development']
    manifest |= {'id': f'{manifest["id"]}.Devel', 'tags': ['devel'], 'desktop-file-name-suffix': ' (Development)'}
    return {f'{FLATPAK}.json': good.replace(old, new),
            f'{FLATPAK}.Devel.json': json.dumps(manifest).replace(old, new).replace(old_devel, new_devel),
            'flatpak/modules/yyjson.json': json.dumps({'name': 'yyjson', 'sources': [archive]}).replace(old, new)}


# Name, program, files of the tree, and a part of what it must say (None: the tree is good).
TREES = [
    ('good includes', 'check-includes.py', {
        'src/main.c': c('"app/steppe-application.h"', '<locale.h>'),
        'src/app/steppe-window.c': c('"map/a.h"', '"formats/b.h"', '"time/c.h"', '<adwaita.h>'),
        'src/map/steppe-map-view.c': c('"map/x-private.h"', '"paint/a.h"', '"geo/b.h"', '<gtk/gtk.h>'),
        'src/timeline/steppe-timeline-view.c': c('"widgets/a.h"'),
        'src/widgets/a.c': c('"paint/a.h"', '"model/a.h"', '<gtk/gtk.h>'),
        'src/sheets/a.c': c('"paint/a.h"', '"time/a.h"', '<cairo.h>', '"steppe-config.h"'),
        'src/formats/a.c': c('"model/a.h"', '"geo/a.h"', '<yyjson.h>'),
        'src/time/a.h': HEADER}, None),
    ('model includes formats', 'check-includes.py',
     {'src/model/a.c': c('"formats/a.h"')}, 'src/model/a.c:2: model/ must not include formats/'),
    ('time includes geo', 'check-includes.py',
     {'src/time/a.c': c('"geo/a.h"')}, 'time/ must not include geo/'),
    ('paint includes a pane', 'check-includes.py',
     {'src/paint/a.c': c('"map/a.h"')}, 'paint/ must not include map/'),
    ('formats includes paint', 'check-includes.py',
     {'src/formats/a.c': c('"paint/a.h"')}, 'formats/ must not include paint/'),
    ('a pane includes another', 'check-includes.py',
     {'src/map/a.c': c('"timeline/a.h"')}, 'map/ must not include timeline/'),
    ('a widget includes a pane', 'check-includes.py',
     {'src/widgets/a.c': c('"map/a.h"')}, 'widgets/ must not include map/'),
    ('sheets include widgets', 'check-includes.py',
     {'src/sheets/a.c': c('"widgets/a.h"')}, 'sheets/ must not include widgets/'),
    ('a pane includes formats', 'check-includes.py',
     {'src/reader/a.c': c('"formats/a.h"')}, 'reader/ must not include formats/'),
    ('a pane includes app', 'check-includes.py',
     {'src/timeline/a.c': c('"app/a.h"')}, 'timeline/ must not include app/'),
    ('core includes GTK', 'check-includes.py',
     {'src/sheets/a.c': TOP + '  #  include <gtk/gtk.h>\n'}, 'must not include <gtk/gtk.h>'),
    ('core includes GDK', 'check-includes.py',
     {'src/paint/a.c': c('<glib.h>'), 'src/paint/a.h': HEADER + '#include <gdk/gdk.h>\n'}, 'must not include <gdk/gdk.h>'),
    ('core includes libadwaita', 'check-includes.py',
     {'src/model/a.c': c('<adwaita.h>')}, 'must not include <adwaita.h>'),
    ('a private header of another folder', 'check-includes.py',
     {'src/model/a.c': c('"time/a-private.h"')}, 'is private to time/'),
    ('an include without its folder', 'check-includes.py',
     {'src/model/a.c': c('"steppe-item.h"')}, 'write the folder in front'),
    ('an include that climbs', 'check-includes.py',
     {'src/model/a.c': c('"model/../app/a.h"')}, 'write the folder in front'),
    ('an include by macro', 'check-includes.py',
     {'src/model/a.c': c('GTK_HEADER')}, 'must name its file'),
    ('a folder that is not in the design', 'check-includes.py',
     {'src/util/a.c': c('<glib.h>')}, 'src/util/ is not a folder of the design'),
    ('a header without pragma once', 'check-includes.py',
     {'src/time/a.c': TOP, 'src/time/a.h': TOP}, 'src/time/a.h:1: a header needs #pragma once'),
    ('a file without licence', 'check-includes.py',
     {'src/time/a.c': '#include <glib.h>\n'}, 'src/time/a.c:1: the first line must be'),
    ('a test without licence', 'check-includes.py',
     {'src/time/a.c': TOP, 'tests/core/test-a.c': 'int x;\n'}, 'tests/core/test-a.c:1:'),
    ('a file of 800 lines', 'check-includes.py', {'src/time/a.c': TOP * 800}, None),
    ('a file of 801 lines', 'check-includes.py', {'src/time/a.c': TOP * 801}, '801 lines'),
    ('no sources at all', 'check-includes.py', {'src/time/meson.build': ''}, 'no src/'),

    ('a good POTFILES.in', 'check-potfiles.py', {
        'src/app/a.blp': 'title: _("A");\n', 'src/app/b.c': 'x = C_ ("ctx", "B");\n',
        'src/app/c.c': '/* _("no") */\n', 'src/app/d.c': 'x = _ (name);\n',
        'data/a.desktop.in': 'Name=A\n',
        'po/POTFILES.in': '# files\ndata/a.desktop.in\nsrc/app/a.blp\nsrc/app/b.c\n'}, None),
    ('a C file left out', 'check-potfiles.py',
     {'src/app/a.c': 'x = _("A");\n', 'po/POTFILES.in': ''}, 'src/app/a.c has strings'),
    ('a plural left out', 'check-potfiles.py',
     {'src/app/a.c': 'x = ngettext ("A", "B", n);\n', 'po/POTFILES.in': ''}, 'src/app/a.c has strings'),
    ('a Blueprint left out', 'check-potfiles.py',
     {'src/app/a.blp': "title: C_('ctx', 'A');\n", 'po/POTFILES.in': ''}, 'src/app/a.blp has strings'),
    ('a desktop file left out', 'check-potfiles.py',
     {'data/a.desktop.in.in': 'Name=A\n'}, 'data/a.desktop.in.in has strings'),
    ('a media type left out', 'check-potfiles.py',
     {'data/a.mime.xml': '<mime-info/>', 'po/POTFILES.in': ''}, 'data/a.mime.xml has strings'),
    ('a macro in a string', 'check-potfiles.py',
     {'src/app/a.c': '/* "\n */\nx = _ ("A" "%" G_GINT64_FORMAT);\n', 'po/POTFILES.in': 'src/app/a.c\n'},
     'src/app/a.c:3: a macro stands'),
    ('a macro in a plural', 'check-potfiles.py',
     {'src/app/a.c': 'x = ngettext ("%" PRIu64 " \\"A", "B", n);\n', 'po/POTFILES.in': 'src/app/a.c\n'}, 'a.c:1: a macro'),
    ('a string of two parts', 'check-potfiles.py',
     {'src/app/a.c': 'x = _ ("A\\"" "B", n);\n', 'po/POTFILES.in': 'src/app/a.c\n'}, None),
    ('a file that is gone', 'check-potfiles.py',
     {'po/POTFILES.in': 'src/app/a.c\n'}, 'src/app/a.c does not exist'),
    ('a file without strings', 'check-potfiles.py',
     {'src/app/a.c': 'int x;\n', 'po/POTFILES.in': 'src/app/a.c\n'}, 'has no strings'),
    ('a list out of order', 'check-potfiles.py',
     {'src/a.c': '_("A")', 'src/b.c': '_("B")', 'po/POTFILES.in': 'src/b.c\nsrc/a.c\n'}, 'not sorted'),
    ('a file listed twice', 'check-potfiles.py',
     {'src/a.c': '_("A")', 'po/POTFILES.in': 'src/a.c\nsrc/a.c\n'}, 'listed twice'),

    ('good manifests', 'check-flatpak.py', flatpak(), None),
    ('no manifests', 'check-flatpak.py', {}, 'No such file'),
    ('a permission too many', 'check-flatpak.py', flatpak('"--device=dri"', '"--device=dri", "--share=network"'),
     'Steppe.json: the permissions are not'),
    ('a permission too many in one', 'check-flatpak.py', flatpak('', '', '--device=dri', '--device=all'),
     'Steppe.Devel.json: the permissions are not'),
    ('an archive without checksum', 'check-flatpak.py', flatpak('"sha256": "0', '"sha256": "'), 'yyjson: the archive has no sha256'),
    ('an archive by http', 'check-flatpak.py', flatpak('https:', 'http:'), 'qpdf: the archive has no address'),
    ('a source from git', 'check-flatpak.py', flatpak('"archive"', '"git"'), 'cmark: its sources are not one of type archive'),
    ('a runtime that is not stable', 'check-flatpak.py', flatpak('"51"', '"master"'), 'not one that is stable'),
    ('translations apart', 'check-flatpak.py', flatpak('"separate-locales": false', '"separate-locales": true'), 'separate-locales'),
    ('another id', 'check-flatpak.py', flatpak('steppe_reader.Steppe', 'steppe'), 'the id is not'),
    ('headers left', 'check-flatpak.py', flatpak('"/include", ', ''), 'not cleaned up: /include'),
    ('a variant of another runtime', 'check-flatpak.py', flatpak('', '', '"51"', '"50"'),
     'Steppe.Devel.json: differs from the other manifest in runtime-version'),
    ('a variant that is none', 'check-flatpak.py', flatpak('', '', '-Dprofile=development', '-Dprofile=default'),
     'Steppe.Devel.json: differs from the other manifest in modules'),

    ('good format', 'check-format.py',
     {'.clang-format': 'BasedOnStyle: GNU\n', 'src/a.c': 'int x;\n'}, None),
    ('bad format', 'check-format.py',
     {'.clang-format': 'BasedOnStyle: GNU\n', 'src/a.c': 'int   x;\n'}, 'src/a.c:1:'),
    ('bad format in a test', 'check-format.py',
     {'.clang-format': 'BasedOnStyle: GNU\n', 'tests/core/a.c': 'int   x;\n'}, 'tests/core/a.c:1:'),

    ('a good release', 'check-release.py', release('1.2.0', '1.2.0', '4 May 2027', '1.2.0', '2027-05-04'), None),
    ('a version that NEWS does not have', 'check-release.py',
     release('1.3.0', '1.2.0', '4 May 2027', '1.3.0', '2027-05-04'), 'NEWS 1.2.0'),
    ('a version that the metainfo does not have', 'check-release.py',
     release('1.3.0', '1.3.0', '4 May 2027', '1.2.0', '2027-05-04'), 'the metainfo 1.2.0'),
    ('a release of two days', 'check-release.py',
     release('1.2.0', '1.2.0', '4 May 2027', '1.2.0', '2027-05-05'), '2027-05-05'),
]

# A dossier, and a part of what the JSON Schema must say of it (None: it is good).
DOSSIERS = [
    ('a good dossier', {'format': 'steppe-dossier', 'version': 1, 'title': 'A', 'x-own': 1}, None),
    ('no version', {'format': 'steppe-dossier'}, "'version' is a required property"),
    ('an event without id', {'format': 'steppe-dossier', 'version': 1, 'events': [{'title': 'A'}]},
     "/events/0: 'id' is a required property"),
]

# Records of meson's log, and the line and exit status they must give.
LOGS = [
    ('no test ran', [], '0 passed, 0 failed, 0 skipped', 1),
    ('cases of TAP', [('OK', 'TAP version 14\n1..3\nok 1 /a\nok 2 /b # SKIP no\nok 3 - /c\n')],
     '2 passed, 0 failed, 1 skipped', 0),
    ('plain tests', [('OK', ''), ('SKIP', ''), ('FAIL', 'ok 1 is not TAP without a plan\n')],
     '1 passed, 1 failed, 1 skipped', 1),
    ('a failed case', [('FAIL', '1..2\nok 1 /a\nnot ok 2 /b\n')], '1 passed, 1 failed, 0 skipped', 1),
    ('a failed case and a bad exit', [('ERROR', '1..1\nnot ok 1 /a\n')], '0 passed, 1 failed, 0 skipped', 1),
    ('a crash after a good case', [('ERROR', '1..3\nok 1 /a\n')], '1 passed, 1 failed, 0 skipped', 1),
    ('a test that took too long', [('TIMEOUT', '1..3\nok 1 /a\n')], '1 passed, 1 failed, 0 skipped', 1),
    ('a known failure', [('OK', '1..2\nok 1 /a\nnot ok 2 /b # TODO later\n')], '2 passed, 0 failed, 0 skipped', 0),
    ('only skipped', [('SKIP', '1..0 # SKIP no display\n')], '0 passed, 0 failed, 1 skipped', 1),
    ('output of a case', [('OK', '1..1\n# not ok\n    not ok 1 inner\nok 1 /a\n')],
     '1 passed, 0 failed, 0 skipped', 0),
]

# The text of a file of TAP, and the line and exit status it must give.
TAP_FILES = [
    ('1..2\nok 1 a\nok 2 b\n', '2 passed, 0 failed, 0 skipped', 0),
    ('1..2\nok 1 a\nnot ok 2 b\n', '1 passed, 1 failed, 0 skipped', 1),
    ('1..2\nok 1 a\n', '1 passed, 1 failed, 0 skipped', 1),
    ('', '0 passed, 1 failed, 0 skipped', 1),
]


def run(program, *arguments):
    return subprocess.run([sys.executable, HERE / program, *arguments], capture_output=True, text=True)


def check_tree(program, files, expected):
    with tempfile.TemporaryDirectory() as folder:
        for name, content in files.items():
            path = Path(folder, name)
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(content, encoding='utf-8')
        done = run(program, folder)
    said = done.stdout + done.stderr
    if done.returncode == 77:
        raise tap.Skip(said.strip())
    if expected is None:
        assert done.returncode == 0 and said == '', f'exit {done.returncode}: {said}'
    else:
        assert done.returncode == 1 and expected in said, f'exit {done.returncode}: {said}'


def check_translations(source, translation, expected):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, 'po').mkdir()
        Path(folder, 'a.c').write_text(source, encoding='utf-8')
        Path(folder, 'po', 'POTFILES.in').write_text('a.c\n', encoding='utf-8')
        Path(folder, 'po', 'LINGUAS').write_text('mn\n', encoding='utf-8')
        Path(folder, 'po', 'mn.po').write_text(translation, encoding='utf-8')
        done = run('check-translations.py', folder)
    said = done.stdout + done.stderr
    assert done.returncode == (1 if expected else 0) and (expected or 'ok 3 mn') in said, f'exit {done.returncode}: {said}'


def check_dossier(dossier, expected):
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, 'a.dossier').write_text(json.dumps(dossier), encoding='utf-8')
        done = run('validate-dossiers.py', HERE.parent / 'data' / 'dossier.schema.json', folder)
    said = done.stdout + done.stderr
    assert '1..2' in said, said
    assert done.returncode == (1 if expected else 0) and (expected or '') in said, said


def check_log(tests, line, status):
    with tempfile.TemporaryDirectory() as folder:
        log = Path(folder, 'testlog.json')
        log.write_text(''.join(json.dumps({'result': result, 'stdout': output}) + '\n'
                               for result, output in tests), encoding='utf-8')
        done = run('summary.py', log)
    assert (done.stdout, done.returncode) == (line + '\n', status), f'exit {done.returncode}: {done.stdout}'


def check_tap_file(output, line, status):
    with tempfile.TemporaryDirectory() as folder:
        tap_file = Path(folder, 'contract.tap')
        tap_file.write_text(output, encoding='utf-8')
        done = run('summary.py', Path(folder, 'no-log.json'), tap_file)
    assert (done.stdout, done.returncode) == (line + '\n', status), f'exit {done.returncode}: {done.stdout}'


def check_no_log():
    with tempfile.TemporaryDirectory() as folder:
        done = run('summary.py', Path(folder, 'testlog.json'))
    assert (done.stdout, done.returncode) == ('0 passed, 0 failed, 0 skipped\n', 1)


PO = ('msgid ""\nmsgstr ""\n"Project-Id-Version: steppe\\n"\n"Language: mn\\n"\n'
      '"Content-Type: text/plain; charset=UTF-8\\n"\n"Plural-Forms: nplurals=2; plural=(n != 1);\\n"\n\n')
# Name, source, mn.po, and a part of what must be said (None: all is translated).
TRANSLATIONS = [
    ('all translated', '_("A %s")', PO + 'msgid "A %s"\nmsgstr "Б %s"\n', None),
    ('a string that is gone', '_("A")', PO + 'msgid "A"\nmsgstr "Б"\n\nmsgid "C"\nmsgstr ""\n', None),
    ('a new string', '_("A"); _("New")', PO + 'msgid "A"\nmsgstr "Б"\n', 'msgid "New"'),
    ('a new string of two lines', '_("New\\nline")', PO, '"line"'),
    ('a new string in a context', 'C_("where", "A")', PO + 'msgid "A"\nmsgstr "Б"\n', 'msgctxt "where" msgid "A"'),
    ('a fuzzy string', '_("A")', PO + '#, fuzzy\nmsgid "A"\nmsgstr "Б"\n', 'msgid "A"'),
    ('a plural that lacks a form', 'ngettext("a", "b", n)',
     PO + 'msgid "a"\nmsgid_plural "b"\nmsgstr[0] "г"\nmsgstr[1] ""\n', 'msgid_plural "b"'),
    ('another placeholder', 'g_strdup_printf (_("%u"), n)', PO + 'msgid "%u"\nmsgstr "%s"\n', 'msgid "%u"'),
    ('placeholders in another order', 'g_strdup_printf (_("%1$s %2$u"), n)', PO + 'msgid "%1$s %2$u"\nmsgstr "%2$u %1$s"\n', None),
    ('a date in another order', '_("%-d %B")', PO + 'msgid "%-d %B"\nmsgstr "%-m-%-d"\n', None),
    ('a mnemonic lost', '_("_Open")', PO + 'msgid "_Open"\nmsgstr "Б"\n', 'no mnemonic'),
    ('a mnemonic in brackets', '_("_Open…")', PO + 'msgid "_Open…"\nmsgstr "Б…(_O)"\n', None),
    ('an ellipsis lost', '_("_Open…")', PO + 'msgid "_Open…"\nmsgstr "_Б"\n', 'no “…”'),
    ('what to do', '_("New")', PO, 'steppe-update-po'),
    ('another language in the header', '_("A")', PO.replace(': mn', ': ru') + 'msgid "A"\nmsgstr "Б"\n', 'is not “mn”'),
    ('no plural forms', '_("A")', PO.replace('Plural', 'Rural') + 'msgid "A"\nmsgstr "Б"\n', 'no “Plural-Forms”'),
]


def main():
    cases = [(f'{program}: {name}', lambda p=program, f=files, e=expected: check_tree(p, f, e))
             for name, program, files, expected in TREES]
    cases += [(f'check-translations.py: {name}', lambda s=source, t=translation, e=expected: check_translations(s, t, e))
              for name, source, translation, expected in TRANSLATIONS]
    cases += [(f'validate-dossiers.py: {name}', lambda d=dossier, e=expected: check_dossier(d, e))
              for name, dossier, expected in DOSSIERS]
    cases += [(f'summary.py: {name}', lambda t=tests, l=line, s=status: check_log(t, l, s))
              for name, tests, line, status in LOGS]
    cases += [(f'summary.py: TAP file: {line}', lambda o=output, l=line, s=status: check_tap_file(o, l, s))
              for output, line, status in TAP_FILES]
    cases.append(('summary.py: no log', check_no_log))
    tap.run(cases)


if __name__ == '__main__':
    main()
