#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Measure Steppe and print one JSON object a line: bench.py --build FOLDER [OPTION…] [NAME…]

README.md beside this file says what is measured and what the lines mean. To add a bench, write a
function that yields records made by `make_record`, and put it into BENCHES.
"""

import argparse
import itertools
import json
import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

HERE = Path(__file__).resolve().parent
SAMPLE = HERE.parents[1] / 'data' / 'dossiers' / 'mongolia-2024.dossier'
SAMPLE_EVENTS = len(json.loads(SAMPLE.read_text(encoding='utf-8'))['events'])
SAMPLE_EVENT = 'arrival'
TIMEOUT = 900  # seconds for one process; none takes so long unless it hangs
SIZES = [100, 10_000, 100_000]
# What GTK calls the renderers, and what is to be left out so that nothing else is set up.
RENDERERS = {'cairo': ('GskCairoRenderer', 'gl,vulkan'), 'ngl': ('GskGLRenderer', 'vulkan')}
FRAME_KEYS = ('main_p50_ms', 'main_p95_ms', 'process_ms', 'rss_mb')
WALL_KEYS = ('wall_ms', 'process_ms', 'rss_mb')
# Milliseconds of the main thread for the median frame, and for all but one in twenty.
BARS = {'pan': 6, 'zoom': 8}
BAR_P95 = 16
# Lists are GTK's own; what they cost is reported, and has no bar.
BARRED = {'map', 'timeline'}
# A fact sheet of the sample, in milliseconds from the start of the process, and of 10,000 events, in 10^6 bytes.
SHEET_BARS = {(SAMPLE_EVENTS, 'event', 'wall_ms'): 300, (SAMPLE_EVENTS, 'dossier', 'wall_ms'): 1500, (10_000, 'dossier', 'rss_mb'): 400}
# Milliseconds within which what was searched for is to be shown.
BAR_SEARCH = 50
# With so much more events than the least, a frame may cost so much more, or this much anyway.
MOST_RATIO, FREE_MS = 1.4, 3
# What Steppe's map may cost of what libshumate's does, by number of events, action and what is counted.
PEER_BARS = {
    (100, 'pan', 'process_ms'): 1.0, (100, 'zoom', 'process_ms'): 1.15, (100, 'zoom', 'main_p95_ms'): 1.5,
    (100, 'zoom', 'rss_mb'): 1.0, (100, 'start', 'wall_ms'): 0.6, (10_000, 'pan', 'process_ms'): 0.5,
}
# With more events than that its widgets take minutes, and with more than the first once is enough.
MOST_OF_PEER, PEER_ONCE = 10_000, 100
# Nobody prints more.
MOST_ON_PAPER = 10_000
# Zoom levels 0 to 6, of everything at each as much as its pixels show.
TILE_OPTIONS = ['--quiet', '--minimum-zoom=0', '--maximum-zoom=6', '--base-zoom=0', '--drop-rate=1', '--no-feature-limit',
                '--no-tile-size-limit', '--no-tile-compression']
# GL is reported, since it is for a graphics card to say what a frame costs; only growth has a bar.
MOST_GL_RATIO = 4


class Failure(Exception):
    pass


def say(*words):
    print(*words, file=sys.stderr, flush=True)


def make_record(bench, renderer, events, action, runs):
    """Return one line: the median of each number in RUNS, which are dictionaries."""
    keys = WALL_KEYS if 'wall_ms' in runs[0] else FRAME_KEYS
    medians = {key: round(statistics.median(run[key] for run in runs), 2) for key in keys}
    return {'bench': bench, 'renderer': renderer, 'events': events, 'action': action, **medians}


def make_environment(renderer, quick):
    """Nobody's settings; when it is only the bench that is tried, warnings stay fatal."""
    own = {name: value for name, value in os.environ.items()
           if not name.startswith(('GTK_', 'GDK_', 'GSK_', 'ADW_', 'MALLOC_')) and (quick or name != 'G_DEBUG')}
    return own | {'GDK_BACKEND': 'x11', 'GDK_DISABLE': RENDERERS[renderer][1],
                  'GSK_RENDERER': renderer, 'GSETTINGS_BACKEND': 'memory', 'ADW_DISABLE_PORTAL': '1',
                  'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en', 'TZ': 'UTC'}


def run_program(command, environment):
    """Run COMMAND on a display of its own; return the JSON objects that it prints."""
    done = subprocess.run([str(HERE.parent / 'with-display'), *command], env=environment, capture_output=True,
                          text=True, timeout=TIMEOUT, check=False)
    if done.returncode:
        raise Failure(f'{" ".join(command)} ended with status {done.returncode}:\n{done.stderr}{done.stdout}')
    return [json.loads(line) for line in done.stdout.splitlines()]


