#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The reading pane as a screen reader and a keyboard find it, in the real program."""

import os
import re

import tap
from program import Atspi, Program, wait_for

SAMPLE = os.path.join(os.environ['STEPPE_DOSSIERS'], 'mongolia-2024.dossier')


def find_story(program):
    """Return the text that has links in it."""
    def look():
        return [node for node in program.find_all('text') if program.find_all('link', below=node)]
    return wait_for('the story', look)[0]


def find_links(program):
    return program.find_all('link', below=find_story(program))


def test_text_is_read():
    with Program(SAMPLE) as program:
        story = find_story(program)
        text = Atspi.Text.get_text(story, 0, -1)
        assert 'A guest under warrant' in text, text[:200]
        assert len(text) > 5000, len(text)
        assert '](#' not in text, 'the marks of CommonMark are shown'


def test_mentions_are_links():
    with Program(SAMPLE) as program:
        story = find_story(program)
        links = find_links(program)
        text = Atspi.Text.get_text(story, 0, -1)
        assert len(links) >= 120, len(links)
        marks = [link for link in links if re.match(r'Source \d+: ', link.get_name())]
        assert len(marks) >= 60, len(marks)
        for link in links:
            assert link in marks or link.get_name() in text, link.get_name()
            assert ': ' in link.get_description(), link.get_description()

        def look():
            return links[0].get_extents(Atspi.CoordType.WINDOW).width > 0
        wait_for('the place of the first mention', look)
        place = links[0].get_extents(Atspi.CoordType.WINDOW)
        around = story.get_extents(Atspi.CoordType.WINDOW)
        assert around.x <= place.x and place.x + place.width <= around.x + around.width, (place.x, place.width)
        assert around.y <= place.y and place.y + place.height <= around.y + around.height, (place.y, place.height)


def test_keyboard_reads_on():
    with Program(SAMPLE) as program:
        first, mark, second = (link.get_name() for link in find_links(program)[:3])
        assert mark.startswith('Source 1: '), mark
        wait_for('focus on the story', lambda: [node for node in program.focused() if node.get_role_name() == 'text'])
        program.keys('Tab')
        program.wait_focused(first)
        program.keys('Tab')
        program.wait_focused(second)
        # Arrows also come to the mark of a source in between.
        program.keys('Left')
        program.wait_focused(mark)
        program.keys('Right')
        program.wait_focused(second)
        program.keys('Return')
        wait_for('the mention to be selected', lambda: second in program.selected(find_story(program)))
        program.find('button', 'Open Page')

        # Once more opens the page, Escape closes it, and the keyboard is where it was.
        program.keys('Return')
        wait_for('the page', lambda: not program.find_all('link', second))
        program.keys('Escape')
        program.wait_focused(second)


if __name__ == '__main__':
    tap.run([
        ('the text is read', test_text_is_read),
        ('mentions are links in the text', test_mentions_are_links),
        ('the keyboard reads on', test_keyboard_reads_on),
    ])
