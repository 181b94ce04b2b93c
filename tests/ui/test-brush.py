#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Drag the brush of the timeline's strip in the real program, and read what the other panes hide."""

import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent))
import tap  # noqa: E402
from program import Atspi, has_state, open_story, wait_for, walk  # noqa: E402

HANDLE = 20  # pixels from the end of the strip to the handle, when all time is shown


def find_strip(program):
    """Return the strip, and where on the screen its left and right ends and its middle are."""
    frame = program.find('frame', 'Putin in Mongolia').get_extents(Atspi.CoordType.WINDOW)
    strip = program.find('slider', 'Visible Time')
    place = strip.get_extents(Atspi.CoordType.WINDOW)
    left = place.x - frame.x
    return strip, left, left + place.width, place.y - frame.y + place.height // 2


def drag(*steps):
    """Press the button of the mouse at the first of STEPS, move through the others, and let it go."""
    for number, (x, y) in enumerate(steps):
        subprocess.run(['xdotool', 'mousemove', str(x), str(y), *(['mousedown', '1'] if number == 0 else []), 'sleep', '0.1'],
                       check=True)
    subprocess.run(['xdotool', 'mouseup', '1'], check=True)


def read_hidden(program):
    """Return what map and contents say of events that are hidden, “” where they say nothing."""
    pane = program.find('grouping', 'Map')
    in_map = [node.get_name() for node in walk(pane) if 'hidden' in (node.get_name() or '')]
    everywhere = [node.get_name() for node in program.find_all(name='hidden')]
    elsewhere = everywhere[:]
    for name in in_map:
        elsewhere.remove(name)
    return (in_map or [''])[0], (elsewhere or [''])[0]


def wait_hidden(program):
    """Wait until map and contents hide as many events, and some; return their words."""
    in_map, _ = wait_for('the same words in map and contents',
                         lambda: (found := read_hidden(program))[0] != '' and found[0] == found[1] and found)
    return in_map


def is_filtering(program):
    return has_state(program.find('toggle button', 'Only What Is Visible'), Atspi.StateType.PRESSED)


def test_drag_hides():
    with open_story() as program:
        strip, left, right, y = find_strip(program)
        assert read_hidden(program) == ('', '')
        assert not is_filtering(program)
        middle = (left + right) // 2
        drag((right - HANDLE, y), (right - HANDLE - 20, y), (middle, y))
        first = wait_hidden(program)
        assert is_filtering(program)
        assert ' to ' in Atspi.Value.get_text(strip) and '2025' not in Atspi.Value.get_text(strip)
        drag((middle, y), (middle - 20, y), ((left + middle) // 2, y))
        wait_for('more to be hidden', lambda: wait_hidden(program) != first)


def test_show_all():
    with open_story() as program:
        program.go_to('list', 'Timeline')
        program.keys('Tab')
        program.wait_focused('Visible Time')
        program.keys('plus', 'plus', 'Home')
        wait_hidden(program)
        program.find('button', 'Show All').do_action(0)
        wait_for('nothing to be hidden', lambda: read_hidden(program) == ('', ''))
        assert not is_filtering(program)


tap.run([
    ('dragging the brush hides the same events in map and contents', test_drag_hides),
    ('the contents show all again', test_show_all),
])
