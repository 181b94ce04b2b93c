#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Writes albers-vectors.tsv and lambert-vectors.tsv: where PROJ projects places (Debian: proj-bin).
set -eu
cd "$(dirname "$0")"
awk 'BEGIN {
  for (lat = -85; lat <= 85; lat += 17) for (lon = -180; lon <= 180; lon += 24) print lon, lat
  print "106.9176 47.9188"; print "37.6173 55.7558"; print "116.4074 39.9042"
  print "20.5109 54.7104"; print "-169.6 66.16"; print "190.4 66.16"; print "-170 65"; print "190 65"
  print "180 71"; print "-180 71"; print "105 90"; print "12 90"; print "105 50"; print "105 0"
  print "-74.999999 60"; print "284.999999 60"; print "-75.000001 60"; print "4.3 52.07"
}' > points

# project PROJECTION...: longitude, latitude, x, y of each point
project () {
  cs2cs -f %.6f +proj=longlat +ellps=WGS84 +to "$@" +ellps=WGS84 points |
    paste points - | awk '{ printf "%s\t%s\t%s\t%s\n", $1, $2, $3, $4 }'
}

{
  echo '# longitude latitude x y (metres), made by make-projection-vectors.sh'
  project +proj=aea +lat_1=42 +lat_2=69 +lat_0=50 +lon_0=105
} > albers-vectors.tsv
{
  echo '# longitude and latitude of the centre, longitude latitude x y (metres), made by make-projection-vectors.sh'
  # Opposite the centre PROJ has no point.
  for centre in '-73.968 40.7489' '28.0473 -26.2041' '178.4 -18.1' '0 0' '-64.2 81.9'; do
    project +proj=laea "+lon_0=${centre% *}" "+lat_0=${centre#* }" |
      grep -v '\*' | sed "s/^/$(echo "$centre" | tr ' ' '\t')\t/"
  done
} > lambert-vectors.tsv
rm points
