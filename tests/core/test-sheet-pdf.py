#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What readers of PDF get of fact sheets: test-sheet-pdf.py STEPPE. No display and no bus."""

import functools
import json
import os
import re
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

TESTS = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(TESTS))
import tap  # noqa: E402

PROGRAM = sys.argv[1]
SAMPLE = TESTS.parent / 'data' / 'dossiers' / 'mongolia-2024.dossier'
HIDDEN = {'DISPLAY', 'WAYLAND_DISPLAY', 'DBUS_SESSION_BUS_ADDRESS', 'XDG_RUNTIME_DIR'}
FOLDER = tempfile.TemporaryDirectory()
# Of an event, a place, an actor, statements, a journey, a source, a span of time, all.
TOPICS = ['arrival', 'ulaanbaatar', 'putin', 's-peskov-no-worry', 'flight-2024', 'src-ria-1970228491', '2024-09', 'statements', 'dossier']
WITHIN = {
    'Document': {'P', 'H1', 'H2', 'L', 'Table', 'Figure'}, 'L': {'LI'}, 'LI': {'Lbl', 'LBody'}, 'LBody': {'P'},
    'Table': {'Caption', 'TR'}, 'Caption': set(), 'TR': {'TH', 'TD'}, 'P': {'Link'}, 'TD': {'Link'}, 'H1': set(), 'H2': set(), 'Lbl': set(), 'TH': set(),
    'Figure': set(), 'Link': set(),
}
MILLIMETRE = 72 / 25.4


def tool(*command):
    """What a program writes; the case is skipped where that is missing."""
    if shutil.which(command[0]) is None:
        raise tap.Skip(command[0] + ' is missing')
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, encoding='utf-8', timeout=120, check=False)
    assert done.returncode == 0 and not done.stderr, f'{command}: {done.returncode}, {done.stdout[-500:]}{done.stderr[-500:]}'
    return done.stdout


def write(dossier, topic, *options, **environment):
    """Write a sheet and return where it is."""
    handle, path = tempfile.mkstemp('.pdf', dir=FOLDER.name)
    os.close(handle)
    env = {name: value for name, value in os.environ.items() if name not in HIDDEN}
    env = {**env, 'SOURCE_DATE_EPOCH': '1725321599', **environment}
    done = subprocess.run([PROGRAM, '--fact-sheet', topic, '--output', path, *options, str(dossier)], env=env, timeout=120,
                          capture_output=True, text=True, check=False)
    assert done.returncode == 0 and not done.stdout and not done.stderr, done
    return path


@functools.cache
def sheet(topic, *options):
    return write(SAMPLE, topic, '--paper', 'A4', '--lang', 'en', *options)


def make_dossier(**members):
    path = Path(tempfile.mkdtemp(dir=FOLDER.name)) / 'made.dossier'
    path.write_text(json.dumps({'format': 'steppe-dossier', 'version': 1, 'language': 'en', **members}), encoding='utf-8')
    return path


def text_of(path, *options):
    return tool('pdftotext', '-raw', *options, path, '-').replace('\xa0', ' ')


def joined(text):
    """Without spaces, of which there are others where a line is broken."""
    return re.sub(r'\s+', '', text)


