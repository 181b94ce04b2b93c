# SPDX-License-Identifier: GPL-3.0-or-later
"""Drive the real program as a person with a keyboard and a screen reader does.

The program is seen through the accessibility bus (AT-SPI) only, and steered by keys only.
"""

import os
import subprocess
import sys
import tempfile
import time

# What the program is to be strict about; the accessibility library here warns of what is normal,
# such as an object that goes away while it is asked for. Warnings are looked for in what the
# program says, and do not end it, because of the one below.
STRICT = {'G_DEBUG': os.environ.pop('G_DEBUG', '').replace('fatal-warnings', 'fatal-criticals')}

# GDK 4.24 says so on X11 of the first popover of any program, even one with nothing but a label.
FALSE_ALARM = 'gdk_frame_timings_submitted() called on submitted frame'

import gi  # noqa: E402

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

# xdotool holds Alt for the names of these keys where the keymap says that they are the same with Alt.
FUNCTION_KEYS = {f'F{number}': str(66 + number) for number in range(1, 11)} | {'F11': '95', 'F12': '96'}

PATIENCE = 40  # seconds; a machine may be slow, and nothing waits this long when all is well


def wait_for(what, look, patience=PATIENCE):
    """Return what LOOK returns as soon as that is true; fail with WHAT when it never is."""
    end = time.monotonic() + patience
    while True:
        try:
            found = look()
        except GLib.Error:  # an object went away while it was looked at
            found = None
        if found:
            return found
        if time.monotonic() > end:
            raise AssertionError(f'waited in vain for {what}')
        time.sleep(0.05)


def walk(node):
    """Yield NODE and all that is below it, in the order of the tree."""
    yield node
    for position in range(node.get_child_count()):
        child = node.get_child_at_index(position)
        if child is not None:
            yield from walk(child)


def has_state(node, state):
    node.clear_cache_single()
    return node.get_state_set().contains(state)


class Program:
    """A running Steppe, with its window in front."""

    def __init__(self, *arguments):
        self.said = tempfile.TemporaryFile('w+', errors='replace')
        self.process = subprocess.Popen([os.environ['STEPPE'], *arguments], env=os.environ | STRICT, stderr=self.said)
        self.app = wait_for('the program on the accessibility bus', self._find_app)
        self.window = wait_for('a window', self._find_window)
        subprocess.run(['xdotool', 'windowfocus', '--sync', self.window], check=True)

    def __enter__(self):
        return self

    def __exit__(self, failure, *_):
        self.process.terminate()
        self.process.wait()
        with self.said:
            self.said.seek(0)
            said = self.said.read()
        sys.stderr.write(said)
        warnings = [line for line in said.splitlines() if '-WARNING **' in line and FALSE_ALARM not in line]
        if failure is None and warnings:
            raise AssertionError('the program warns: ' + warnings[0])

    def _find_app(self):
        desktop = Atspi.get_desktop(0)
        for position in range(desktop.get_child_count()):
            app = desktop.get_child_at_index(position)
            if app is not None and app.get_process_id() == self.process.pid:
                return app
        return None

    def _find_window(self):
        if self.process.poll() is not None:
            raise AssertionError('the program has ended')
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', '--pid', str(self.process.pid)],
                               capture_output=True, text=True, check=False).stdout.split()
        return found[-1] if found else None

    def keys(self, *keys):
        """Press KEYS, named as X names them, one after the other."""
        subprocess.run(['xdotool', 'key', '--delay', '40', *(FUNCTION_KEYS.get(key, key) for key in keys)], check=True)

    def find_all(self, role=None, name=None, below=None):
        """Return the objects with that role whose name holds NAME."""
        self.app.clear_cache()
        return [node for node in walk(below or self.app)
                if (role is None or node.get_role_name() == role) and (name is None or name in (node.get_name() or ''))]

    def find(self, role=None, name=None, below=None):
        """Wait for an object with that role whose name holds NAME, and return it."""
        return wait_for(f'{role} “{name}”', lambda: self.find_all(role, name, below))[0]

    def focused(self):
        """Return the objects that say they have the keyboard's attention, the innermost last."""
        self.app.clear_cache()
        return [node for node in walk(self.app) if has_state(node, Atspi.StateType.FOCUSED)]

    def wait_focused(self, name):
        """Wait until an object whose name holds NAME has the keyboard's attention; return it."""
        return wait_for(f'focus on “{name}”',
                        lambda: [node for node in self.focused() if name in (node.get_name() or '')])[0]

    def is_focus_in(self, pane):
        """Return whether PANE or something below it has the keyboard's attention."""
        self.app.clear_cache()
        return any(has_state(node, Atspi.StateType.FOCUSED) for node in walk(pane))

    def go_to(self, role, name):
        """Press F6 until the keyboard is in the pane that is a ROLE called NAME, and return the pane."""
        pane = self.find(role, name)
        for _ in range(4):
            self.keys('F6')
            if wait_for('focus anywhere', self.focused) and self.is_focus_in(pane):
                return pane
        raise AssertionError(f'F6 does not lead to “{name}”')

    @staticmethod
    def text(node):
        """Return the text of NODE."""
        return Atspi.Text.get_text(node, 0, -1)

    def selected(self, below):
        """Return the names of the selected objects below BELOW."""
        self.app.clear_cache()
        return [node.get_name() for node in walk(below) if has_state(node, Atspi.StateType.SELECTED)]


def open_story():
    """Return the program with the founding story open."""
    program = Program(os.path.join(os.environ['STEPPE_DOSSIERS'], 'mongolia-2024.dossier'))
    program.find('frame', 'Putin in Mongolia')
    program.wait_focused('')
    return program
