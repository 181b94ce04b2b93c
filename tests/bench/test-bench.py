#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""That the benches run and print what they promise; never how long anything takes.

test-bench.py BUILD STEPPE: the folder built in, and the program.
"""

import itertools
import json
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

import tap

HERE = Path(__file__).resolve().parent
BUILD, STEPPE = sys.argv[1:]
ALWAYS = ['bench', 'renderer', 'events', 'action']
FRAMES = [*ALWAYS, 'main_p50_ms', 'main_p95_ms', 'process_ms', 'rss_mb']
WALL = [*ALWAYS, 'wall_ms', 'process_ms', 'rss_mb']
EVENTS = 40
# Measured along with the map where libshumate and tippecanoe are.
PEER = ['peer'] if (Path(BUILD) / 'tests' / 'bench' / 'peer-layers').exists() and shutil.which('tippecanoe') else []


def run(*command):
    return subprocess.run([str(word) for word in command], capture_output=True, text=True, check=False)


def generate(*arguments):
    done = run(sys.executable, HERE / 'generate.py', *arguments)
    assert done.returncode == 0, done.stderr
    return done.stdout


def run_bench(*arguments):
    return run(sys.executable, HERE / 'bench.py', '--build', BUILD, '--quick', '--runs', 1, '--sizes', EVENTS,
               '--renderers', 'cairo', *arguments)


def test_same_seed():
    assert generate(500) == generate(500, 1)
    assert generate(500) != generate(500, 2)


def test_stories():
    for count, seed in ((1, 1), (100, 1), (3000, 7)):
        with tempfile.NamedTemporaryFile('w', encoding='utf-8', suffix='.dossier') as file:
            file.write(generate(count, seed))
            file.flush()
            checked = run(STEPPE, '--check', file.name)
            assert checked.returncode == 0, checked.stdout
            listed = run(STEPPE, '--list', file.name).stdout.splitlines()
            assert len(listed) == count, len(listed)


def test_lines(name, *panes):
    done = run_bench(name)
    assert done.returncode == 0, done.stderr
    records = [json.loads(line) for line in done.stdout.splitlines()]
    actions = ['open', 'pan', 'search', 'select', 'start'] if name == 'contents' else ['open', 'pan', 'select', 'start', 'zoom']
    assert sorted((record['bench'], record['action']) for record in records) == list(itertools.product(panes, actions)), done.stdout
    for record in records:
        assert list(record) == (FRAMES if record['action'] in {'pan', 'zoom'} else WALL), record
        assert (record['renderer'], record['events']) == ('cairo', EVENTS), record
        assert all(value > 0 for key, value in record.items() if key not in ALWAYS), record


def test_sheets():
    done = run_bench('sheets')
    assert done.returncode == 0, done.stderr
    records = [json.loads(line) for line in done.stdout.splitlines()]
    assert [(record['bench'], record['renderer'], record['action']) for record in records] == [('sheets', 'none', 'event')], done.stdout
    assert list(records[0]) == WALL and all(records[0][key] > 0 for key in WALL[2:] if key != 'action'), records
    assert 'wall_ms' in done.stderr, done.stderr


def test_unknown():
    done = run_bench('timelin')
    assert (done.returncode, done.stdout) == (2, ''), done.stdout
    assert 'there is no bench “timelin”; there are: contents, map, sheets, timeline' in done.stderr, done.stderr


tap.run([
    ('the same seed gives the same story', test_same_seed),
    ('stories are without fault and as long as asked for', test_stories),
    ('the lines of the contents', lambda: test_lines('contents', 'contents')),
    ('the lines of the timeline', lambda: test_lines('timeline', 'timeline')),
    ('the lines of the map', lambda: test_lines('map', 'map', *PEER)),
    ('the lines of fact sheets', test_sheets),
    ('a bench that is not there', test_unknown),
])
