#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""With the keyboard alone: find the pipeline, read who promised it and who doubts it, see it, and come back."""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
sys.path.insert(0, str(Path(__file__).parent))
import tap  # noqa: E402
from program import open_story, wait_for  # noqa: E402


def search(program, words):
    """Type WORDS into the search, and return the list of what was found."""
    program.keys('ctrl+shift+f')
    program.wait_focused('Search the dossier')
    program.keys(*words)
    return program.find('list', 'Search Results')


def go_down_to(program, name):
    """Press Down until something called NAME has the keyboard."""
    for _ in range(12):
        program.keys('Down')
        focused = [node.get_name() or '' for node in wait_for('focus anywhere', program.focused)]
        if any(name in found for found in focused):
            return
    raise AssertionError(f'Down does not lead to “{name}”, but to {focused}')


def labels(program):
    return [node.get_name() for node in program.find_all('label') if node.get_name()]


def test_pipeline():
    with open_story() as program:
        text = program.find('text')
        results = search(program, 'pipeline')
        wait_for('results', lambda: program.find_all('list item', 'Power of Siberia 2', below=results))
        headings = labels(program)
        for heading in ('Events · 2', 'Journeys · 1', 'Statements · 1', 'In the Text · 3'):
            assert heading in headings, (heading, headings)

        # Going through the results selects; Enter opens the page.
        go_down_to(program, 'Power of Siberia 2')
        program.find('label', 'Power of Siberia 2', below=program.find('grouping', 'Selected'))
        program.keys('Return')
        program.find('button', 'Show on the Map')

        # Who promised it, and who doubts it.
        page = ' '.join(labels(program))
        for words in ('Who Says What', 'The joint projects are the Trans-Mongolian gas line', 'Supports', 'Alexey Miller',
                      'Disputes', 'The pipeline is missing from Mongolia’s plan to 2028'):
            assert words in page, (words, page)

        # Its line on the map and its events are told as well.
        line = wait_for('the line on the map', lambda: program.find_all(name='Power of Siberia 2', below=program.find('grouping', 'Map')))
        assert line
        for words in ('Events', 'Seventh trilateral meeting', 'Report: pipeline absent from Mongolia’s plan'):
            assert words in page, (words, page)

        # And back: to the text where it was, and to the contents.
        program.keys('alt+Left')
        wait_for('the text', lambda: program.find_all('text') and not program.find_all('button', 'Show on the Map'))
        assert 'Late on Monday' in program.text(text)
        program.keys('ctrl+shift+f')
        program.wait_focused('Search the dossier')
        program.keys('Escape')
        wait_for('the contents', lambda: program.find_all('list', 'Events'))


def test_passage():
    with open_story() as program:
        results = search(program, 'binding')
        go_down_to(program, 'memorandum')
        go_down_to(program, '…')
        program.find('text')
        # Escape ends the search from among the results, too.
        assert program.is_focus_in(results)
        program.keys('Escape')
        wait_for('the contents', lambda: program.find_all('list', 'Events'))
        wait_for('the passage in sight', lambda: 'binding memorandum' in program.text(program.find('text')))


def test_find_in_text():
    with open_story() as program:
        program.keys('Tab')
        program.keys('ctrl+f')
        program.wait_focused('Find in the text')
        program.keys(*'court')
        wait_for('how often it is found', lambda: [words for words in labels(program) if words.startswith('1 of ')])
        program.keys('Return')
        wait_for('the next one', lambda: [words for words in labels(program) if words.startswith('2 of ')])
        program.keys('Escape')
        wait_for('the text to have the keyboard', lambda: program.is_focus_in(program.find('text')))


def test_who_says_what():
    with open_story() as program:
        program.keys('ctrl+d')
        statements = program.find('list', 'Statements')
        found = [node.get_name() for node in program.find_all('list item', below=statements)]
        assert [name for name in found if name.startswith('Vladimir Putin: ')], found
        program.keys('alt+Left')
        wait_for('the text', lambda: not program.find_all('list', 'Statements'))


def test_filter():
    with open_story() as program:
        program.keys('ctrl+l')
        program.find('label', 'Filter Events')
        for _ in range(6):
            if any('Kind' in (node.get_name() or '') for node in program.focused()):
                break
            program.keys('Tab')
        program.keys('Return')
        program.find('check box', 'Summit')
        go_down_to(program, 'Summit')
        program.keys('Return', 'Escape', 'Escape')
        filters = program.find('grouping', 'Filters')
        program.find('button', 'Summit', below=filters)
        assert len(program.find_all('label', '75 events hidden')) == 3, 'contents, map and timeline say how many they hide'
        program.keys('ctrl+shift+l')
        wait_for('all events', lambda: not program.find_all('label', 'events hidden'))


def test_story():
    with open_story() as program:
        program.keys('F5')
        program.find('label', '1 of 82')
        program.keys('Next', 'Right')
        program.find('label', '3 of 82')
        program.find('label', 'Mongolian People’s Republic proclaimed')
        program.keys('Prior')
        program.find('label', '2 of 82')
        program.keys('Escape')
        wait_for('the text', lambda: program.find_all('text') and not program.find_all('label', 'of 82'))


if __name__ == '__main__':
    tap.run([
        ('the pipeline is found', test_pipeline),
        ('a passage is found', test_passage),
        ('words are found in the text', test_find_in_text),
        ('who says what', test_who_says_what),
        ('events are filtered', test_filter),
        ('the story is told', test_story),
    ])
