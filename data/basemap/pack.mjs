// SPDX-License-Identifier: GPL-3.0-or-later
// Packs the layers that mapshaper wrote, and the places, into steppe.basemap (FORMAT.md).
//   node pack.mjs FOLDER-OF-NAMES OUTPUT
import { readFileSync, writeFileSync } from 'node:fs';
import { crc32 } from 'node:zlib';
import { readPlaces, LANGUAGES, KINDS } from './places.mjs';
import { readRailways } from './railways.mjs';

const [, , folder, output] = process.argv;
const LAYERS = ['land', 'coast', 'lake', 'river', 'admin1', 'border', 'disputed', 'railway'];
const VERSION = 2;
const DISPUTED = 1;

const METRES = 0;
const DEGREES = 1;
// The quantum of each level and the fewest metres per pixel it is meant for.
const LEVELS = [
  { unit: METRES, quantum: 2000, finest: 6000, files: {
    land: ['land'], coast: ['coast'], lake: ['lakes'], river: ['rivers'], admin1: ['admin1'],
    border: ['border'], disputed: ['disputed', 'claims'] } },
  { unit: METRES, quantum: 500, finest: 1500 },
  { unit: METRES, quantum: 100, finest: 0 },
  { unit: DEGREES, quantum: 0.02, finest: 0, files: {
    land: ['land'], border: ['border'], disputed: ['disputed'] } },
];
const BOUNDS = { longitude: 179.9, south: -35, north: 84 };
const REGION = { west: -125, east: 115, south: -12, north: 84 };

class Writer {
  bytes = [];
  u8(value) { this.bytes.push(value & 255); }
  u32(value) { for (let i = 0; i < 4; i++) this.u8(value >>> (8 * i)); }
  f32(value) { const b = Buffer.alloc(4); b.writeFloatLE(value); this.bytes.push(...b); }
  f64(value) { const b = Buffer.alloc(8); b.writeDoubleLE(value); this.bytes.push(...b); }
  varint(value) {
    for (value >>>= 0; value > 127; value >>>= 7)
      this.u8(value & 127 | 128);
    this.u8(value);
  }
  zigzag(value) { this.varint((value << 1) ^ (value >> 31)); }
}

// Albers equal-area conic, as src/geo/steppe-albers.c has it, for railways and the edges of the clip; the
// rest comes projected.
const PROJECTION = { lat1: 42, lat2: 69, lat0: 50, lon0: 105 };
const cone = (() => {
  const a = 6378137, f = 1 / 298.257223563, e2 = f * (2 - f), e = Math.sqrt(e2);
  const q = lat => {
    const s = Math.sin(lat * Math.PI / 180);
    return (1 - e2) * (s / (1 - e2 * s * s) + Math.atanh(e * s) / e);
  };
  const m = lat => {
    const phi = lat * Math.PI / 180;
    return Math.cos(phi) / Math.sqrt(1 - e2 * Math.sin(phi) ** 2);
  };
  const { lat1, lat2, lat0 } = PROJECTION;
  const n = (m(lat1) ** 2 - m(lat2) ** 2) / (q(lat2) - q(lat1));
  const c = m(lat1) ** 2 + n * q(lat1);
  const rho = lat => a * Math.sqrt(c - n * q(lat)) / n;
  return { n, rho, rho0: rho(lat0) };
})();

function project([longitude, latitude]) {
  const { n, rho, rho0 } = cone;
  const angle = n * (longitude - PROJECTION.lon0) * Math.PI / 180;
  return [rho(latitude) * Math.sin(angle), rho0 - rho(latitude) * Math.cos(angle)];
}

// Whether a point lies where the source was clipped rather than where the land ends.
function onClip([x, y], region) {
  const rho = Math.hypot(x, cone.rho0 - y);
  const longitude = Math.atan2(x, cone.rho0 - y) / cone.n * 180 / Math.PI;
  const close = 300;
  const alongMeridian = l => Math.abs(longitude - l) * Math.PI / 180 * cone.n * rho < close;
  const alongParallel = l => Math.abs(rho - cone.rho(l)) < close;
  return alongMeridian(region.west) || alongMeridian(region.east) ||
         alongParallel(region.south) || alongParallel(region.north);
}

function withoutClipEdges(parts, region) {
  return parts.flatMap(part => {
    const runs = [[]];
    part.forEach((point, i) => {
      if (i > 0 && onClip(point, region) && onClip(part[i - 1], region))
        runs.push([]);
      runs.at(-1).push(point);
    });
    return runs.filter(run => run.length > 1);
  });
}

function partsOf({ type, coordinates }) {
  switch (type) {
    case 'Polygon': case 'MultiLineString': return coordinates;
    case 'MultiPolygon': return coordinates.flat();
    case 'LineString': return [coordinates];
    default: throw new Error(`unexpected ${type}`);
  }
}

// In the source Antarctica is closed by lines along the antimeridian and to the pole and back; a ring about the pole needs
// none, as the way across the antimeridian is the shorter one.
const withoutPole = part => part.filter(([, latitude]) => latitude > -89.5);

// Integers of the quantum, without points that fall together; null where too few are left.
function quantize(part, quantum, closed) {
  const points = [];
  const last = closed ? part.length - 1 : part.length;
  for (let i = 0; i < last; i++) {
    const x = Math.round(part[i][0] / quantum), y = Math.round(part[i][1] / quantum);
    if (!points.length || points.at(-1)[0] !== x || points.at(-1)[1] !== y)
      points.push([x, y]);
  }
  return points.length >= (closed ? 3 : 2) ? points : null;
}

