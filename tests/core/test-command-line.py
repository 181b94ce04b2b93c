#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What scripts see of the program: test-command-line.py STEPPE. No display and no bus."""

import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))
import tap  # noqa: E402

PROGRAM = os.path.abspath(sys.argv[1])
TEN_FAULTS = TESTS / 'data' / 'faulty' / 'ten-faults.dossier'
SAMPLES = sorted((TESTS.parent / 'data' / 'dossiers').glob('*.dossier'))
HIDDEN = {'DISPLAY', 'WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR', 'LANGUAGE', 'LANG', 'LC_ALL'}


def run(*arguments, status, **environment):
    """Run the program and return its output and its messages."""
    env = {name: value for name, value in os.environ.items() if name not in HIDDEN}
    done = subprocess.run([PROGRAM, *map(str, arguments)], env={**env, **environment}, text=True, timeout=60,
                          encoding='utf-8', capture_output=True, stdin=subprocess.DEVNULL)
    assert done.returncode == status, f'{arguments}: status {done.returncode}, {done.stdout!r}, {done.stderr!r}'
    return done.stdout, done.stderr


def run_on(text, option, status, name='some.dossier', **environment):
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(text if isinstance(text, bytes) else text.encode())
        return run(option, path, status=status, **environment)


def dossier(members):
    return '{"format": "steppe-dossier", "version": 1, ' + members + '}'


def version():
    output, messages = run('--version', status=0)
    assert re.fullmatch(r'Steppe \d+\.\d+\.\d+\n', output) and not messages


def help_text():
    for option in ('--help', '-h'):
        output, messages = run(option, status=0)
        assert '--check' in output and '--list' in output and '--fact-sheet' in output and not messages


def clean():
    assert SAMPLES
    for sample in SAMPLES:
        assert run('--check', sample, status=0) == ('', '')


def faults():
    output, messages = run('--check', TEN_FAULTS, status=1)
    pointers = [line.split(': ', 1)[0] for line in output.splitlines()]
    assert pointers == [
        '/events/1/date', '/events/3', '/events/4/id', '/events/5/places/1', '/events/6/id', '/events/7/confidence',
        '/events/9/status', '/places/1/geometry/coordinates/1', '/statements/0/speaker', '/narratives/0/text',
    ], pointers
    assert all(len(line.split(': ', 1)[1]) > 10 for line in output.splitlines())
    assert not messages


def faults_do_not_hide_events():
    output, messages = run('--list', TEN_FAULTS, status=0)
    assert [line.split('\t')[0] for line in output.splitlines()] == [
        'dangling', 'other-good', 'typed', 'good', 'bad-date', 'undated', 'unsure']
    assert len(messages.splitlines()) == 10


def unreadable():
    bad = {
        'empty': '', 'not JSON': 'format: steppe', 'half': '{"format": "steppe-dossier", "version": 1, "title": "x',
        'list': '[1]', 'no format': '{"version": 1}', 'other format': '{"format": "x", "version": 1}',
        'no version': '{"format": "steppe-dossier"}', 'newer': '{"format": "steppe-dossier", "version": 2}',
        'odd version': '{"format": "steppe-dossier", "version": "1"}', 'binary': b'\x89PNG\r\n\x1a\n\0\0',
        'not UTF-8': b'{"format": "steppe-dossier", "version": 1, "title": "\xff"}',
        'deep': dossier('"x": ' + '[' * 100 + ']' * 100),
    }
    for name, text in bad.items():
        for option in ('--check', '--list'):
            output, messages = run_on(text, option, 2)
            assert not output and 'some.dossier: ' in messages, name


def no_regular_file():
    with tempfile.TemporaryDirectory() as folder:
        pipe = Path(folder) / 'pipe'
        os.mkfifo(pipe)
        loop = Path(folder) / 'loop'
        loop.symlink_to(loop)
        for path in (folder, pipe, loop, Path(folder) / 'missing', '/dev/zero', ''):
            for option in ('--check', '--list'):
                output, messages = run(option, path, status=2)
                assert not output and messages, path


def usage():
    for arguments in (['--check'], ['--list'], ['--check', 'a', 'b'], ['--list', 'a', '--check', 'a'],
                      ['--check', 'a', '--check', 'b'], ['--unknown'], ['-x']):
        output, messages = run(*arguments, status=2)
        assert not output and messages, arguments


