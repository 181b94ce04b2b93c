#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Refuse manifests of the Flatpak that ask for more than they need, download what is not named by its checksum,
or differ from each other where they are not meant to.

check-flatpak.py [ROOT]: ROOT holds flatpak/. Prints FILE: MESSAGE for each fault and exits with 1 when there is one.
"""

import copy
import json
import re
import sys
from pathlib import Path

import flatpak_manifest

ID = 'io.github.steppe_reader.Steppe'
DEVEL = f'{ID}.Devel'
# Files and printers are reached by portals, which need no permission.
FINISH_ARGS = ['--share=ipc', '--socket=wayland', '--socket=fallback-x11', '--device=dri']
CLEANUP = {'/include', '/lib/cmake', '/lib/pkgconfig', '/share/man', '*.a', '*.la'}
MODULES = ['yyjson', 'cmark', 'qpdf', 'steppe']
DEVEL_OPTION = '-Dprofile=development'


def source_faults(manifest):
    for name, source in flatpak_manifest.archives(manifest):
        if not source.get('url', '').startswith('https://'):
            yield f'{name}: the archive has no address that starts with https://'
        if not re.fullmatch('[0-9a-f]{64}', source.get('sha256', '')):
            yield f'{name}: the archive has no sha256'
    for module in manifest['modules']:
        kinds = [source.get('type') for source in module.get('sources', [])]
        wanted = 'dir' if module['name'] == 'steppe' else 'archive'
        if kinds != [wanted]:
            yield f'{module["name"]}: its sources are not one of type {wanted}'


def faults(manifest, app_id):
    if manifest.get('id') != app_id:
        yield f'the id is not {app_id}'
    if (manifest.get('runtime'), manifest.get('sdk')) != ('org.gnome.Platform', 'org.gnome.Sdk'):
        yield 'the runtime is not that of GNOME'
    if not re.fullmatch('[0-9]+', manifest.get('runtime-version', '')):
        yield 'the version of the runtime is not one that is stable'
    if manifest.get('command') != 'steppe':
        yield 'the command is not steppe'
    if manifest.get('separate-locales') is not False:
        yield 'separate-locales is not false: fact sheets are to be had in every language, whatever the desktop speaks'
    if manifest.get('finish-args') != FINISH_ARGS:
        yield f'the permissions are not {" ".join(FINISH_ARGS)}'
    if not CLEANUP <= set(manifest.get('cleanup', [])):
        yield f'these are not cleaned up: {" ".join(sorted(CLEANUP - set(manifest.get("cleanup", []))))}'
    if [module['name'] for module in manifest['modules']] != MODULES:
        yield f'the modules are not {" ".join(MODULES)}'
    yield from source_faults(manifest)


def as_devel(manifest):
    """Return what the manifest of the development variant is to be."""
    devel = copy.deepcopy(manifest)
    devel['id'] = DEVEL
    devel['tags'] = ['devel']
    devel['desktop-file-name-suffix'] = ' (Development)'
    devel['modules'][-1].setdefault('config-opts', []).append(DEVEL_OPTION)
    return devel


def all_faults(folder):
    manifests = {}
    for app_id in (ID, DEVEL):
        name = f'{app_id}.json'
        try:
            manifests[app_id] = flatpak_manifest.load(folder / name)
        except (OSError, json.JSONDecodeError) as error:
            yield f'flatpak/{name}: {error}'
            continue
        for fault in faults(manifests[app_id], app_id):
            yield f'flatpak/{name}: {fault}'
    if len(manifests) == 2 and manifests[DEVEL] != as_devel(manifests[ID]):
        wanted = as_devel(manifests[ID])
        keys = sorted(key for key in wanted.keys() | manifests[DEVEL].keys() if wanted.get(key) != manifests[DEVEL].get(key))
        yield f'flatpak/{DEVEL}.json: differs from the other manifest in {", ".join(keys)}'


def main():
    found = list(all_faults(Path(sys.argv[1] if len(sys.argv) > 1 else '.').resolve() / 'flatpak'))
    print('\n'.join(found), end='\n' if found else '')
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
