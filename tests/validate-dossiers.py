#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Validate dossiers against the JSON Schema, as TAP: validate-dossiers.py SCHEMA FILE-OR-FOLDER…

A folder stands for the dossiers right in it. One test a file; a fault is reported with its JSON
pointer and what was expected.
"""

import json
import sys
from functools import partial
from pathlib import Path

import jsonschema

import tap


def pointer(path):
    return ''.join('/' + str(part).replace('~', '~0').replace('/', '~1') for part in path)


def check_schema(schema):
    jsonschema.Draft202012Validator.check_schema(schema)


def check_file(validator, path):
    dossier = json.loads(path.read_text(encoding='utf-8'))
    faults = sorted(validator.iter_errors(dossier), key=lambda fault: fault.json_path)
    assert not faults, '\n'.join(f'{pointer(fault.absolute_path)}: {fault.message}' for fault in faults)


def dossiers_of(path):
    return sorted(path.glob('*.dossier')) if path.is_dir() else [path]


def main():
    if len(sys.argv) < 3:
        sys.exit('usage: validate-dossiers.py SCHEMA FILE-OR-FOLDER…')
    schema_path, *places = map(Path, sys.argv[1:])
    paths = [path for place in places for path in dossiers_of(place)]
    schema = json.loads(schema_path.read_text(encoding='utf-8'))
    validator = jsonschema.Draft202012Validator(schema)
    tap.run([(schema_path.name, partial(check_schema, schema)),
             *((path.name, partial(check_file, validator, path)) for path in paths)])


if __name__ == '__main__':
    main()