def line_of(event, **environment):
    output, messages = run_on(dossier('"language": "en", "events": [' + event + ']'), '--list', 0, **environment)
    assert not messages, messages
    assert output.endswith('\n') and output.count('\n') == 1
    return output[:-1].split('\t')


def columns():
    dates = {
        '2024-09-02': ('2024-09-02T00:00:00', '2024-09-02T23:59:59'),
        '2024-09-02T23:30:00+08:00': ('2024-09-02T23:30:00', '2024-09-02T23:30:00'),
        '2024-09-02T23:30:00Z': ('2024-09-02T23:30:00', '2024-09-02T23:30:00'),
        '1939-05-11/1939-09-16': ('1939-05-11T00:00:00', '1939-09-16T23:59:59'),
        '../1985': ('-', '1985-12-31T23:59:59'),
        '1985/': ('1985-01-01T00:00:00', '-'),
        '-0043': ('-0043-01-01T00:00:00', '-0043-12-31T23:59:59'),
        '0000': ('0000-01-01T00:00:00', '0000-12-31T23:59:59'),
        'Y12000': ('+12000-01-01T00:00:00', '+12000-12-31T23:59:59'),
        '1984?': ('1984-01-01T00:00:00', '1984-12-31T23:59:59'),
    }
    for date, bounds in dates.items():
        assert line_of(f'{{"id": "a", "title": "T", "date": "{date}"}}') == ['a', date, *bounds, '-', 'reported', 'T'], date
    assert line_of('{"id": "a", "title": "T"}') == ['a', '-', '-', '-', '-', 'reported', 'T']
    assert line_of('{"id": "a", "title": "T", "status": "rumoured"}')[5] == 'rumoured'
    assert line_of(r'{"id": "a", "title": "T\ta\nb\r\u0001\u007f\u0085\u2028c"}')[6] == 'T a b     c'


def places():
    output, _ = run_on(dossier('"places": [{"id": "p", "name": "P"}, {"id": "q", "name": "Q"}],'
                               '"events": [{"id": "a", "title": "T", "places": ["q", "p"]}]'), '--list', 0)
    assert output.split('\t')[4] == 'q,p'


def order():
    events = {
        'undated-b': None, 'undated-a': None, 'later': '2024-09-02T00:00:01Z', 'tie-b': '2024-09-02',
        'tie-a': '2024-09-02/2030', 'earlier': '2024-09-02T07:00:00+08:00', 'open': '../2030', 'unknown': '/1985',
        'old': 'Y-138E8', 'z-same-as-tie': '2024-09-02T00:00:00',
    }
    text = ', '.join(f'{{"id": "{name}", "title": "T"' + (f', "date": "{date}"}}' if date else '}')
                     for name, date in events.items())
    output, _ = run_on(dossier(f'"events": [{text}]'), '--list', 0)
    assert [line.split('\t')[0] for line in output.splitlines()] == [
        'open', 'unknown', 'old', 'earlier', 'tie-a', 'tie-b', 'z-same-as-tie', 'later', 'undated-a', 'undated-b']


def language():
    event = '{"id": "a", "title": {"ru": "Приезд", "en": "Arrival", "zh-Hans": "抵达"}}'
    for value, title in {'en_US.UTF-8': 'Arrival', 'ru_RU.UTF-8': 'Приезд', 'zh_CN.UTF-8': '抵达', 'mn_MN.UTF-8': 'Arrival',
                         'C': 'Arrival'}.items():
        assert line_of(event, LANG=value)[6] == title, value


def bounds_of_size():
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / 'sparse.dossier'
        with path.open('wb') as file:
            file.truncate(256 * 1024 * 1024 + 1)
        output, messages = run('--check', path, status=2)
        assert not output and '256' in messages


def write_dossier(path, title='T'):
    path.parent.mkdir(exist_ok=True)
    path.write_text(dossier(f'"title": "{title}", "events": [{{"id": "a", "title": "{title}", "date": "2024"}}]'))
    return path


def is_pdf(path):
    return path.read_bytes().startswith(b'%PDF-1.')