class Stories:
    """Dossiers from generate.py, and the tiles of the peer, made when they are first asked for."""

    def __init__(self, folder, programs, thin):
        self.folder = Path(folder)
        self.programs = programs
        self.thin = thin

    def has_peer(self):
        return (self.programs / 'peer-layers').exists() and shutil.which('tippecanoe') is not None

    def get_tiles(self):
        path = self.folder / 'tiles'
        if not path.exists():
            layers = self.folder / 'layers'
            subprocess.run([self.programs / 'peer-layers', *(['--thin'] if self.thin else []), layers], check=True)
            subprocess.run(['tippecanoe', *TILE_OPTIONS, '--output-to-directory', path, *sorted(layers.glob('*.geojson'))],
                           check=True)
        return str(path)

    def get_shaders(self):
        return str(self.folder / 'shaders')

    def get(self, events):
        path = self.folder / f'{events}.dossier'
        if not path.exists():
            with open(path, 'wb') as file:
                subprocess.run([sys.executable, HERE / 'generate.py', str(events)], stdout=file, check=True)
        return str(path)


def run_once(name, renderer, events, options, start):
    """Run bench-panes once; return what it measured by action, or None where the renderer is not to be had."""
    command = [str(options.programs / 'bench-panes'), *(['--quick'] if options.quick else []),
               *(['--start'] if start else []), name, options.stories.get(events)]
    environment = make_environment(renderer, options.quick)
    environment['MESA_SHADER_CACHE_DIR'] = options.stories.get_shaders()
    if name == 'peer':
        environment['STEPPE_BENCH_TILES'] = options.stories.get_tiles()
    found = {}
    for values in run_program(command, environment):
        if values['renderer'] != RENDERERS[renderer][0]:
            say(f'{name}: {renderer} is not to be had here, GTK takes {values["renderer"]} instead')
            return None
        action = values['action']
        cost = (f'{values["wall_ms"]:.2f} ms' if 'wall_ms' in values else
                f'{values["frames"]:.0f} frames of {values["main_p50_ms"]:.2f} ms, 1 in 20 above {values["main_p95_ms"]:.2f}, '
                f'{values["fps"]:.1f} a second')
        say(f'{name}, {renderer}, {events} events, {action}: {cost}, at most {values["most_ms"]:.2f}')
        if not action.startswith('first'):
            found[action] = values
    return found


def run_pane(name, renderer, events, options):
    """Open the dossier and act in it, and start with it once more; by then Mesa has kept the shaders, as it does for a reader."""
    runs = [run_once(name, renderer, events, options, start) for start in (False, True)]
    return None if None in runs else runs[1] | runs[0]


def measure_panes(names, options):
    """Panes by themselves in a window: opened, selected in, panned and zoomed."""
    for renderer in options.renderers:
        runs = {}
        # By turns, so that what else the machine does meets all sizes and panes alike.
        for run, events, name in itertools.product(range(options.runs), options.sizes, names):
            if name == 'peer' and (events > MOST_OF_PEER or (run > 0 and events > PEER_ONCE)):
                continue
            found = run_pane(name, renderer, events, options)
            if found is None:
                break
            runs.setdefault((name, events), []).append(found)
        for (name, events), found in runs.items():
            for action in found[0]:
                yield make_record(name, renderer, events, action, [run[action] for run in found])


def measure_map(options):
    """The map, and where libshumate is its map as well."""
    if not options.stories.has_peer():
        say('map: libshumate is not to be had here')
        return measure_panes(['map'], options)
    return measure_panes(['map', 'peer'], options)


def measure_timeline(options):
    return measure_panes(['timeline'], options)


def measure_contents(options):
    return measure_panes(['contents'], options)


def write_sheet(topic, dossier, options):
    """Write a fact sheet in a process of its own, which needs no display; return what that took."""
    output = options.stories.folder / 'sheet.pdf'
    command = [str(options.build / 'src' / 'steppe'), '--fact-sheet', topic, '--output', str(output), '--paper', 'A4', str(dossier)]
    start = time.monotonic()
    process = subprocess.Popen(command, env=os.environ | {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'en', 'TZ': 'UTC'})
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise Failure(f'{" ".join(command)} ended with status {process.returncode}')
    return {'wall_ms': (time.monotonic() - start) * 1000, 'process_ms': (usage.ru_utime + usage.ru_stime) * 1000,
            'rss_mb': usage.ru_maxrss * 1024 / 1e6}


def measure_sheets(options):
    """Fact sheets of the sample, and of each larger dossier as a whole, up to 10,000 events."""
    sheets = [(SAMPLE_EVENTS, 'event', SAMPLE_EVENT, SAMPLE)]
    if not options.quick:
        sheets += [(SAMPLE_EVENTS, 'dossier', 'dossier', SAMPLE)]
        sheets += [(events, 'dossier', 'dossier', options.stories.get(events))
                   for events in options.sizes if SAMPLE_EVENTS < events <= MOST_ON_PAPER]
    for events, action, topic, dossier in sheets:
        yield make_record('sheets', 'none', events, action, [write_sheet(topic, dossier, options) for _ in range(options.runs)])