class Pdf:
    """The objects of a file as qpdf tells them."""

    def __init__(self, path):
        self.objects = json.loads(tool('qpdf', '--json=2', '--json-stream-data=none', path))['qpdf'][1]
        self.catalog = self.get(self.objects['trailer']['value']['/Root'])

    def get(self, value):
        while isinstance(value, str) and re.fullmatch(r'\d+ \d+ R', value):
            value = self.objects['obj:' + value]
            value = value['value'] if 'value' in value else value['stream']['dict']
        return value

    def text(self, value):
        value = self.get(value)
        assert value[:2] in ('u:', 'b:'), value
        return value[2:] if value[0] == 'u' else bytes.fromhex(value[2:]).decode('latin-1')

    def children(self, element):
        kids = self.get(element.get('/K', []))
        kids = map(self.get, kids if isinstance(kids, list) else [kids])
        return [kid for kid in kids if isinstance(kid, dict) and '/S' in kid]

    def walk(self, element=None, parent=None):
        """Pairs of elements of the structure and what they are in."""
        if element is not None:
            yield element, parent
        for child in self.children(element or self.get(self.catalog['/StructTreeRoot'])):
            yield from self.walk(child, element)

    def elements(self, kind):
        return [element for element, _ in self.walk() if element['/S'] == '/' + kind]

    def leaves(self, node, key):
        """Pairs of names and values of a tree of names."""
        node = self.get(node)
        for kid in self.get(node.get('/Kids', [])):
            yield from self.leaves(kid, key)
        items = self.get(node.get(key, []))
        yield from zip(map(self.text, items[::2]), map(self.get, items[1::2]))

    def places(self):
        return dict(self.leaves(self.get(self.catalog['/Names'])['/Dests'], '/Names'))

    def pages(self):
        def below(node):
            if node['/Type'] == '/Page':
                yield node
            for kid in self.get(node.get('/Kids', [])):
                yield from below(self.get(kid))
        return list(below(self.get(self.catalog['/Pages'])))

    def links(self):
        """Pairs of the kind of a link and where it leads."""
        for page in self.pages():
            for annotation in map(self.get, self.get(page.get('/Annots', []))):
                assert annotation['/Subtype'] == '/Link', annotation
                action = self.get(annotation.get('/A', {}))
                if '/URI' in action:
                    yield 'address', self.text(action['/URI'])
                else:
                    place = self.get(annotation['/Dest'] if '/Dest' in annotation else action['/D'])
                    yield ('place', self.text(place)) if isinstance(place, str) else ('point', place)

    def outline(self, node):
        item = self.get(node).get('/First')
        while item is not None:
            item = self.get(item)
            yield self.text(item['/Title'])
            yield from self.outline(item)
            item = item.get('/Next')


def each(check):
    """Check all kinds of sheets, and say of which one something is wrong."""
    def check_all():
        for topic in TOPICS:
            try:
                check(topic)
            except AssertionError as error:
                raise AssertionError(f'{topic}: {error}') from error
    return check_all


def title_of(topic):
    dossier = json.loads(SAMPLE.read_text(encoding='utf-8'))
    titles = {'dossier': dossier['title'], 'statements': 'Who Says What', '2024-09': 'September 2024'}
    for kind in ('events', 'places', 'actors', 'journeys', 'sources', 'statements'):
        titles |= {item['id']: item.get('title', item.get('name', item.get('text'))) for item in dossier[kind]}
    title = titles[topic]
    return title['en'] if isinstance(title, dict) else title


@each
def sound(topic):
    output = tool('qpdf', '--check', sheet(topic))
    assert 'No syntax or stream encoding errors found' in output and 'WARNING' not in output, output


@each
def described(topic):
    pdf = Pdf(sheet(topic))
    about = pdf.get(pdf.objects['trailer']['value']['/Info'])
    assert pdf.text(about['/Title']) == title_of(topic), about
    assert pdf.text(about['/Author']) == 'Steppe editors', about
    assert pdf.text(pdf.catalog['/Lang']) == 'en', pdf.catalog
    assert pdf.get(pdf.catalog['/MarkInfo'])['/Marked'] is True
    assert pdf.get(pdf.catalog['/ViewerPreferences'])['/DisplayDocTitle'] is True


