#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Fetch what the manifest downloads from Debian's source packages: fetch-sources.py MANIFEST DEST

Writes DEST/SHA256/NAME as flatpak-builder keeps downloads. Debian's copy of an archive often is the
archive itself; that is so when it has the checksum of the manifest. Where Debian packed the same
release anew, its own host is asked first, and when that cannot be reached, Debian's copy is taken,
and DEST/SHA256/repacked says so. Other archives are left for flatpak-builder to download.
"""

import hashlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2] / 'tests'))
import flatpak_manifest  # noqa: E402


def checksum(path):
    with open(path, 'rb') as file:
        return hashlib.file_digest(file, 'sha256').hexdigest()


def prepare_apt(work):
    """Return options for apt-get that keep to WORK, where it knows the sources of what the root has packages of."""
    for folder in ('lists/partial', 'cache/archives/partial'):
        (work / folder).mkdir(parents=True)
    lines = Path('/etc/apt/sources.list').read_text(encoding='utf-8')
    (work / 'sources.list').write_text(re.sub(r'^deb ', 'deb-src ', lines, flags=re.MULTILINE), encoding='utf-8')
    options = {'Dir::State::lists': work / 'lists', 'Dir::Cache': work / 'cache',
               'Dir::Etc::sourcelist': work / 'sources.list', 'Dir::Etc::sourceparts': '/dev/null',
               'APT::Sandbox::User': 'root'}
    return [argument for name, value in options.items() for argument in ('-o', f'{name}={value}')]


def fetch_debian(name, options, work):
    """Return the archive of the source package NAME, or None."""
    folder = work / name
    folder.mkdir()
    done = subprocess.run(['apt-get', '-qq', *options, 'source', '--download-only', '--tar-only', name], cwd=folder, check=False)
    found = sorted(folder.glob(f'{name}_*.orig.tar.*[!c]'))
    return found[0] if done.returncode == 0 and found else None


def fetch_upstream(source, path):
    done = subprocess.run(['curl', '--silent', '--fail', '--location', '--connect-timeout', '10', '--max-time', '120',
                           '--output', path, source['url']], check=False)
    return done.returncode == 0 and checksum(path) == source['sha256']


def is_same_release(debian, source):
    version = re.search(r'_([0-9][0-9.]*)', debian.name)[1].rstrip('.')
    return re.search(rf'(?<![0-9.]){re.escape(version)}(?![0-9]|\.[0-9])', source['url']) is not None


def repack(debian, path):
    """Write the tar archive DEBIAN to PATH, compressed as its name says."""
    with open(path, 'wb') as output:
        unpacked = subprocess.Popen(['xz', '--decompress', '--stdout', debian], stdout=subprocess.PIPE)
        subprocess.run(['gzip', '--no-name'], stdin=unpacked.stdout, stdout=output, check=True)
        if unpacked.wait() != 0:
            raise RuntimeError(f'{debian.name} could not be unpacked')


def fetch(name, source, debian, folder):
    path = folder / Path(source['url']).name
    folder.mkdir()
    if debian and checksum(debian) == source['sha256']:
        debian.rename(path)
        return 'from Debian'
    if fetch_upstream(source, path):
        return 'from its own host'
    path.unlink(missing_ok=True)
    if debian and debian.suffix == '.xz' and path.name.endswith('.tar.gz') and is_same_release(debian, source):
        repack(debian, path)
        (folder / 'repacked').write_text(f'{debian.name}\n', encoding='utf-8')
        return 'as Debian packed it anew'
    folder.rmdir()
    return 'not found: flatpak-builder is to download it'


def main():
    manifest, destination = flatpak_manifest.load(sys.argv[1]), Path(sys.argv[2])
    with tempfile.TemporaryDirectory(dir=destination) as work:
        work = Path(work)
        options = prepare_apt(work)
        subprocess.run(['apt-get', '-qq', *options, 'update'], check=True)
        for name, source in flatpak_manifest.archives(manifest):
            how = fetch(name, source, fetch_debian(name, options, work), destination / source['sha256'])
            print(f'{name}: {how}')


if __name__ == '__main__':
    main()