BENCHES = {'contents': measure_contents, 'map': measure_map, 'sheets': measure_sheets, 'timeline': measure_timeline}


def say_bars(records):
    """Compare frames with most events to the bars, on stderr."""
    costs = {(r['bench'], r['renderer'], r['action'], r['events']): r for r in records if 'main_p50_ms' in r}
    most, least = max(r['events'] for r in records), min(r['events'] for r in records)
    for (bench, renderer, action, events), record in costs.items():
        if bench not in BARRED or events != most or most == least or action not in BARS:
            continue
        base = costs[bench, renderer, action, least]['main_p50_ms']
        p50, p95 = record['main_p50_ms'], record['main_p95_ms']
        if renderer == 'ngl':
            limit, good = MOST_GL_RATIO * base, p50 <= MOST_GL_RATIO * base
        else:
            limit = min(BARS[action], max(FREE_MS, MOST_RATIO * base))
            good = p50 <= limit and p95 <= BAR_P95
        say(f'{bench} {action} {renderer}: p50 {p50} of {limit:.2f} ms ({p50 / base:.2f} × that of {least} events), '
            f'p95 {p95} ms: {"good" if good else "TOO MUCH"}')


def say_search_bar(records):
    """Compare searches in all dossiers to the bar, on stderr."""
    for record in records:
        if record['action'] == 'search':
            good = record['wall_ms'] <= BAR_SEARCH
            say(f'{record["bench"]} search {record["renderer"]}, {record["events"]} events: {record["wall_ms"]} of {BAR_SEARCH} ms: '
                f'{"good" if good else "TOO MUCH"}')


def say_sheet_bars(records):
    """Compare fact sheets to the bars, on stderr."""
    for record in records:
        for (events, action, key), bar in SHEET_BARS.items():
            if record['bench'] == 'sheets' and (record['events'], record['action']) == (events, action):
                say(f'sheets {action}, {events} events: {key} {record[key]} of {bar}: {"good" if record[key] <= bar else "TOO MUCH"}')


def say_peer_bars(records):
    """Compare Steppe's map to libshumate's, on stderr."""
    costs = {(r['bench'], r['renderer'], r['action'], r['events']): r for r in records}
    for (bench, renderer, action, events), record in costs.items():
        own = costs.get(('map', renderer, action, events))
        if bench != 'peer' or own is None:
            continue
        for (size, barred, key), bar in PEER_BARS.items():
            if (size, barred) == (events, action):
                ratio = own[key] / record[key]
                say(f'map {action} {renderer}, {events} events: {key} {own[key]} is {ratio:.2f} of {bar} × libshumate\'s '
                    f'{record[key]}: {"good" if ratio <= bar else "TOO MUCH"}')


def parse_arguments():
    def numbers(text):
        return [int(word) for word in text.split(',')]

    parser = argparse.ArgumentParser(prog='bench', description='Measure Steppe.')
    parser.add_argument('--build', type=Path, required=True, help='the folder that Steppe was built in')
    parser.add_argument('--sizes', type=numbers, default=SIZES, metavar='N,…', help='numbers of events')
    parser.add_argument('--renderers', type=lambda text: text.split(','), default=list(RENDERERS), metavar='NAME,…')
    parser.add_argument('--runs', type=int, default=3, metavar='N', help='processes of which the median is taken')
    parser.add_argument('--thin', action='store_true', help='leave places out of the tiles of the peer where Steppe would not name them')
    parser.add_argument('--quick', action='store_true', help='a few frames, to try the bench itself')
    parser.add_argument('names', nargs='*', metavar='NAME', help=f'what to measure; without, all of: {" ".join(BENCHES)}')
    options = parser.parse_args()
    for kind, given, known in (('bench', options.names, BENCHES), ('renderer', options.renderers, RENDERERS)):
        for name in given:
            if name not in known:
                parser.error(f'there is no {kind} “{name}”; there are: {", ".join(known)}')
    return options


def main():
    options = parse_arguments()
    records, failed = [], False
    with tempfile.TemporaryDirectory() as folder:
        options.programs = options.build / 'tests' / 'bench'
        options.stories = Stories(folder, options.programs, options.thin)
        for name in dict.fromkeys(options.names or BENCHES):
            try:
                for record in BENCHES[name](options):
                    print(json.dumps(record), flush=True)
                    records.append(record)
            except (Failure, subprocess.TimeoutExpired) as failure:
                failed = True
                say(f'{name}: {failure}')
    if records:
        say_bars(records)
        say_search_bar(records)
        say_sheet_bars(records)
        say_peer_bars(records)
    return 1 if failed or not records else 0


if __name__ == '__main__':
    sys.exit(main())