@each
def structured(topic):
    pdf = Pdf(sheet(topic))
    for element, parent in pdf.walk():
        kind = element['/S'][1:]
        assert kind == 'Document' if parent is None else kind in WITHIN[parent['/S'][1:]], (element, parent)
    assert len(pdf.elements('Document')) == len(pdf.elements('H1')) == 1
    for item in pdf.elements('LI'):
        assert [child['/S'] for child in pdf.children(item)] in (['/Lbl', '/LBody'], ['/LBody']), item
    for figure in pdf.elements('Figure'):
        assert len(pdf.text(figure['/Alt'])) > 20, figure
    for table in pdf.elements('Table'):
        assert all(child['/S'] == '/TR' for child in pdf.children(table)[1:]), table
        head, *rows = [[cell['/S'] for cell in pdf.children(row)] for row in pdf.children(table) if row['/S'] == '/TR']
        assert rows and set(head) == {'/TH'}, head
        assert all(row == ['/TD'] * len(head) for row in rows), rows
    for head in pdf.elements('TH'):
        assert pdf.get(head['/A'])['/Scope'] == '/Column', head


def has_figures():
    numbers = {'arrival': 2, 'ulaanbaatar': 2, 'flight-2024': 1, '2024-09': 2, 'dossier': 2, 'statements': 0}
    for topic, least in numbers.items():
        figures = Pdf(sheet(topic)).elements('Figure')
        assert len(figures) >= least, (topic, len(figures))
    assert not Pdf(sheet('statements')).elements('Figure')


@each
def linked(topic):
    pdf = Pdf(sheet(topic))
    dossier = json.loads(SAMPLE.read_text(encoding='utf-8'))
    addresses = {source.get(name) for source in dossier['sources'] for name in ('url', 'archive')}
    places, links = pdf.places(), list(pdf.links())
    assert all(where in (places if kind == 'place' else addresses) for kind, where in links if kind != 'point'), links
    assert any(kind == 'address' for kind, _ in links), links
    # Each number of a source leads there.
    notes = re.findall(r'\d+', ' '.join(re.findall(r'\[(\d[\d,–]*)\]', joined(text_of(sheet(topic))))))
    numbers = [where.removeprefix('source-') for kind, where in links if kind == 'place' and where.startswith('source-')]
    assert notes and sorted(notes) == sorted(numbers), (notes, numbers)


@each
def leads_to_lines(topic):
    """What is further below on a page is so for links, too."""
    pdf = Pdf(sheet(topic))
    heights = {}
    for name, place in pdf.places().items():
        place = pdf.get(place.get('/D') if isinstance(place, dict) else place)
        if name.startswith('source-'):
            heights.setdefault(place[0], []).append((int(name.removeprefix('source-')), -place[3]))
    assert heights
    for numbered in heights.values():
        tops = [top for _, top in sorted(numbered)]
        assert all(above < below for above, below in zip(tops, tops[1:])), tops
        assert all(-800 < top < -50 for top in tops), tops


@each
def outlined(topic):
    pdf = Pdf(sheet(topic))
    titles = list(pdf.outline(pdf.catalog['/Outlines']))
    assert titles[0] == title_of(topic) and titles[-1] == 'Sources', titles
    assert len(titles) == 1 + len(pdf.elements('H2')), titles
    text = joined(text_of(sheet(topic)))
    assert all(joined(title) in text for title in titles), titles


@each
def embedded(topic):
    fonts = [line.split() for line in tool('pdffonts', sheet(topic)).splitlines()[2:]]
    assert fonts
    for font in fonts:
        assert font[-5:-2] == ['yes', 'yes', 'yes'], font
        assert re.match(r'[A-Z]{6}\+', font[0]), font


@each
def without_images(topic):
    assert len(tool('pdfimages', '-list', sheet(topic)).splitlines()) == 2


