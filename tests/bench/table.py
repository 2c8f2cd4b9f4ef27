# SPDX-FileCopyrightText: 2026 One in N contributors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Prints what bench_index, bench_window and scikit.py measured, and writes it as JSON if asked.

Usage: table.py FOLDER [JSON]. The folder holds index-ROWS.json and perhaps scikit-ROWS.json,
window-PLATFORM-ROWS.json and start.json.
"""

import json
import platform
import re
import subprocess
import sys
from pathlib import Path

# What the index answers where a person would run this; the answer in the index's own terms.
INSTEAD = {
    "confusion_matrix at a new threshold": "threshold_move_us_median",
    "precision_recall_curve": "budget_slice_us_median",
    "roc_curve": "budget_slice_us_median",
    "filter by latency, precision_recall_curve": "budget_slice_us_median",
    "filter by latency, sweep for the best value, confusion_matrix": "budget_jump_us_median",
}
STEPS = {
    "threshold_move": "threshold move, all strata",
    "budget_slice": "budget move, curve",
    "budget_jump": "budget jump: curve, values, best threshold, all strata",
    "assessment": "whole assessment",
}


def machine():
    output = subprocess.run(["lscpu"], capture_output=True, text=True, check=False).stdout
    model = re.search(r"Model name:\s*(.+)", output)
    count = re.search(r"^CPU\(s\):\s*(\d+)", output, re.MULTILINE)
    name = model.group(1).strip() if model else platform.machine()
    return f"{name}, {count.group(1) if count else '?'} processors"


def duration(us):
    if us < 1000:
        return f"{us:.3g} us"
    return f"{us / 1e3:.3g} ms" if us < 1e6 else f"{us / 1e6:.3g} s"


def print_table(rows, index, scikit):
    print(f"\n{rows:,} rows, 2 models x 8 segments | median | p99 | weighted median | p99")
    for key, name in STEPS.items():
        cells = [
            duration(index[f"{weighted}{key}_us_{which}"])
            for weighted in ("", "weighted_")
            for which in ("median", "p99")
        ]
        print(" | ".join([name, *cells]))
    print(
        f"build | {index['build_2_s']:.2f} s with 2 threads, {index['build_1_s']:.2f} s with 1 |"
        f" | {index['weighted_build_2_s']:.2f} s |"
    )
    for weighted in ("", "weighted_"):
        print(
            f"memory{' with weights' if weighted else ''} |"
            f" {index[weighted + 'row_bytes']:.0f} bytes per row and a table of"
            f" {index[weighted + 'table_bytes'] / 2**20:.0f} MB;"
            f" {index[weighted + 'build_peak_bytes_per_row']:.0f} bytes per row while building"
        )
    for name, whose in (("", "users and days"), ("leaving_", "users who leave, and days")):
        print(
            f"at rest, {whose} | intervals"
            f" {duration(1e6 * index[name + 'users_and_days_clusters_s'])}, best and promised"
            f" settings {duration(1e6 * index[name + 'users_and_days_outlook_s'])}, by the clock"
        )
    doubts = ", ".join(
        f"{name} {index[key + '_s']:.2f} s and {index[key + '_peak_bytes'] / 2**20:.0f} MB"
        for name, key in (
            ("by use", "doubts_by_rows"),
            ("by user", "doubts_by_users"),
            ("by user and day", "doubts"),
        )
    )
    print(f"doubts about the threshold, 1,000 resamples | {doubts}, by the clock")
    if scikit:
        print("\nscikit-learn instead | takes | the index | times as fast")
        for question, took in scikit.items():
            own = index[INSTEAD[question]]
            print(f"{question} | {duration(took)} | {duration(own)} | {took / own:,.0f}")


ANSWERS = {
    "loadbearing": "what carries the product",
    "policies": "policies side by side",
    "doubts": "doubts about the threshold, 1,000 resamples",
}


def print_answers(answers, bootstrap):
    print("\nanswers of two models, users and days | processor | by the clock | memory beside the index")
    for key, name in ANSWERS.items():
        print(
            f"{name} | {answers[key + '_processor_s']:.2f} s | {answers[key + '_s']:.2f} s |"
            f" {answers[key + '_peak_bytes'] / 2**20:.0f} MB"
        )
    for question, took in (bootstrap or {}).items():
        print(f"numpy, 1,000 resamples of {question} | {took:,.1f} s, from a few that were measured")


def print_window(name, window):
    drags = [
        f"{subject} {times['median_ms']:.1f} / {times['p95_ms']:.1f} ms"
        f" ({times['median_processor_ms']:.1f} / {times['p95_processor_ms']:.1f})"
        for subject, times in window["drag"].items()
    ]
    print(
        f"window, {name} | file to first picture {window['open_ms'] / 1e3:.2f} s,"
        f" longest stall {window['longest_stall_ms']:.0f} ms"
    )
    print(f"  a frame of a drag, median / p95 (of which the window's thread works) | {', '.join(drags)}")


def read(path):
    return json.loads(path.read_text()) if path.exists() else None


def main(folder, target):
    result = {"machine": machine(), "sizes": []}
    print(f"\n{result['machine']}. Steps in processor time of their one thread, builds by the clock.")
    for path in sorted(folder.glob("index-*.json"), key=lambda p: int(p.stem.split("-")[1])):
        rows = int(path.stem.split("-")[1])
        index = read(path)
        scikit = read(folder / f"scikit-{rows}.json")
        answers = read(folder / f"answers-{rows}.json")
        bootstrap = read(folder / f"bootstrap-{rows}.json")
        windows = {name: read(folder / f"window-{name}-{rows}.json") for name in ("offscreen", "xvfb")}
        windows = {name: window for name, window in windows.items() if window}
        result["sizes"].append(
            {"rows": rows, "index": index, "scikit_us": scikit, "answers": answers,
             "bootstrap_s": bootstrap, "windows": windows}
        )
        print_table(rows, index, scikit)
        if answers:
            print_answers(answers, bootstrap)
        for name, window in windows.items():
            print_window(name, window)
    if start := read(folder / "start.json"):
        result["start_ms"] = start["start_ms"]
        print(f"\nStart of the process to the first picture of a sample: {start['start_ms']:.0f} ms")
    if target:
        Path(target).write_text(json.dumps(result, indent=1) + "\n")


main(Path(sys.argv[1]), sys.argv[2] if len(sys.argv) > 2 else None)
