#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The dossier's JSON Schema, tried on small dossiers: test-dossier-schema.py SCHEMA."""

import json
import sys
from functools import partial
from pathlib import Path

import jsonschema

import tap

HEAD = {'format': 'steppe-dossier', 'version': 1}


def with_items(kind, *items):
    return {**HEAD, kind: list(items)}


def event(**members):
    return with_items('events', {'id': 'a', 'title': 'A', **members})


def place(kind, coordinates, **members):
    return with_items('places', {'id': 'a', 'name': 'A', **members,
                                 'geometry': {'type': kind, 'coordinates': coordinates}})


SQUARE = [[0, 0], [1, 0], [1, 1], [0, 0]]

# Name, dossier, and the JSON pointers of its faults (none: the dossier is good).
CASES = [
    ('the least dossier', HEAD, []),
    ('every list empty', {**HEAD, 'events': [], 'places': [], 'actors': [], 'statements': [],
                          'relations': [], 'journeys': [], 'sources': [], 'narratives': []}, []),
    ('unknown members', {**event(mood='calm', actors=[{'actor': 'b', 'since': 1.50}]), 'x': {'y': []}}, []),
    ('unknown kind, status, role and link',
     event(kind='eclipse', status='rumoured', actors=[{'actor': 'b', 'role': 'witness'}],
           related=[{'event': 'c', 'as': 'echo'}]), []),
    ('plain and localized strings', event(summary='A', note={'en': 'A', 'zh-Hant-TW': '甲'}), []),
    ('an id with every sort of sign', with_items('actors', {'id': '0a.B_c-D', 'name': 'A'}), []),
    ('a reserved word as part of an id', with_items('actors', {'id': 'dossier-1', 'name': 'A'}), []),
    ('a source with a publisher only', with_items('sources', {'id': 'a', 'publisher': 'A'}), []),
    ('a source with a title only', with_items('sources', {'id': 'a', 'title': 'A'}), []),
    ('a statement without a speaker', with_items('statements', {'id': 'a', 'text': 'A'}), []),
    ('a journey without legs', with_items('journeys', {'id': 'a', 'name': 'A'}), []),
    ('points at the edge of the world', place('MultiPoint', [[-180, -90], [180, 90, 8848.86]]), []),
    ('a line', place('LineString', [[0, 0], [1, 1]]), []),
    ('a historical area', place('Polygon', [SQUARE], since='1932', until='1945'), []),
    ('an area of two parts', place('MultiPolygon', [[SQUARE], [SQUARE]]), []),

    ('a list instead of an object', [], ['']),
    ('no format and no version', {}, ['', '']),
    ('another format', {'format': 'atlas', 'version': 1}, ['/format']),
    ('a newer version', {'format': 'steppe-dossier', 'version': 2}, ['/version']),
    ('a version in words', {'format': 'steppe-dossier', 'version': '1'}, ['/version']),
    ('events that are no list', {**HEAD, 'events': {}}, ['/events']),
    ('an event that is no object', with_items('events', 'a'), ['/events/0']),
    ('an event without id and title', with_items('events', {}), ['/events/0', '/events/0']),
    ('a place without a name', with_items('places', {'id': 'a'}), ['/places/0']),
    ('an actor without a name', with_items('actors', {'id': 'a'}), ['/actors/0']),
    ('a statement without a text', with_items('statements', {'id': 'a'}), ['/statements/0']),
    ('a relation without an object',
     with_items('relations', {'id': 'a', 'subject': 'b', 'predicate': 'knows'}), ['/relations/0']),
    ('a journey without a name', with_items('journeys', {'id': 'a'}), ['/journeys/0']),
    ('a source without publisher and title', with_items('sources', {'id': 'a', 'url': 'x'}), ['/sources/0']),
    ('a narrative without title and text', with_items('narratives', {'id': 'a'}), ['/narratives/0']),
    ('an empty id', with_items('actors', {'id': '', 'name': 'A'}), ['/actors/0/id']),
    ('an id that starts with a dot', with_items('actors', {'id': '.a', 'name': 'A'}), ['/actors/0/id']),
    ('an id with a space', with_items('actors', {'id': 'a b', 'name': 'A'}), ['/actors/0/id']),
    ('an id that is a number', with_items('actors', {'id': 7, 'name': 'A'}), ['/actors/0/id']),
    ('the reserved id dossier', with_items('actors', {'id': 'dossier', 'name': 'A'}), ['/actors/0/id']),
    ('the reserved id statements', with_items('actors', {'id': 'statements', 'name': 'A'}), ['/actors/0/id']),
    ('a title that is a number', with_items('events', {'id': 'a', 'title': 1}), ['/events/0/title']),
    ('a text in no language', event(summary={}), ['/events/0/summary']),
    ('a text in a language that is none', event(summary={'en us': 'A'}), ['/events/0/summary']),
    ('a text that is a number in one language', event(note={'en': 'A', 'mn': 5}), ['/events/0/note']),
    ('a text that is empty', with_items('events', {'id': 'a', 'title': ''}), ['/events/0/title']),
    ('a text of blanks in one language', event(note={'en': 'A', 'mn': ' \t'}), ['/events/0/note']),
    ('a date that is a number', event(date=1939), ['/events/0/date']),
    ('an empty date', event(date=''), ['/events/0/date']),
    ('one place instead of a list', event(places='b'), ['/events/0/places']),
    ('a reference that is no id', event(sources=['b', '#c']), ['/events/0/sources/1']),
    ('an actor by its bare id', event(actors=['b']), ['/events/0/actors/0']),
    ('a role without an actor', event(actors=[{'role': 'host'}]), ['/events/0/actors/0']),
    ('a link to no event', event(related=[{'as': 'cause'}]), ['/events/0/related/0']),
    ('an unknown confidence', event(confidence='sure'), ['/events/0/confidence']),
    ('latitude and longitude exchanged', place('Point', [47.9, 106.9]), ['/places/0/geometry/coordinates/1']),
    ('a longitude beyond the date line', place('Point', [181, 0]), ['/places/0/geometry/coordinates/0']),
    ('a point of one number', place('Point', [1]), ['/places/0/geometry/coordinates']),
    ('a point in words', place('Point', ['1', 2]), ['/places/0/geometry/coordinates/0']),
    ('a line of one point', place('LineString', [[0, 0]]), ['/places/0/geometry/coordinates']),
    ('a ring of three points', place('Polygon', [SQUARE[:3]]), ['/places/0/geometry/coordinates/0']),
    ('a polygon without a ring', place('Polygon', []), ['/places/0/geometry/coordinates']),
    ('an unknown geometry', place('Circle', [0, 0]), ['/places/0/geometry/type']),
    ('a negative precision', place('Point', [0, 0], precision_m=-1), ['/places/0/precision_m']),
    ('a former name without a name', place('Point', [0, 0], names=[{'until': '1924'}]), ['/places/0/names/0']),
    ('a leg that is certain in words',
     with_items('journeys', {'id': 'a', 'name': 'A', 'legs': [{'certain': 'yes'}]}), ['/journeys/0/legs/0/certain']),
]


def pointer(path):
    return ''.join(f'/{part}' for part in path)


def check(validator, dossier, expected):
    found = sorted(pointer(fault.absolute_path) for fault in validator.iter_errors(dossier))
    assert found == expected, f'expected faults at {expected}, found them at {found}'


def main():
    schema = json.loads(Path(sys.argv[1]).read_text(encoding='utf-8'))
    validator = jsonschema.Draft202012Validator(schema)
    tap.run([(name, partial(check, validator, dossier, faults)) for name, dossier, faults in CASES])


if __name__ == '__main__':
    main()
