"""Counts the verdicts of a report; fails unless every case is there and none has failed."""

from __future__ import print_function

import collections
import json
import sys

# What sections 1 to 7, 9 and 10 of the pinned version have.
CASES = 301
PASSED = {"OK", "NON-STRICT", "INFORMATIONAL"}


def main(path, agent):
    with open(path) as file:
        cases = json.load(file)[agent]
    for key, what in (("behavior", "cases"), ("behaviorClose", "ends of connections")):
        counts = collections.Counter(case[key] for case in cases.values())
        print(what + ":", ", ".join("%d %s" % (n, verdict) for verdict, n in counts.most_common()))
    failed = sorted(
        name for name, case in cases.items()
        if not {case["behavior"], case["behaviorClose"]} <= PASSED)
    for name in failed:
        print("%s: %s, end: %s" % (name, cases[name]["behavior"], cases[name]["behaviorClose"]))
    if len(cases) != CASES:
        print("%d cases were run, not %d" % (len(cases), CASES))
    return 1 if failed or len(cases) != CASES else 0


sys.exit(main(*sys.argv[1:]))