@each
def in_order(topic):
    text = joined(text_of(sheet(topic)))
    expected = {'arrival': ['When', 'Where', 'Status', 'WhoSaysWhat', 'RelatedEvents'], 'ulaanbaatar': ['Latitude', 'Events'],
                'putin': ['Events', 'Says', 'Relations'], 's-peskov-no-worry': ['SaidBy', 'When'], 'flight-2024': ['Status', 'Legs', 'FromToWhen'],
                '2024-09': ['Extent', 'Events', 'WhoSaysWhat'], 'dossier': ['Period', 'Extent', 'MainEvents', 'No.When', 'Actors', 'Relations', 'Journeys']}
    position = 0
    for words in [joined(title_of(topic)), *expected.get(topic, []), 'Sources', 'https://']:
        found = text.find(words, position)
        assert found >= 0, (words, text[position:position + 200])
        position = found + len(words)
    dossier = json.loads(SAMPLE.read_text(encoding='utf-8'))
    sources = {address for kind, address in Pdf(sheet(topic)).links() if kind == 'address'}
    assert sources and all(joined(address) in text for address in sources)
    if topic == 'dossier':
        assert len(sources) > 0.5 * len(dossier['sources'])


def of_their_time():
    for topic, drawn in (('1939', False), ('2024-09', True), ('2024-08', False)):
        assert ('Putin’s flight' in text_of(sheet(topic))) == drawn, topic


def gray():
    for topic in ('arrival', 'dossier'):
        for options in ([], ['--grey']):
            content = subprocess.run(['qpdf', '--qdf', '--object-streams=disable', sheet(topic, *options), '-'], capture_output=True, check=True).stdout
            colors = {tuple(map(float, found)) for found in re.findall(rb'(?:^| )([\d.]+) ([\d.]+) ([\d.]+) (?:rg|RG)\b', content, re.MULTILINE)}
            assert colors and not re.search(rb'^(?:[\d.]+ ){4}[kK]\b', content, re.MULTILINE)
            assert all(red == green == blue for red, green, blue in colors) == bool(options), (topic, options)


def long_tables():
    legs = [{'from': f'p{i}', 'to': f'p{i + 1}', 'date': '2024-09-02', 'certain': i % 2 == 0} for i in range(150)]
    dossier = make_dossier(title='Legs', places=[{'id': f'p{i}', 'name': f'Place {i}'} for i in range(151)],
                           journeys=[{'id': 'j', 'name': 'A journey', 'status': 'confirmed', 'legs': legs, 'sources': ['s']}],
                           sources=[{'id': 's', 'title': 'A source'}])
    path = write(dossier, 'j', '--paper', 'A4')
    pages = text_of(path).split('\f')[:-1]
    assert len(pages) > 3
    told = []
    for page in pages:
        rows = [int(number) for number in re.findall(r'^Place (\d+) \[1\] Place \d+ 2 September 2024', page, re.MULTILINE)]
        heads = [match.start() for match in re.finditer(r'^From To When Status$', page, re.MULTILINE)]
        assert len(heads) == bool(rows), page
        assert not rows or heads[0] < page.index(f'Place {rows[0]} '), page
        told += rows
    assert told == list(range(150)), told
    pdf = Pdf(path)
    assert len(pdf.elements('Table')) == len([page for page in pages if 'From To' in page])


def numbered():
    for topic in ('arrival', 'dossier'):
        pages = text_of(sheet(topic)).split('\f')[:-1]
        for number, page in enumerate(pages, 1):
            assert f'Page {number} of {len(pages)}' in page and 'Printed 2 September 2024' in page, page
            assert 'Putin in Mongolia, September 2024' in page and 'Fact Sheet' in page, page


def page_size(path):
    return tuple(map(float, re.search(r'Page size: +([\d.]+) x ([\d.]+) pts', tool('pdfinfo', path)).groups()))


