# SPDX-License-Identifier: GPL-3.0-or-later
# Newer gettext names languages as XML does (mn-Cyrl, zh-Hans-CN). Those who look up the names of media types know
# locales only (mn, zh_CN).
s/(xml:lang="[a-z]+)-[A-Z][a-z]{3}/\1/
s/(xml:lang="[a-z]+)-([A-Z]{2}")/\1_\2/
