#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Build the Flatpak of the manifest, install it and try it in its sandbox. Run by `./dev flatpak`.

It needs a display, a session bus, a throw-away HOME, and a repository with the runtime. What may
not be done in the sandbox is tried with the permission as well, to show that the trial works.
"""

import argparse
import configparser
import gzip
import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from xml.etree import ElementTree

TOP = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TOP / 'tests' / 'ui'))

import flatpak_manifest  # noqa: E402
import tap  # noqa: E402
from program import Atspi, wait_for, walk  # noqa: E402

ID = 'io.github.steppe_reader.Steppe'
DEVEL = f'{ID}.Devel'
BRANCH = 'test'
TITLE = 'Putin in Mongolia'
HOME = Path(os.environ['HOME'])
DOCUMENTS = HOME / 'Documents'
DOSSIER = DOCUMENTS / 'mongolia-2024.dossier'

options = argparse.ArgumentParser(description='Try the Flatpak in its sandbox.')
options.add_argument('--runtime', required=True, help='a repository with the runtime and the SDK')
options.add_argument('--sources', required=True, type=Path, help='archives, each in a folder named for its checksum')
options.add_argument('--output', required=True, type=Path, help='where the Flatpak and a picture of it are left')
given = options.parse_args()


def manifest_of(app_id):
    return TOP / 'flatpak' / f'{app_id}.json'


def command(*arguments, user='user', **more):
    """Run a program for which the installation USER is that of the user, and return what came of it."""
    return subprocess.run(arguments, env=os.environ | {'FLATPAK_USER_DIR': str(HOME / user)}, stdin=subprocess.DEVNULL,
                          capture_output=True, text=True, check=False, **more)


def must(*arguments, **more):
    """Run a program that is to succeed, and return its output."""
    done = command(*arguments, **more)
    if done.returncode != 0:
        raise AssertionError(f'{" ".join(map(str, arguments))}\n{done.stdout[-4000:]}{done.stderr[-4000:]}')
    return done.stdout


def in_sandbox(script, *permissions):
    """Return what a shell script says in the sandbox of Steppe."""
    return must('flatpak', 'run', '--user', *permissions, '--command=sh', ID, '-c', script).strip()


def require_portal():
    """Skip what needs the portal of files where the user may not mount that."""
    done = command('dbus-send', '--session', '--print-reply', '--dest=org.freedesktop.portal.Documents',
                   '/org/freedesktop/portal/documents', 'org.freedesktop.portal.Documents.GetMountPoint')
    if done.returncode != 0 and os.getuid() != 0:
        raise tap.Skip(f'the portal of files cannot be mounted: {done.stderr.strip()}')


def steppe(*arguments, permissions=()):
    """Run Steppe in its sandbox; @@ stands before and after the names of files that are handed to it."""
    if '@@' in arguments:
        require_portal()
    return command('flatpak', 'run', '--user', '--file-forwarding', *permissions, ID, *map(str, arguments))


def install_runtime(user, *names):
    must('flatpak', '--user', 'remote-add', '--no-gpg-verify', 'stand-in', f'file://{given.runtime}', user=user)
    version = json.loads(manifest_of(ID).read_text(encoding='utf-8'))['runtime-version']
    must('flatpak', '--user', 'install', '--noninteractive', 'stand-in', *(f'{name}//{version}' for name in names), user=user)


# ---- Building

def check_source(name, source):
    """Hand an archive to flatpak-builder, which downloads what it is not handed, and checks that."""
    kept = given.sources / source['sha256']
    handed = given.output / 'state' / 'downloads' / source['sha256']
    if kept.exists():
        handed.mkdir(parents=True, exist_ok=True)
        shutil.copy(kept / Path(source['url']).name, handed)
    if (kept / 'repacked').exists():
        raise tap.Skip(f'its host cannot be reached; built of {(kept / "repacked").read_text(encoding="utf-8").strip()}')
    if kept.exists():
        assert must('sha256sum', handed / Path(source['url']).name).split()[0] == source['sha256']


def build(app_id):
    folder = given.output / 'app'
    done = command(
        'flatpak-builder', '--user', '--force-clean', '--disable-rofiles-fuse', '--disable-updates', '--rebuild-on-sdk-change', '--ccache',
        f'--state-dir={given.output / "state"}', f'--repo={given.output / "repo"}', f'--default-branch={BRANCH}',
        folder, manifest_of(app_id), user='builder', cwd=given.output)
    log = given.output / f'{app_id}.log'
    log.write_text(done.stdout + done.stderr, encoding='utf-8')
    shutil.rmtree(folder, ignore_errors=True)
    assert done.returncode == 0, f'see {log}\n{(done.stdout + done.stderr)[-3000:]}'


def test_build():
    install_runtime('builder', 'org.gnome.Platform', 'org.gnome.Sdk')
    shutil.rmtree(given.output / 'repo', ignore_errors=True)
    build(ID)


def test_install():
    bundle = given.output / f'{ID}.flatpak'
    must('flatpak', 'build-bundle', given.output / 'repo', bundle, ID, BRANCH)
    install_runtime('user', 'org.gnome.Platform')
    must('flatpak', '--user', 'install', '--noninteractive', '--bundle', bundle)


def test_devel():
    build(DEVEL)
    bundle = given.output / f'{DEVEL}.flatpak'
    must('flatpak', 'build-bundle', given.output / 'repo', bundle, DEVEL, BRANCH)
    must('flatpak', '--user', 'install', '--noninteractive', '--bundle', bundle)
    assert 'Steppe' in must('flatpak', 'run', '--user', DEVEL, '--version')
    assert permissions(DEVEL) == permissions(ID)
    assert (files(DEVEL) / f'share/applications/{DEVEL}.desktop').exists()


def installed(test):
    """Return TEST for a Flatpak that is there: one that is not is no reason to tell of each thing that it does not do."""
    def run():
        assert command('flatpak', 'info', '--user', ID).returncode == 0, 'there is nothing installed that could be tried'
        test()
    return run


# ---- What is in it

def files(app_id=ID):
    return Path(must('flatpak', 'info', '--user', '--show-location', app_id).strip()) / 'files'


def permissions(app_id):
    text = must('flatpak', 'info', '--user', '--show-permissions', app_id)
    parser = configparser.ConfigParser(delimiters='=')
    parser.read_string(text)
    return {section: {key: set(value.strip(';').split(';')) for key, value in parser[section].items()}
            for section in parser.sections()}


def test_permissions():
    found = permissions(ID)
    # Flatpak writes x11 besides fallback-x11, for versions of itself that do not know the second.
    assert found == {'Context': {'shared': {'ipc'}, 'sockets': {'wayland', 'x11', 'fallback-x11'}, 'devices': {'dri'}}}, found


def test_contents():
    found = files()
    for name in ('include', 'lib/pkgconfig', 'lib/cmake', 'share/man', 'bin/cmark'):
        assert not (found / name).exists(), f'{name} is left of building'
    archives = [path for pattern in ('*.a', '*.la') for path in found.rglob(pattern)]
    assert not archives, archives
    for name in ('yyjson', 'cmark', 'qpdf', 'steppe'):
        licences = found / 'share' / 'licenses' / ID / name
        assert licences.is_dir() and any(licences.iterdir()), f'the licence of {name} is not in it'


def test_exports():
    exported = files().parent / 'export' / 'share'
    found = {str(path.relative_to(exported)) for path in exported.rglob('*') if path.is_file()}
    wanted = {f'applications/{ID}.desktop', f'metainfo/{ID}.metainfo.xml', f'mime/packages/{ID}.xml',
              f'icons/hicolor/scalable/apps/{ID}.svg', f'icons/hicolor/symbolic/apps/{ID}-symbolic.svg'}
    if (TOP / 'data' / 'steppe.service.in').exists():
        wanted |= {f'dbus-1/services/{ID}.service', f'gnome-shell/search-providers/{ID}.search-provider.ini'}
    assert wanted <= found, wanted - found
    entry = configparser.ConfigParser(interpolation=None, delimiters='=')
    entry.read(exported / f'applications/{ID}.desktop', encoding='utf-8')
    assert entry['Desktop Entry']['X-Flatpak'] == ID
    assert f'--file-forwarding {ID} @@u %U @@' in entry['Desktop Entry']['Exec'], entry['Desktop Entry']['Exec']


def test_catalogue():
    catalogue = next(path for path in files().rglob(f'{ID}.xml.gz'))
    with gzip.open(catalogue) as file:
        component = ElementTree.parse(file).getroot().find('component')
    assert component.findtext('id') == ID
    assert component.findtext('name') == 'Steppe'
    sizes = {icon.get('width') for icon in component.findall('icon[@type="cached"]')}
    assert {'64', '128'} <= sizes, sizes
    languages = {language.text for language in component.findall('languages/lang')}
    assert {'ru', 'mn', 'zh_CN'} <= languages, languages


# ---- The sandbox

def test_home():
    look = f'[ -e {DOSSIER} ] && echo open || echo closed'
    assert in_sandbox(look) == 'closed'
    assert in_sandbox(look, '--filesystem=home') == 'open'


def test_network():
    count = 'grep -c : /proc/net/dev'
    assert in_sandbox(count) == '1'
    outside = subprocess.run(['grep', '-c', ':', '/proc/net/dev'], capture_output=True, text=True, check=True).stdout.strip()
    assert in_sandbox(count, '--share=network') == outside
    if outside == '1':
        raise tap.Skip('there is no network here either')


def test_read_only():
    for folder in ('/app', '/app/share', '/usr', '/usr/lib'):
        assert in_sandbox(f'touch {folder}/trial 2> /dev/null && echo open || echo closed') == 'closed', folder
    assert in_sandbox('touch "$XDG_DATA_HOME/trial" && echo open || echo closed') == 'open'


# ---- Steppe in it

def test_list():
    outside = DOSSIER.read_text(encoding='utf-8')
    done = steppe('--list', '@@', DOSSIER, '@@')
    assert done.returncode == 0, done.stderr
    rows = [line.split('\t') for line in done.stdout.splitlines()]
    assert len(rows) == len(json.loads(outside)['events'])
    assert {row[0] for row in rows} == {event['id'] for event in json.loads(outside)['events']}


def test_closed_file():
    done = steppe('--check', DOSSIER)
    assert done.returncode == 2 and str(DOSSIER) in done.stderr, done


def fact_sheet(language):
    sheet = DOCUMENTS / f'sheet-{language}.pdf'
    done = steppe('--fact-sheet', 'dossier', '--lang', language, '--output', sheet, '@@', DOSSIER, '@@',
                  permissions=[f'--filesystem={DOCUMENTS}'])
    assert done.returncode == 0, done.stderr
    must('qpdf', '--check', sheet)
    return must('pdftotext', '-layout', sheet, '-')


def test_fact_sheets():
    title = json.loads(DOSSIER.read_text(encoding='utf-8'))['title']
    for language in ('en', 'ru', 'mn', 'zh-Hans'):
        text = fact_sheet(language)
        wanted = title.get(language) or title[language.split('-')[0]]
        assert ''.join(wanted.split()) in ''.join(text.split()), f'{language}: “{wanted}” is not in\n{text[:600]}'


def test_languages():
    said = {}
    for locale in ('en_US', 'ru_RU', 'mn_MN', 'zh_CN'):
        said[locale] = steppe('--help', permissions=[f'--env=LC_ALL={locale}.UTF-8']).stdout
    assert len(set(said.values())) == 4, said
    by_language = steppe('--help', permissions=['--env=LC_ALL=en_US.UTF-8', '--env=LANGUAGE=ru']).stdout
    assert by_language == said['ru_RU']


class Window:
    """Steppe in its sandbox, with a window whose title holds TITLE."""

    def __init__(self, *arguments, title=TITLE):
        require_portal()
        self.title = title
        self.process = subprocess.Popen(
            ['flatpak', 'run', '--user', '--file-forwarding', ID, *map(str, arguments)],
            env=os.environ | {'FLATPAK_USER_DIR': str(HOME / 'user'), 'GSK_RENDERER': 'cairo'})

    def __enter__(self):
        self.app = wait_for('Steppe on the accessibility bus', self._find)
        self.handle = wait_for(f'a window “{self.title}”', lambda: windows(self.title))
        must('xdotool', 'windowfocus', '--sync', self.handle)
        return self

    def __exit__(self, *_):
        command('flatpak', 'kill', ID)
        self.process.wait()

    def _find(self):
        assert self.process.poll() is None, 'Steppe has ended'
        return accessible('steppe')

    def end(self, keys):
        """Press KEYS, which end Steppe, and wait for that."""
        must('xdotool', 'key', keys)
        wait_for('Steppe to end', lambda: self.process.poll() is not None)

    def wait_name(self, role, name):
        """Wait for an object with that role whose name holds NAME."""
        def find():
            self.app.clear_cache()
            return [node for node in walk(self.app) if node.get_role_name() == role and name in (node.get_name() or '')]
        return wait_for(f'{role} “{name}”', find)[0]


def windows(title):
    """Return the handle of the window on top whose title holds TITLE, if there is one."""
    found = command('xdotool', 'search', '--onlyvisible', '--name', title).stdout.split()
    return found[-1] if found else None


def accessible(name):
    """Return the program NAME on the accessibility bus, if it is there."""
    desktop = Atspi.get_desktop(0)
    apps = [desktop.get_child_at_index(position) for position in range(desktop.get_child_count())]
    return next((app for app in apps if app is not None and app.get_name() == name), None)


def is_drawn(window, picture):
    """Take a picture of a window, and return whether it has as many colours as a map has."""
    must('import', '-window', window.handle, picture)
    return int(must('identify', '-format', '%k', picture)) > 1000


def test_window():
    with Window('@@', DOSSIER, '@@') as window:
        window.wait_name('frame', TITLE)
        window.wait_name('label', 'Putin')
        wait_for('a picture of the window', lambda: is_drawn(window, given.output / 'screenshot.png'))
        window.end('ctrl+q')


def test_remembers():
    # What was open is open again, though no one hands it over again.
    with Window() as window:
        window.wait_name('frame', TITLE)
        window.end('ctrl+w')
    # What is in the list is named as people know it.
    with Window(title='Steppe') as window:
        window.wait_name('label', 'Recent')
        window.wait_name('label', str(DOSSIER))


def test_reload():
    with Window('@@', DOSSIER, '@@') as window:
        window.wait_name('frame', TITLE)
        changed = DOSSIER.with_suffix('.new')
        changed.write_text(DOSSIER.read_text(encoding='utf-8').replace(TITLE, 'Putin in Ulaanbaatar'), encoding='utf-8')
        changed.rename(DOSSIER)
        # Somebody was in another program, and comes back.
        with subprocess.Popen(['display', '-title', 'An editor', given.output / 'screenshot.png']) as editor:
            must('xdotool', 'windowfocus', '--sync', wait_for('another window', lambda: windows('An editor')))
            must('xdotool', 'windowfocus', '--sync', window.handle)
            editor.terminate()
        window.wait_name('button', 'Reload').do_action(0)
        window.wait_name('frame', 'Putin in Ulaanbaatar')


def is_drawing(path):
    """Return whether PATH is a whole SVG file."""
    try:
        return ElementTree.parse(path).getroot().tag.endswith('}svg')
    except (FileNotFoundError, ElementTree.ParseError):
        return False


def test_export():
    exported = DOCUMENTS / 'map.svg'
    with Window('@@', DOSSIER, '@@', title='Putin in') as window:
        window.wait_name('frame', 'Putin in')
        must('xdotool', 'key', 'ctrl+e')
        chooser = wait_for('the dialog of the desktop', lambda: windows('Export the Map'))
        must('xdotool', 'windowfocus', '--sync', chooser, 'key', 'ctrl+a', 'type', '--delay', '40', f'{exported}')
        must('xdotool', 'key', 'Return')
        wait_for('the map', lambda: is_drawing(exported))


def main():
    shutil.rmtree(given.output / 'state' / 'build', ignore_errors=True)
    DOCUMENTS.mkdir(parents=True)
    shutil.copy(TOP / 'data' / 'dossiers' / DOSSIER.name, DOSSIER)
    sources = [(f'the source of {name} is what the manifest names', lambda name=name, source=source: check_source(name, source))
               for name, source in flatpak_manifest.archives(flatpak_manifest.load(manifest_of(ID)))]
    tap.run([
        *sources,
        ('the manifest is built', test_build),
        ('it is installed where only the runtime is', test_install),
        *((name, installed(test)) for name, test in [
            ('it may do what the manifest says and nothing else', test_permissions),
            ('it has the licences, and nothing left of building', test_contents),
            ('the desktop gets its files', test_exports),
            ('software catalogues get name, icons and languages', test_catalogue),
            ('the home folder is closed', test_home),
            ('the network is closed', test_network),
            ('the program and the runtime cannot be written', test_read_only),
            ('a file that is handed over is read', test_list),
            ('a file that is not handed over is not', test_closed_file),
            ('fact sheets are written, in four languages', test_fact_sheets),
            ('it speaks the language of the desktop', test_languages),
            ('a file that is handed over is shown in a window', test_window),
            ('it remembers what was read, under the name that people know', test_remembers),
            ('it offers to read a file again that has changed outside', test_reload),
            ('it writes a file where people choose', test_export),
            ('the development variant is built and starts', test_devel),
        ]),
    ])


if __name__ == '__main__':
    main()
