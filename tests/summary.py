#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Count the test cases of all suites: summary.py testlog.json [TAP-FILE...]

Prints one line, `N passed, N failed, N skipped`, and exits with 1 when a case failed or none ran.
A test that prints TAP counts as its cases, and any other as one. A test that ends badly without a
failed case (it crashed, took too long, or broke its plan) adds one failure. Each TAP-FILE is what
a test that meson did not run has printed.
"""

import json
import re
import sys

PLAN = re.compile(r'^1\.\.(\d+)', re.MULTILINE)
CASE = re.compile(r'^(not )?ok\b([^#\n]*)(?:#\s*(skip|todo)\b)?', re.MULTILINE | re.IGNORECASE)
GOOD = {'OK', 'EXPECTEDFAIL'}


def count_test(test):
    """Return (passed, failed, skipped) for one record of meson's log."""
    output = test.get('stdout') or ''
    passed = failed = skipped = 0
    for bad, _, directive in CASE.findall(output) if PLAN.search(output) else []:
        if directive.lower() == 'skip':
            skipped += 1
        elif bad and directive.lower() != 'todo':
            failed += 1
        else:
            passed += 1
    if test['result'] in GOOD:
        if passed + failed + skipped == 0:
            passed = 1
    elif test['result'] == 'SKIP':
        if skipped == 0:
            skipped = 1
    elif failed == 0:
        failed = 1
    return passed, failed, skipped


def read_records(log_path, tap_paths):
    """Yield a record for each test of meson's log, and one for each file of TAP."""
    try:
        with open(log_path, encoding='utf-8') as log:
            yield from map(json.loads, log)
    except FileNotFoundError:
        pass
    for path in tap_paths:
        with open(path, encoding='utf-8') as file:
            output = file.read()
        plan = PLAN.search(output)
        whole = plan and int(plan[1]) == len(CASE.findall(output))
        yield {'result': 'OK' if whole else 'ERROR', 'stdout': output}


def main():
    totals = [0, 0, 0]
    for record in read_records(sys.argv[1], sys.argv[2:]):
        totals = [total + more for total, more in zip(totals, count_test(record))]
    passed, failed, skipped = totals
    print(f'{passed} passed, {failed} failed, {skipped} skipped')
    return 1 if failed or passed == 0 else 0


if __name__ == '__main__':
    sys.exit(main())
