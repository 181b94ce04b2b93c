# SPDX-License-Identifier: GPL-3.0-or-later
# `./dev flatpak`; read by dev.
#
# Builds the Flatpak from its manifest, installs it and tries it in its sandbox, without a network
# but for packages of Debian 13: a stand-in for the GNOME runtime is made of those. It carries the
# names of the real one, so that the manifest is used as it is. README.md tells what that proves.

flatpak_folder=$top/_build-flatpak

# What the GNOME runtime has and Steppe may count on. None of yyjson, cmark and qpdf: those are modules.
flatpak_platform=(
libgtk-4-1 libgtk-4-bin libadwaita-1-0 librsvg2-common libstdc++6 libjpeg62-turbo zlib1g libxml2 dconf-gsettings-backend
glib-networking gsettings-desktop-schemas shared-mime-info adwaita-icon-theme hicolor-icon-theme ca-certificates tzdata
libegl1 libgles2 libgl1-mesa-dri xkb-data locales python3-minimal
fontconfig fonts-inter-variable fonts-cantarell fonts-dejavu-core fonts-noto-core fonts-noto-cjk
)
flatpak_sdk=(
"${flatpak_platform[@]}" gcc g++ libc6-dev cmake meson ninja-build pkgconf gettext ccache git patch file bzip2 xz-utils elfutils
libgtk-4-dev libadwaita-1-dev libjpeg-dev zlib1g-dev libglib2.0-dev-bin libxml2-utils blueprint-compiler appstream desktop-file-utils
)
# What builds and runs Flatpaks, and what looks at them.
flatpak_tools=(
flatpak flatpak-builder ostree elfutils debugedit git curl ca-certificates xz-utils appstream desktop-file-utils librsvg2-common
xdg-desktop-portal xdg-desktop-portal-gtk fuse3 gsettings-desktop-schemas dbus xvfb xauth at-spi2-core python3-gi
gir1.2-atspi-2.0 xdotool imagemagick poppler-utils qpdf fontconfig fonts-dejavu-core locales
)

# Print the path of a root with these packages, made when it is not there.
root_with () (
  kind=debian13
  packages=("$@")
  make_root > /dev/null
  printf '%s' "$root"
)

# in_tools FOLDER CMD...: run CMD with the tools, in FOLDER as its home. No other process tree than the machine's:
# the kernel lets a sandbox have its own /proc only where nothing hides parts of the one around it.
in_tools () {
  local folder=$1 user enter path
  shift
  user=$(id -u)
  enter=(bwrap --die-with-parent --tmpfs /)
  for path in bin lib lib64 sbin; do
    enter+=(--symlink "usr/$path" "/$path")
  done
  enter+=(--ro-bind "$tools/usr" /usr --ro-bind "$tools/etc" /etc --tmpfs /var --bind /var/tmp /var/tmp
    --dev-bind /dev /dev --bind /proc /proc --ro-bind /sys /sys --bind /tmp /tmp --bind "$top" "$top" --bind "$cache" "$cache"
    --tmpfs /run --perms 0755 --dir /run/user --perms 0700 --dir "/run/user/$user"
    --ro-bind-try /etc/resolv.conf /etc/resolv.conf --ro-bind /etc/passwd /etc/passwd --ro-bind /etc/group /etc/group
    --clearenv --setenv PATH /usr/bin:/bin:/usr/sbin:/sbin --setenv HOME "$folder" --setenv LANG en_US.UTF-8
    --setenv TZ UTC --setenv XDG_RUNTIME_DIR "/run/user/$user" --chdir "$top" --)
  "${enter[@]}" "$@" < /dev/null
}

# Make the folder NAME of the cache by `make_NAME`, unless it is there for the same contents.
cached () {
  local name=$1 key new
  shift
  key=$(cat "$@" <(printf '%s\n' "$revision" "$suite" "$locales" "${flatpak_sdk[@]}" "${flatpak_tools[@]}") | sha256sum | cut -c1-12)
  made=$cache/flatpak-$name-$key
  if [ ! -e "$made" ]; then
    rm -rf "$cache/flatpak-new-$name"-*
    new=$(mktemp -d "$cache/flatpak-new-$name-XXXXXX")
    "make_$name" "$new" || { rm -rf "$new"; die "the $name of the Flatpak could not be made (see above)"; }
    touch "$new/.used"
    mv "$new" "$made"
  fi
  touch "$made/.used"
}

# The roots become the runtime: they are not kept.
make_runtime () {
  local sort packages rootfs
  say './dev: making a stand-in for the GNOME runtime, once (some minutes, 1.5 GB)'
  for sort in Platform Sdk; do
    packages=flatpak_${sort,,}[@]
    rootfs=$(root_with "${!packages}") || return
    in_tools "$1" "$top/flatpak/stand-in/make-runtime" "$rootfs" "org.gnome.$sort" "$flatpak_branch" "$1/repo" >&2 || return
    rm -rf "$rootfs"
  done
}

make_sources () {
  say './dev: fetching the sources of the modules'
  in_tools "$1" python3 "$top/flatpak/stand-in/fetch-sources.py" "$top/flatpak/$flatpak_id.json" "$1" >&2
}

# Fill $runtime and $sources. One process at a time makes them.
make_stand_in () {
  local lock made
  mkdir -p "$cache"
  exec {lock}> "$cache/flatpak-lock"
  flock "$lock"
  cached runtime "$top/flatpak/stand-in/make-runtime" <(echo "$flatpak_branch")
  runtime=$made
  cached sources "$top/flatpak/stand-in/fetch-sources.py" "$top"/flatpak/modules/*.json
  sources=$made
  exec {lock}>&-
}

# Whatever stops the command, nothing is left, and the last line says what was counted.
finish_flatpak () {
  [ -z "${flatpak_home:-}" ] || rm -rf "$flatpak_home"
  [ -z "$closing_line" ] || echo "$closing_line"
}

cmd_flatpak () {
  local tools runtime sources status=0 flatpak_id=io.github.steppe_reader.Steppe flatpak_branch=51
  closing_line='0 passed, 1 failed, 0 skipped'
  trap finish_flatpak EXIT
  tools=$(root_with "${flatpak_tools[@]}")
  make_stand_in
  # Of the file system of the runtime, so that it is installed by links. One that was left long ago is of a run that was killed.
  find "$cache" -maxdepth 1 -name 'flatpak-home-*' -mmin +600 -exec rm -rf {} +
  flatpak_home=$(mktemp -d "$cache/flatpak-home-XXXXXX")
  mkdir -p "$flatpak_folder"
  exec {build_lock}< "$flatpak_folder"
  flock "$build_lock"
  in_tools "$flatpak_home" xvfb-run -a -s '-screen 0 1280x800x24 -nolisten tcp' dbus-run-session -- \
    python3 "$top/tests/test-flatpak.py" --runtime "$runtime/repo" --sources "$sources" --output "$flatpak_folder" \
    > "$flatpak_folder/test.tap" || status=$?
  unlock_builds
  cat "$flatpak_folder/test.tap"
  closing_line=
  in_tools "$top" python3 "$top/tests/summary.py" /dev/null "$flatpak_folder/test.tap" || status=1
  return "$status"
}
