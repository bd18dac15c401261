#!/usr/bin/env python3
"""Keeps the proxy busy for long, and fails where memory grows, a byte or a buffer is lost.

Idle tunnels, event streams and a churn of connections at once, each checked by sums at both ends;
every minute the memory of the proxy after garbage collection, at the end Netty's reports of lost
buffers.
"""

import argparse
import json
import os
import re
import resource
import shutil
import subprocess
import sys
import time
from pathlib import Path

import bench

# The first minutes fill caches and pools, and the JVM compiles.
SETTLED = 3
# Of what was there then; what is left of garbage and of the compilers' work moves by that much.
ALLOWED = 1.03
ALLOWED_MIB = 8
CHURN = 4
TRIES = 4


def memory(paddock):
    """MiB of live objects, which are counted while a collection holds the JVM, and of resident memory."""
    for attempt in range(TRIES):
        said = subprocess.run([paddock.jcmd, str(paddock.process.child.pid), "GC.class_histogram"],
                              stdout=subprocess.PIPE, text=True).stdout
        total = re.search(r"^Total\s+\d+\s+(\d+)", said, re.MULTILINE)
        if total:
            return int(total[1]) / 2**20, paddock.process.memory("VmRSS") / 1024
        # jcmd waits for ten seconds, which may be too short on a machine with other work.
        bench.note(f"jcmd had no answer, attempt {attempt + 1} of {TRIES}")
    sys.exit("the proxy's JVM does not answer jcmd")


def grew(samples):
    first, last = samples[min(SETTLED, len(samples)) - 1], samples[-1]
    return last > first * ALLOWED + ALLOWED_MIB


def start(paddock, row, tunnel, **options):
    return subprocess.Popen(bench.load_command(paddock, row, options, tunnel), stdin=subprocess.PIPE,
                            stdout=subprocess.PIPE, text=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--java", required=True)
    parser.add_argument("--root", required=True, type=Path)
    parser.add_argument("--minutes", type=int, default=30)
    parser.add_argument("--tunnels", type=int, default=1000)
    parser.add_argument("--streams", type=int, default=200)
    options = parser.parse_args()
    bench.OUT = options.root / "target/bench"
    logs = bench.OUT / "soak-logs"
    shutil.rmtree(logs, ignore_errors=True)
    bench.JVM = ["-Xmx512m", "-Dio.netty.leakDetection.level=paranoid", f"-Dpaddock.logs={logs}",
                 "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow"]
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))

    wrong = []
    lines = ["| minute | live objects, MiB | resident, MiB | load of the machine |", "|---:|---:|---:|---:|"]
    live, resident = [], []
    # With the heap resident from the start, what grows is buffers or other memory of the system's.
    flags = ["-Xms512m", "-XX:+AlwaysPreTouch"]
    with bench.peers(options.java, options.root, ["paddock"], flags) as (found, _):
        paddock = found[1]
        idle = start(paddock, "idle", True, connections=options.tunnels)
        if idle.stdout.readline().strip() != "open":
            sys.exit("the tunnels did not open")
        millis = options.minutes * 60_000
        loads = {
            "streams": start(paddock, "streams", False, connections=options.streams, millis=millis),
            "churn": start(paddock, "churn", False, connections=CHURN, millis=millis),
        }
        for minute in range(1, options.minutes + 1):
            # The last one a little before the loads end.
            time.sleep(60 if minute < options.minutes else 50)
            sample = memory(paddock)
            live.append(sample[0])
            resident.append(sample[1])
            lines.append(f"| {minute} | {sample[0]:.1f} | {sample[1]:.0f} | {os.getloadavg()[0]:.1f} |")
            bench.note(lines[-1])
            if any(load.poll() for load in loads.values()):
                break
        for name, load in loads.items():
            said, _ = load.communicate()
            if load.returncode:
                wrong.append(f"{name} failed")
            else:
                lines += ["", f"{name}: {json.dumps(json.loads(said))}"]
        idle.communicate()
        if idle.returncode:
            wrong.append("an idle tunnel was lost")
        memory(paddock)
    log = (logs / "paddock.log").read_text()
    lost = log.count("LEAK")
    lines += ["", f"{options.tunnels} tunnels were idle meanwhile, and usable at the end. "
                  f"Buffers reported lost: {lost}. Other lines in the log: {len(log.splitlines()) if not lost else 'some'}."]
    if lost:
        wrong.append(f"lost buffers, see {logs}")
    wrong += [f"{name} grew" for name, samples in (("the heap", live), ("resident memory", resident)) if grew(samples)]
    lines += ["", "Wrong: " + "; ".join(wrong) if wrong else "Nothing was lost, and memory is flat."]
    text = "\n".join(lines)
    (bench.OUT / "soak.md").write_text(text + "\n")
    print(text)
    sys.exit(bool(wrong))


main()
