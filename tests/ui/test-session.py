#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the program keeps from one start to the next: recent dossiers, and those that were open when it was quit."""

import os
import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent))
import tap  # noqa: E402
from program import Program, wait_for  # noqa: E402

DOSSIERS = Path(os.environ['STEPPE_DOSSIERS'])
# Settings must outlive a process here; their file is in the folder that the test has to itself.
os.environ['GSETTINGS_BACKEND'] = 'keyfile'


def end(program, *keys):
    """Press KEYS, which end the program, and wait for that."""
    program.keys(*keys)
    wait_for('the program to end', lambda: program.process.poll() is not None)


def test_session():
    with tempfile.TemporaryDirectory() as folder:
        copy = Path(folder) / 'copy.dossier'
        shutil.copy(DOSSIERS / 'khalkhin-gol-1939.dossier', copy)
        with Program(str(copy)) as program:
            program.find('frame', 'Khalkhin Gol')
            end(program, 'ctrl+q')

        # What was open when the program was quit is open again.
        with Program() as program:
            program.find('frame', 'Khalkhin Gol')
            end(program, 'ctrl+w')

        # A window that the reader closed stays closed, but its dossier can be chosen.
        with Program() as program:
            program.find('label', 'Recent')
            program.find('label', 'Battles of Khalkhin Gol, 1939')
            program.find('label', str(copy))

        # A file that is no longer there is not opened.
        with Program(str(copy)) as program:
            program.find('frame', 'Khalkhin Gol')
            copy.unlink()
            end(program, 'ctrl+q')
        with Program() as program:
            program.find('button', 'Open…')
            assert not program.find_all('frame', 'Khalkhin Gol')


if __name__ == '__main__':
    tap.run([('the session', test_session)])