function readFeatures(level, index, layer) {
  const names = (level.files ?? LEVELS[0].files)[layer] ?? [];
  const closed = layer === 'land' || layer === 'lake';
  const region = index === 2 ? REGION
    : { west: -BOUNDS.longitude, east: BOUNDS.longitude, south: BOUNDS.south, north: BOUNDS.north };
  return names.flatMap(name => {
    const { features, geometries } = JSON.parse(readFileSync(`lod${index}-${name}.json`, 'utf8'));
    const all = features ?? geometries.map(geometry => ({ geometry, properties: {} }));
    return all.filter(f => f.geometry).map(({ geometry, properties }) => {
      let parts = partsOf(geometry);
      if (layer === 'coast')
        parts = withoutClipEdges(parts, region);
      return {
        area: properties?.area,
        parts: parts.map(p => quantize(level.unit === DEGREES ? withoutPole(p) : p, level.quantum, closed)).filter(Boolean),
      };
    });
  }).filter(feature => feature.parts.length);
}

// A part for each stretch between two stations, so that ticks count from the nearest.
function railwayFeatures(railways, { unit, quantum }) {
  return unit === DEGREES ? [] : railways.map(stretches => ({
    parts: stretches.map(s => quantize(s.map(project), quantum, false)).filter(Boolean),
  }));
}

function packLayer(features, areas) {
  const writer = new Writer();
  let x0 = 0, y0 = 0;
  for (const { area, parts } of features) {
    writer.varint(area === undefined ? 0 : areas.get(area) + 1);
    writer.varint(parts.length);
    for (const part of parts) {
      writer.varint(part.length);
      for (const [x, y] of part) {
        writer.zigzag(x - x0);
        writer.zigzag(y - y0);
        [x0, y0] = [x, y];
      }
    }
  }
  return writer.bytes;
}

const railways = readRailways(folder);
const levels = LEVELS.map((level, index) => ({
  ...level,
  layers: LAYERS.map((name, kind) => ({
    kind, name,
    features: name === 'railway' ? railwayFeatures(railways, level) : readFeatures(level, index, name),
  })).filter(layer => layer.features.length),
}));
const places = readPlaces(folder);

const codes = new Set(places.map(p => p.area).filter(Boolean));
for (const level of levels)
  for (const { features } of level.layers)
    features.forEach(f => f.area && codes.add(f.area));
const areas = new Map([...codes].sort().map((code, i) => [code, i]));

const strings = new Map([['', 0]]);
const intern = text => {
  if (!strings.has(text))
    strings.set(text, strings.size);
  return strings.get(text);
};

const areaSection = new Writer();
areaSection.varint(areas.size);
for (const code of areas.keys()) {
  areaSection.varint(intern(code));
  areaSection.u8(code.startsWith('x-') ? DISPUTED : 0);
}

const placeSection = new Writer();
placeSection.varint(LANGUAGES.length);
LANGUAGES.forEach(language => placeSection.varint(intern(language)));
placeSection.varint(places.length);
for (const { kind, rank, flags, area, population, lon, lat, names } of places) {
  placeSection.u8(KINDS.indexOf(kind));
  placeSection.u8(rank);
  placeSection.u8(flags);
  placeSection.varint(area ? areas.get(area) + 1 : 0);
  placeSection.varint(population);
  // Longitudes go up to 180, so a label in the Chukchi Sea is written west of the antimeridian.
  placeSection.zigzag(Math.round((lon > 180 ? lon - 360 : lon) * 1e4));
  placeSection.zigzag(Math.round(lat * 1e4));
  LANGUAGES.forEach(l => placeSection.varint(intern(names[l] ?? '')));
}

const stringSection = new Writer();
stringSection.varint(strings.size);
for (const text of strings.keys()) {
  stringSection.bytes.push(...Buffer.from(text, 'utf8'), 0);
}

const HEADER = 80, LEVEL_ENTRY = 20, LAYER_ENTRY = 16;
const layerCount = levels.reduce((n, level) => n + level.layers.length, 0);
let offset = HEADER + levels.length * LEVEL_ENTRY + layerCount * LAYER_ENTRY;
const body = [];
const place = bytes => {
  const section = { offset, length: bytes.length };
  body.push(Buffer.from(bytes));
  offset += bytes.length;
  return section;
};

const sections = [stringSection, areaSection, placeSection].map(w => place(w.bytes));
for (const level of levels)
  for (const layer of level.layers) {
    Object.assign(layer, place(packLayer(layer.features, areas)));
    const points = layer.features.flatMap(f => f.parts).reduce((n, p) => n + p.length, 0);
    console.log(`level ${levels.indexOf(level)} ${layer.name}: ${layer.features.length} features, ` +
                `${points} points, ${layer.length} bytes`);
  }

const head = new Writer();
head.bytes.push(...Buffer.from('STPM'));
head.u32(VERSION);
head.u32(offset);
head.u32(0);
[PROJECTION.lat1, PROJECTION.lat2, PROJECTION.lat0, PROJECTION.lon0].forEach(v => head.f64(v));
head.u32(levels.length);
head.u32(layerCount);
sections.forEach(section => { head.u32(section.offset); head.u32(section.length); });
let first = 0;
for (const level of levels) {
  head.u32(level.unit);
  head.f32(level.quantum);
  head.f32(level.finest);
  head.u32(first);
  head.u32(level.layers.length);
  first += level.layers.length;
}
for (const level of levels)
  for (const layer of level.layers)
    [layer.kind, layer.offset, layer.length, layer.features.length].forEach(v => head.u32(v));

const file = Buffer.concat([Buffer.from(head.bytes), ...body]);
file.writeUInt32LE(crc32(file.subarray(16)), 12);
writeFileSync(output, file);
console.log(`${places.length} places, ${areas.size} areas, ${strings.size} strings, ` +
            `${file.length} bytes`);