def fact_sheet():
    with tempfile.TemporaryDirectory() as folder:
        path = write_dossier(Path(folder) / 'some.dossier')
        output = Path(folder) / 'sheet.pdf'
        for topic in ('a', 'dossier', 'statements', '2024', '2024-01/2024-03'):
            for options in ([], ['--paper', 'a5', '--landscape'], ['--lang', 'mn', '--grey'], ['--lang=zh_CN', '--text-size=200']):
                assert run('--fact-sheet', topic, '--output', output, *options, path, status=0) == ('', ''), (topic, options)
                assert is_pdf(output)
                output.unlink()
        assert sorted(os.listdir(folder)) == ['some.dossier']
        # In the folder where one is, and over what was there.
        output.write_text('old')
        env = {name: value for name, value in os.environ.items() if name not in HIDDEN}
        subprocess.run([PROGRAM, '--fact-sheet=a', '--output=sheet.pdf', 'some.dossier'], cwd=folder, env=env, check=True, timeout=60)
        assert is_pdf(output)


def words_of(pdf):
    return subprocess.run(['pdftotext', pdf, '-'], capture_output=True, text=True, encoding='utf-8', check=True).stdout


def has_locale(name):
    return name in subprocess.run(['locale', '-a'], capture_output=True, text=True, check=True).stdout.split()


def languages_of_fact_sheets():
    """The language asked for, whatever the locale is, and in whatever form it is named."""
    forms = {
        'ru_RU': (['ru', 'RU', 'ru_RU', 'ru-RU'], 'Событие', '2 сентября 2024'),
        'mn_MN': (['mn', 'mn-MN', 'mn_MN.UTF-8'], 'Үйл явдал', '2024 оны 9-р сарын 2'),
        'zh_CN': (['zh', 'zh_CN', 'zh-Hans', 'ZH-cn', 'zh-Hans-CN'], '事件', '2024年9月2日'),
    }
    locales = [{}, {'LC_ALL': 'C'}, {'LC_ALL': 'xx_YY.UTF-8'}, {'LC_ALL': 'en_US.UTF-8'}, {'LC_ALL': 'C.UTF-8', 'LANGUAGE': 'mn'}]
    with tempfile.TemporaryDirectory() as folder:
        path, output = Path(folder) / 'some.dossier', Path(folder) / 'sheet.pdf'
        path.write_text(dossier('"title": "T", "events": [{"id": "a", "title": "T", "date": "2024-09-02"}]'))
        for locale, (tags, kind, date) in forms.items():
            cases = [(tag, {'LC_ALL': 'C.UTF-8'}) for tag in tags]
            cases += [(tags[0], environment) for environment in locales if locale == 'ru_RU']
            for tag, environment in cases if has_locale(f'{locale}.utf8') else []:
                told = run('--fact-sheet', 'a', '--output', output, '--lang', tag, path, status=0, **environment)
                words = words_of(output)
                assert told == ('', '') and kind in words and date in words, (tag, environment, told, words)


def unknown_languages():
    """What there is, is listed; a language that only the dossier has is one of them."""
    with tempfile.TemporaryDirectory() as folder:
        path, output = Path(folder) / 'some.dossier', Path(folder) / 'sheet.pdf'
        path.write_text(dossier('"title": "T", "events": [{"id": "a", "title": {"en": "T", "kk": "Оқиға"}}]'))
        for tag in ('xx', 'cz', 'zh-Hant', 'english', ''):
            told, messages = run('--fact-sheet', 'a', '--output', output, '--lang', tag, path, status=2)
            assert not told and f'“{tag}”' in messages and 'en, mn, ru, zh-CN, kk' in messages, messages
            assert not output.exists()
        run('--fact-sheet', 'a', '--output', output, '--lang', 'KK', path, status=0)
        assert 'Оқиға' in words_of(output)