def assert_within(path, margin, topic):
    """No word is in a margin."""
    for match in re.finditer(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', tool('pdftotext', '-bbox', path, '-'), re.DOTALL):
        width, height = float(match[1]), float(match[2])
        words = re.findall(r'<word xMin="([-\d.]+)" yMin="([-\d.]+)" xMax="([-\d.]+)" yMax="([-\d.]+)">(.*?)</word>', match[3])
        assert words
        for left, top, right, bottom, word in words:
            assert float(left) > margin - 2 and float(right) < width - margin + 2, (topic, word, left, right)
            assert float(top) > margin - 4 and float(bottom) < height - margin + 4, (topic, word, top, bottom)


def papers():
    sizes = {('A4',): (210, 297, 18), ('Letter',): (215.9, 279.4, 18), ('A5',): (148, 210, 14),
             ('A4', '--landscape'): (297, 210, 18), ('letter', '--landscape'): (279.4, 215.9, 18)}
    for options, (width, height, margin) in sizes.items():
        for topic in ('arrival', '2024-09'):
            path = write(SAMPLE, topic, '--lang', 'en', '--paper', *options)
            size = page_size(path)
            assert abs(size[0] - width * MILLIMETRE) < 1 and abs(size[1] - height * MILLIMETRE) < 1, (options, size)
            assert_within(path, margin * MILLIMETRE, topic)


def text_sizes():
    numbers = []
    for size in ('50', '100', '150', '300'):
        path = sheet('arrival', '--text-size', size)
        assert_within(path, 18 * MILLIMETRE, size)
        numbers.append(len(Pdf(path).pages()))
        assert joined(title_of('arrival')) in joined(text_of(path))
    assert numbers == sorted(set(numbers)), numbers


def repeatable():
    one, other = (Path(write(SAMPLE, 'arrival', '--paper', 'A4', '--lang', 'en')).read_bytes() for _ in range(2))
    assert one == other
    created = re.search(r'CreationDate: +(.*)', tool('pdfinfo', '-isodates', sheet('arrival')))[1]
    assert created.startswith('2024-09-02T23:59:59'), created


def hostile():
    """Whatever is in names and addresses, the file is sound and they are what they were."""
    title = 'A (title) \\ with \'quotes\', "others", <marks> & %1$s, \u202eturned\u202c, 蒙古, م, 🎂, \x07'
    addresses = {"https://example.org/it's(a)\\b": "https://example.org/it's(a)%5Cb", 'https://example.org/ü ä?q=ж#é': None,
                 'https://example.org/%20?a=[1]&b=(2)#x': 'https://example.org/%20?a=[1]&b=(2)#x', 'javascript:alert(1)': False}
    dossier = make_dossier(title=title, events=[{'id': 'e.-_9', 'title': title, 'summary': title, 'sources': [f's{i}' for i in range(4)],
                                                 'related': [{'event': 'f'}], 'date': '2024'},
                                                {'id': 'f', 'title': title * 20, 'date': '2023', 'actors': [{'actor': 'a', 'role': title}]}],
                           actors=[{'id': 'a', 'name': title * 5}],
                           sources=[{'id': f's{i}', 'title': title, 'url': url} for i, url in enumerate(addresses)])
    for topic in ('e.-_9', 'f', 'a', 's0', 'dossier', 'statements'):
        path = write(dossier, topic)
        assert 'No syntax' in tool('qpdf', '--check', path)
        pdf = Pdf(path)
        led = {where for kind, where in pdf.links() if kind == 'address'}
        assert not any(where.startswith('javascript') for where in led) and all(where.isascii() for where in led), led
        if topic == 'dossier':
            assert {expected for expected in addresses.values() if expected} < led and len(led) == 3, led


tap.run([
    ('files are sound', sound),
    ('files say what they are', described),
    ('there is a structure for screen readers', structured),
    ('there are figures', has_figures),
    ('links lead somewhere', linked),
    ('links lead to lines', leads_to_lines),
    ('the outline has all headings', outlined),
    ('fonts are embedded', embedded),
    ('nothing is a picture', without_images),
    ('texts are in reading order', in_order),
    ('maps show the journeys of their time', of_their_time),
    ('grey sheets are grey', gray),
    ('heads of tables are repeated', long_tables),
    ('pages are numbered', numbered),
    ('pages have the size of the paper', papers),
    ('text has its size', text_sizes),
    ('a sheet is the same each time', repeatable),
    ('names and addresses are only that', hostile),
])
