#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Read the founding story with the keyboard alone, and look at it as a screen reader does."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent))
import tap  # noqa: E402
from program import open_story, wait_for  # noqa: E402


def assert_selected_everywhere(program, title):
    """Each pane shows that the event called TITLE is the selected one."""
    for role, name in (('list', 'Events'), ('list', 'Timeline'), ('grouping', 'Map')):
        pane = program.find(role, name)
        wait_for(f'“{title}” selected in “{name}”',
                 lambda: [found for found in program.selected(pane) if title in found])
    program.find('label', title, below=program.find('grouping', 'Selected'))


def test_text_is_readable():
    with open_story() as program:
        text = program.find('text')
        assert 'Late on Monday, 2 September 2024' in program.text(text)
        links = program.find_all('link', below=text)
        assert len(links) >= 60, len(links)


def test_mention_selects():
    with open_story() as program:
        for _ in range(20):
            if [node for node in program.focused() if node.get_name() == 'met him']:
                break
            program.keys('Tab')
        program.wait_focused('met him')
        program.keys('Return')
        assert_selected_everywhere(program, 'Arrival in Mongolia')


def test_timeline_selects():
    with open_story() as program:
        program.go_to('list', 'Timeline')
        program.keys('Home', 'Right', 'Right', 'Right', 'Right')
        program.wait_focused('Battles of Khalkhin Gol')
        program.keys('Return')
        assert_selected_everywhere(program, 'Battles of Khalkhin Gol')


def test_timeline_card():
    with open_story() as program:
        pane = program.go_to('list', 'Timeline')
        program.keys('Home', 'Return', 'Right')
        program.find('label', 'Soviet-Mongolian friendship agreement', below=program.find('tool tip'))
        program.keys('Escape')
        wait_for('the card to go', lambda: not program.find_all('tool tip'))
        assert [name for name in program.selected(pane) if 'Revolution in Mongolia' in name]
        program.keys('Escape')
        wait_for('nothing to be selected', lambda: not program.selected(pane))


def test_map_selects():
    with open_story() as program:
        pane = program.go_to('grouping', 'Map')
        for _ in range(40):
            focused = program.focused()[-1]
            if ', ' in focused.get_name() and 'events' not in focused.get_name():
                break
            program.keys('Tab')
        title = focused.get_name().split(', ')[1]
        program.keys('Return')
        wait_for('the marker to be selected',
                 lambda: [found for found in program.selected(pane) if title in found])
        assert_selected_everywhere(program, title)


def test_contents_select_and_open():
    with open_story() as program:
        program.go_to('list', 'Events')
        program.keys('Home', 'Down', 'Down')
        assert_selected_everywhere(program, 'Mongolian People’s Republic proclaimed')
        program.keys('Return')
        program.find('label', 'Who', below=program.find('grouping', 'Event'))


def test_steps_in_time():
    with open_story() as program:
        program.keys('alt+Down')
        assert_selected_everywhere(program, 'Revolution in Mongolia')
        program.keys('alt+Down')
        assert_selected_everywhere(program, 'Soviet-Mongolian friendship agreement')
        program.keys('alt+Up')
        assert_selected_everywhere(program, 'Revolution in Mongolia')
        program.keys('Escape')
        wait_for('nothing to be selected', lambda: not program.selected(program.find('list', 'Timeline')))


tap.run([
    ('the text and its mentions are readable', test_text_is_readable),
    ('a mention selects in all panes', test_mention_selects),
    ('the timeline selects in all panes', test_timeline_selects),
    ('the keyboard has a card on the timeline, which the first Escape hides', test_timeline_card),
    ('the map selects in all panes', test_map_selects),
    ('the contents select, and open a page', test_contents_select_and_open),
    ('events are stepped through in time', test_steps_in_time),
])
