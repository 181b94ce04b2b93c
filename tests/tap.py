# SPDX-License-Identifier: GPL-3.0-or-later
"""Run Python functions as test cases and print TAP, which meson reads.

    tap.run([('opens the sample', test_opens), …])

A case fails when it raises; it is skipped when it raises tap.Skip.
"""

import sys
import traceback


class Skip(Exception):
    pass


def run(cases):
    """Run the (name, function) pairs of CASES and exit with 1 when one fails."""
    print('TAP version 13')
    print(f'1..{len(cases)}', flush=True)
    failed = False
    for number, (name, function) in enumerate(cases, 1):
        try:
            function()
            print(f'ok {number} {name}', flush=True)
        except Skip as reason:
            print(f'ok {number} {name} # SKIP {reason}', flush=True)
        except Exception:
            failed = True
            for line in traceback.format_exc().splitlines():
                print(f'# {line}')
            print(f'not ok {number} {name}', flush=True)
    sys.exit(1 if failed else 0)
