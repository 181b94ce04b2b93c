#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Write a dossier of any size on stdout: generate.py EVENTS [SEED]

The same number and seed give the same bytes, on every machine and with every version of Python:
all chance comes from one generator that is written out here.

The story has the shape of a real one: a few eras, a century of background of which the last years
are denser, a dozen weeks in which much happens, one decisive week, and in it one crowded day that is
known to the minute. Some events last, some have no firm date, the older ones more often, a few none at
all. Eras do not become more with the events: in no story do hundreds of things last for years at once.
"""

import datetime
import json
import sys

FIRST_YEAR, LAST_YEAR = 1921, 2026
DECISIVE_DAY = datetime.date(2024, 9, 2)
WEEKS = 12
ERAS = 16
PRECISE_FROM = 2005
MINUTES = 24 * 60

CITIES = [
    ('Ulaanbaatar', 'Улан-Батор', 106.92, 47.92), ('Darkhan', 'Дархан', 105.95, 49.47),
    ('Choibalsan', 'Чойбалсан', 114.53, 48.07), ('Khovd', 'Ховд', 91.64, 48.01),
    ('Dalanzadgad', 'Даланзадгад', 104.43, 43.57), ('Erdenet', 'Эрдэнэт', 104.06, 49.03),
    ('Kyzyl', 'Кызыл', 94.45, 51.72), ('Irkutsk', 'Иркутск', 104.28, 52.29),
    ('Ulan-Ude', 'Улан-Удэ', 107.58, 51.83), ('Chita', 'Чита', 113.50, 52.03),
    ('Novosibirsk', 'Новосибирск', 82.93, 55.03), ('Vladivostok', 'Владивосток', 131.89, 43.12),
    ('Moscow', 'Москва', 37.62, 55.75), ('Saint Petersburg', 'Санкт-Петербург', 30.31, 59.94),
    ('Yakutsk', 'Якутск', 129.73, 62.03), ('Omsk', 'Омск', 73.37, 54.99),
    ('Beijing', 'Пекин', 116.40, 39.90), ('Hohhot', 'Хух-Хото', 111.66, 40.83),
    ('Ürümqi', 'Урумчи', 87.58, 43.83), ('Harbin', 'Харбин', 126.64, 45.76),
    ('Shanghai', 'Шанхай', 121.47, 31.23), ('Lanzhou', 'Ланьчжоу', 103.83, 36.06),
    ('Lhasa', 'Лхаса', 91.11, 29.65), ('Guangzhou', 'Гуанчжоу', 113.26, 23.13),
]
KINDS = {
    'ceremony': ('Ceremony', 'Церемония'), 'conflict': ('Clash', 'Столкновение'),
    'diplomacy': ('Talks', 'Переговоры'), 'economy': ('Trade figures', 'Данные о торговле'),
    'energy': ('Gas supply', 'Поставки газа'), 'infrastructure': ('Railway works', 'Строительство дороги'),
    'legal': ('Court ruling', 'Решение суда'), 'military': ('Exercise', 'Учения'),
    'politics': ('Change of cabinet', 'Смена кабинета'), 'protest': ('Protest', 'Протест'),
    'statement': ('Press statement', 'Заявление'), 'summit': ('Summit', 'Саммит'),
    'treaty': ('Signing of a treaty', 'Подписание договора'), 'visit': ('Visit', 'Визит'),
    'vote': ('Vote in parliament', 'Голосование'), 'expedition': ('Expedition', 'Экспедиция'),
}
TOPICS = ['on the border', 'on the pipeline', 'after the flood', 'on mining rights', 'for the anniversary',
          'on the railway gauge', 'behind closed doors', 'on visas', 'after the elections', 'on the river',
          'on the power plant', 'with the neighbours', 'on pasture land', 'on debts of the past']
# How many of a hundred events have each status.
STATUSES = [('reported', 60), ('confirmed', 20), ('alleged', 8), ('disputed', 6), ('planned', 4), ('cancelled', 2)]
ROLES = ['host', 'guest', 'speaker', 'issuer', 'signatory']


class Chance:
    """SplitMix64 (Steele, Lea and Flood 2014)."""

    MASK = (1 << 64) - 1

    def __init__(self, seed):
        self.state = seed & self.MASK

    def bits(self):
        self.state = (self.state + 0x9E3779B97F4A7C15) & self.MASK
        z = self.state
        z = ((z ^ (z >> 30)) * 0xBF58476D1CE4E5B9) & self.MASK
        z = ((z ^ (z >> 27)) * 0x94D049BB133111EB) & self.MASK
        return z ^ (z >> 31)

    def below(self, n):
        """An integer from 0 to N - 1."""
        return self.bits() % n

    def within(self, low, high):
        """A number from LOW to HIGH."""
        return low + (high - low) * (self.bits() >> 11) / (1 << 53)

    def choose(self, things):
        return things[self.below(len(things))]

    def choose_weighted(self, pairs):
        """The first of one of the pairs (thing, weight)."""
        left = self.below(sum(weight for _, weight in pairs))
        for thing, weight in pairs:
            if left < weight:
                return thing
            left -= weight
        raise AssertionError('weights are positive')


class Dates:
    """EDTF dates in the shape of a story."""

    def __init__(self, chance):
        self.chance = chance
        first = datetime.date(FIRST_YEAR, 1, 1).toordinal()
        last = datetime.date(LAST_YEAR, 1, 1).toordinal()
        self.weeks = [datetime.date.fromordinal(first + chance.below(last - first)) for _ in range(WEEKS)]

    def year(self):
        if self.chance.below(2):
            return LAST_YEAR - self.chance.below(15)
        return FIRST_YEAR + self.chance.below(LAST_YEAR - FIRST_YEAR + 1)

    def day(self):
        return datetime.date(self.year(), 1, 1) + datetime.timedelta(self.chance.below(365))

    def time(self, low, high):
        minute = low + self.chance.below(high - low)
        second = self.chance.below(60) if self.chance.below(4) == 0 else 0
        return f'T{minute // 60:02}:{minute % 60:02}:{second:02}+08:00'

    def crowded(self):
        """Of the crowded day, most in working hours."""
        if self.chance.below(5) == 0:
            return f'{DECISIVE_DAY}{self.time(0, MINUTES)}'
        return f'{DECISIVE_DAY}{self.time(8 * 60, 20 * 60)}'

    def decisive(self):
        day = DECISIVE_DAY + datetime.timedelta(self.chance.below(7) - 3)
        return f'{day}{self.time(0, MINUTES)}' if self.chance.below(2) else f'{day}'

    def dense(self):
        day = self.chance.choose(self.weeks) + datetime.timedelta(self.chance.below(7))
        return f'{day}{self.time(0, MINUTES)}' if self.chance.below(4) == 0 else f'{day}'

    def background(self):
        """The older, the less is known of the day."""
        day = self.day()
        return f'{day}'[:self.chance.choose([4, 7, 10] if day.year < PRECISE_FROM else [7, *[10] * 19])]

    def lasting(self):
        """Some days, often few."""
        start = self.day()
        return f'{start}/{start + datetime.timedelta(1 + self.chance.below(1 + self.chance.below(30)))}'

    def era(self):
        """Years, or without an end."""
        start = self.day()
        return self.chance.choose([
            f'{start.year}/{start.year + 2 + self.chance.below(20)}', f'{start.year}~/{start.year + 5}?',
            f'{start}/..', f'{start.year}/', f'../{start.year}'])

    def fuzzy(self):
        year = FIRST_YEAR + self.chance.below(PRECISE_FROM - FIRST_YEAR)
        return self.chance.choose([
            f'{year}?', f'{year}~', f'{year}-{1 + self.chance.below(12):02}%', f'{year // 10}X',
            f'{year}-{21 + self.chance.below(4)}', f'[{year}..{year + 2}]', f'{{{year},{year + 3}}}'])

    def ancient(self):
        return self.chance.choose(['1206', '1271/1368', '-0208', '0840~', '12XX', '18XX', '1689-08-27', '1727'])

    def draw(self):
        """A date, or None."""
        shape = self.chance.choose_weighted([
            (self.crowded, 180), (self.decisive, 180), (self.dense, 323), (self.background, 250),
            (self.lasting, 30), (self.fuzzy, 30), (self.ancient, 2), (lambda: None, 5)])
        return shape()


def make_places(chance, count):
    """The cities, and so many spots around them that COUNT is reached."""
    for n in range(count):
        name, name_ru, lon, lat = CITIES[n % len(CITIES)]
        place = {'id': f'p{n}', 'name': {'en': name, 'ru': name_ru}, 'kind': 'city'}
        if n >= len(CITIES):
            # Three throws: most near the city, some far away.
            lon += sum(chance.within(-1.5, 1.5) for _ in range(3))
            lat += sum(chance.within(-1, 1) for _ in range(3))
            place['name'] = {'en': f'{name}, site {n}', 'ru': f'{name_ru}, место {n}'}
            place['kind'] = 'site'
            place['precision_m'] = 500 * (1 + chance.below(20))
        place['geometry'] = {'type': 'Point', 'coordinates': [round(lon, 4), round(lat, 4)]}
        place['timezone'] = 'Asia/Ulaanbaatar'
        yield place


def make_event(chance, dates, n, places, counts):
    kind = chance.choose(sorted(KINDS))
    name, name_ru = KINDS[kind]
    spot = chance.below(len(places))
    topic = chance.choose(TOPICS)
    place = places[spot]['name']
    event = {'id': f'e{n}', 'title': {'en': f'{name} in {place["en"]} {topic}', 'ru': f'{name_ru}: {place["ru"]}'},
             'kind': kind}
    date = dates.era() if n < min(ERAS, counts['events'] // 6) else dates.draw()
    if date:
        event['date'] = date
    if chance.below(50):
        event['places'] = [f'p{spot}']
    event['actors'] = [{'actor': f'a{chance.below(counts["actors"])}', 'role': chance.choose(ROLES)}
                       for _ in range(1 + chance.below(2))]
    status = chance.choose_weighted(STATUSES)
    if status != 'reported':
        event['status'] = status
    event['summary'] = {'en': f'What is known of it comes from the record of number {chance.below(10 ** 6)}, {topic}.'}
    if n > 0 and chance.below(10) == 0:
        event['related'] = [{'event': f'e{chance.below(n)}', 'as': chance.choose(['cause', 'context', 'precedent'])}]
    event['sources'] = [f's{chance.below(counts["sources"])}']
    return event


def make_dossier(count, seed):
    """Yield the lists of the dossier, each as (member, items)."""
    chance = Chance(seed)
    dates = Dates(chance)
    counts = {'events': count, 'places': max(20, count // 8), 'actors': max(10, min(500, count // 40)),
              'sources': max(10, count // 50)}
    places = list(make_places(chance, counts['places']))
    yield 'places', places
    yield 'actors', ({'id': f'a{n}', 'name': {'en': f'Committee {n}', 'ru': f'Комитет {n}'}, 'kind': 'body'}
                     for n in range(counts['actors']))
    yield 'sources', ({'id': f's{n}', 'publisher': f'Gazette {n % 40}', 'title': f'Report of number {n}',
                       'date': f'{dates.day()}', 'url': f'https://example.org/{n}'} for n in range(counts['sources']))
    yield 'events', (make_event(chance, dates, n, places, counts) for n in range(count))
    yield 'statements', ({'id': f't{n}', 'speaker': f'a{chance.below(counts["actors"])}', 'date': f'{dates.day()}',
                          'text': {'en': f'We take note of the matter of number {n}.'},
                          'about': [f'e{chance.below(count)}'], 'sources': [f's{chance.below(counts["sources"])}']}
                         for n in range(count // 20))
    yield 'journeys', ({'id': f'j{n}', 'name': f'Flight {n}', 'kind': 'flight', 'status': 'confirmed',
                        'legs': [{'from': f'p{2 * n}', 'to': f'p{2 * n + 1}', 'date': f'{DECISIVE_DAY}'}]}
                       for n in range(8))
    mentions = ' '.join(f'Then [this](#e{chance.below(count)}) came to pass.' for _ in range(min(count, 200)))
    yield 'narratives', [{'id': 'story', 'title': 'The story', 'text': {'en': mentions}}]


def write_dossier(out, count, seed):
    def as_json(value):
        return json.dumps(value, ensure_ascii=False, separators=(',', ':'))

    out.write('{"format":"steppe-dossier","version":1,"language":"en",\n')
    out.write(f'"title":{as_json(f"A story of {count} events")}')
    for member, items in make_dossier(count, seed):
        out.write(f',\n"{member}":[\n')
        out.write(',\n'.join(map(as_json, items)))
        out.write(']')
    out.write('}\n')


def main():
    if len(sys.argv) not in {2, 3}:
        print('usage: generate.py EVENTS [SEED]', file=sys.stderr)
        return 2
    count = int(sys.argv[1])
    if count < 1:
        print('generate.py: a story has at least one event', file=sys.stderr)
        return 2
    sys.stdout.reconfigure(encoding='utf-8', newline='\n')
    write_dossier(sys.stdout, count, int(sys.argv[2]) if len(sys.argv) == 3 else 1)
    return 0


if __name__ == '__main__':
    sys.exit(main())