def wrong_fact_sheets():
    with tempfile.TemporaryDirectory() as folder:
        path, other = (write_dossier(Path(folder) / name) for name in ('some.dossier', 'other.dossier'))
        before = {name: (Path(folder) / name).read_bytes() for name in os.listdir(folder)}
        output = Path(folder) / 'sheet.pdf'
        right = ['--fact-sheet', 'a', '--output', output]
        for arguments in (
                right, ['--fact-sheet', 'a', path], ['--fact-sheet'], ['--output', output, path], ['--grey', path], ['--landscape'],
                ['--lang', 'ru', path], ['--paper', 'A4'], ['--text-size', '120', path],
                ['--fact-sheet', 'b', '--output', output, path], ['--fact-sheet', '', '--output', output, path],
                ['--fact-sheet', '2024-13', '--output', output, path],
                [*right, '--paper', 'A3', path], [*right, '--paper', '', path], [*right, '--lang', '', path], [*right, '--lang', 'r u', path],
                [*right, '--lang', '../en', path], [*right, '--text-size', '0', path], [*right, '--text-size', '49', path],
                [*right, '--text-size', '301', path], [*right, '--text-size', '-100', path], [*right, '--text-size', 'large', path],
                [*right, path, other], [*right, '--check', path], [*right, '--list', path, other], [*right, Path(folder) / 'missing'],
                ['--fact-sheet', 'a', '--output', path, path], ['--fact-sheet', 'a', '--output', other, path],
                ['--fact-sheet', 'a', '--output', Path(folder) / 'missing' / 'sheet.pdf', path], ['--fact-sheet', 'a', '--output', '', path]):
            said, messages = run(*arguments, status=2)
            assert not said and messages.strip(), arguments
            assert 'CRITICAL' not in messages and 'WARNING' not in messages, messages
            assert {name: (Path(folder) / name).read_bytes() for name in os.listdir(folder)} == before, arguments


def many_fact_sheets():
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        paths = [write_dossier(top / name) for name in ('x/same.dossier', 'y/same.dossier', 'z/same-2.dossier', 'x/other.json')]
        sheets = top / 'sheets'
        sheets.mkdir()
        assert run('--fact-sheet', 'a', '--output', sheets, *paths, status=0) == ('', '')
        assert sorted(os.listdir(sheets)) == ['other.json.pdf', 'same-2-2.pdf', 'same-2.pdf', 'same.pdf']
        assert all(map(is_pdf, sheets.iterdir()))
        assert run('--fact-sheet', 'a', '--output', sheets, paths[0], status=0) == ('', '')


def one_bad_of_many():
    """What goes wrong with one of them is said, and the others are written."""
    with tempfile.TemporaryDirectory() as folder:
        top = Path(folder)
        bad, missing, good, without = top / 'bad.dossier', top / 'missing.dossier', top / 'good.dossier', top / 'without.dossier'
        bad.write_text('{')
        write_dossier(good)
        without.write_text(dossier('"title": "W"'))
        for paths in ([bad, good, missing, without], [without, missing, bad, good], [good, without, bad, missing]):
            sheets = Path(tempfile.mkdtemp(dir=folder))
            output, messages = run('--fact-sheet', 'a', '--output', sheets, *paths, status=2)
            assert not output and os.listdir(sheets) == ['good.pdf'], os.listdir(sheets)
            assert all(path.name in messages for path in (bad, missing, without)) and 'good' not in messages, messages


def fact_sheet_of_faults():
    """Faults are told, and what is right in the file is written."""
    with tempfile.TemporaryDirectory() as folder:
        output = Path(folder) / 'sheet.pdf'
        said, messages = run('--fact-sheet', 'dossier', '--output', output, TEN_FAULTS, status=0)
        assert not said and len(messages.splitlines()) == 10 and is_pdf(output)


tap.run([
    ('--version', version),
    ('--help', help_text),
    ('the samples are clean', clean),
    ('each fault has its pointer', faults),
    ('faults do not hide good events', faults_do_not_hide_events),
    ('what is no dossier', unreadable),
    ('what is no regular file', no_regular_file),
    ('what is too large', bounds_of_size),
    ('wrong usage', usage),
    ('columns', columns),
    ('places', places),
    ('order', order),
    ('titles in the language of the user', language),
    ('fact sheets', fact_sheet),
    ('fact sheets in other languages', languages_of_fact_sheets),
    ('fact sheets in unknown languages', unknown_languages),
    ('wrong usage for fact sheets', wrong_fact_sheets),
    ('fact sheets of several files', many_fact_sheets),
    ('one bad of several files', one_bad_of_many),
    ('fact sheets where there are faults', fact_sheet_of_faults),
])
