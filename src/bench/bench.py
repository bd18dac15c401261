#!/usr/bin/env python3
"""Runs the rows of the benchmark against each peer in turn and writes the table.

Every figure is a median over rounds, in which peers take turns; CPU is that of the proxy's own
process. A run during which other programs took too much of the machine is repeated.
"""

import argparse
import contextlib
import json
import os
import re
import resource
import statistics
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")
CORES = os.cpu_count()
# A run is repeated when other programs took more than this share of the machine.
FOREIGN_LIMIT = 0.10
TRIES = 3
# Repeats come to an end on a machine that is never quiet.
PATIENCE = 120
# A JVM is warm when its compilers take less than this share of its CPU.
COMPILER_LIMIT = 0.08
WARM_UPS = 8


@dataclass
class Row:
    name: str
    load: str
    options: dict
    unit: str
    tunnel: bool = False
    cpu_unit: str = "µs/request"


def rows(quick):
    millis = 1000 if quick else 2500
    big = (64 if quick else 256) << 20
    return [
        Row("keep-alive requests, 1 connection", "requests", dict(connections=1, millis=millis), "requests/s"),
        Row("keep-alive requests, 16 connections", "requests", dict(connections=16, millis=millis), "requests/s"),
        Row("keep-alive requests, 64 connections", "requests", dict(connections=64, millis=millis), "requests/s"),
        Row("new connections (CONNECT, TLS, one request), 16 at once", "connects",
            dict(connections=16, millis=millis), "connections/s", cpu_unit="µs/connection"),
        Row(f"{big >> 20} MiB down, intercepted", "down", dict(bytes=big), "MiB/s", cpu_unit="µs/MiB"),
        Row(f"{big >> 20} MiB up, intercepted", "up", dict(bytes=big), "MiB/s", cpu_unit="µs/MiB"),
        Row(f"{big >> 20} MiB down, tunnel", "down", dict(bytes=big), "MiB/s", tunnel=True, cpu_unit="µs/MiB"),
        Row("64 event streams, 20 events/s each", "events", dict(connections=64, millis=2 * millis),
            "ms", cpu_unit="µs/event"),
        Row("WebSocket echo, 1 connection", "echo", dict(connections=1, millis=millis), "round trips/s",
            cpu_unit="µs/round trip"),
        Row("WebSocket echo, 16 connections", "echo", dict(connections=16, millis=millis), "round trips/s",
            cpu_unit="µs/round trip"),
    ]


class Process:
    """A child that prints one line once it is ready."""

    def __init__(self, name, command, environment=None):
        self.name = name
        self.log = open(OUT / f"{name}.log", "w")
        self.child = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=self.log, text=True,
                                      env={**os.environ, **(environment or {})})
        self.line = self.child.stdout.readline().strip()
        if not self.line:
            sys.exit(f"{name} did not start, see {self.log.name}")

    def cpu(self):
        stat = Path(f"/proc/{self.child.pid}/stat").read_text().rsplit(")", 1)[1].split()
        return (int(stat[11]) + int(stat[12])) / TICK

    def compiler_cpu(self):
        """Of a JVM's compiler threads."""
        ticks = 0
        for stat in Path(f"/proc/{self.child.pid}/task").glob("*/stat"):
            with contextlib.suppress(OSError):
                name, numbers = stat.read_text().rsplit(")", 1)
                if "CompilerThre" in name:
                    ticks += sum(int(n) for n in numbers.split()[11:13])
        return ticks / TICK

    def memory(self, key):
        for line in Path(f"/proc/{self.child.pid}/status").read_text().splitlines():
            if line.startswith(key + ":"):
                return int(line.split()[1])  # KiB

    def forget_peak(self):
        Path(f"/proc/{self.child.pid}/clear_refs").write_text("5")

    def stop(self):
        self.child.terminate()
        self.child.wait()
        self.log.close()


@dataclass
class Peer:
    name: str
    process: Process | None
    way: dict        # options of the load generator for intercepted hosts
    tunnel: dict     # and for tunnels
    jcmd: str | None = None
    samples: dict = field(default_factory=dict)

    def collect_garbage(self):
        if self.jcmd:
            for _ in range(2):
                subprocess.run([self.jcmd, str(self.process.child.pid), "GC.run"], check=True,
                               stdout=subprocess.DEVNULL)
        time.sleep(0.5)

    def footprint(self):
        """KiB of resident memory; of a JVM, whose heap is resident from the start, plus its live objects."""
        self.collect_garbage()
        resident = self.process.memory("VmRSS")
        if not self.jcmd:
            return resident
        said = subprocess.run([self.jcmd, str(self.process.child.pid), "GC.heap_info"], check=True,
                              stdout=subprocess.PIPE, text=True).stdout
        return resident + int(re.search(r"used (\d+)K", said)[1])


def load_command(peer, name, options, tunnel):
    way = peer.tunnel if tunnel else peer.way
    words = [str(OUT / "rust/release/wire"), "load", name]
    for key, value in {**way, **options}.items():
        words += [f"--{key}", str(value)]
    return words


def busy():
    numbers = [int(n) for n in Path("/proc/stat").read_text().splitlines()[0].split()[1:]]
    return (sum(numbers) - numbers[3] - numbers[4]) / TICK


def measure(peer, row, everyone):
    """One run, repeated while the machine was busy with something else."""
    global PATIENCE
    best = None
    for _ in range(TRIES):
        own = sum(p.cpu() for p in everyone)
        cpu = peer.process.cpu() if peer.process else 0
        machine, clock = busy(), time.monotonic()
        children = resource.getrusage(resource.RUSAGE_CHILDREN)
        done = subprocess.run(load_command(peer, row.load, row.options, row.tunnel), stdout=subprocess.PIPE, text=True)
        if done.returncode:
            sys.exit(f"{row.name}: the load on {peer.name} failed")
        elapsed = time.monotonic() - clock
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        loader = after.ru_utime + after.ru_stime - children.ru_utime - children.ru_stime
        spent = (peer.process.cpu() if peer.process else 0) - cpu
        foreign = (busy() - machine - loader - (sum(p.cpu() for p in everyone) - own)) / elapsed / CORES
        result = json.loads(done.stdout)
        result["cpu_us"] = spent * 1e6 / result["count"]
        result["foreign"] = max(0.0, foreign)
        if best is None or result["foreign"] < best["foreign"]:
            best = result
        if best["foreign"] <= FOREIGN_LIMIT or PATIENCE <= 0:
            break
        PATIENCE -= elapsed
    return best


def idle(peer, tunnel, connections):
    """KiB of resident memory for each idle connection."""
    before = peer.footprint()
    command = load_command(peer, "idle", dict(connections=connections), tunnel)
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as loader:
        assert loader.stdout.readline().strip() == "open", f"{peer.name}: no {connections} connections"
        with_them = peer.footprint()
        loader.communicate()
        assert loader.returncode == 0, f"{peer.name}: an idle connection was lost"
    return (with_them - before) / connections


def peak(peer, size):
    """MiB of the most memory that was resident while a body of this size came down and went up."""
    peer.collect_garbage()
    peer.process.forget_peak()
    for name in ("down", "up"):
        subprocess.run(load_command(peer, name, dict(bytes=size), False), check=True, stdout=subprocess.DEVNULL)
    return peer.process.memory("VmHWM") / 1024


@contextlib.contextmanager
def peers(java, root, wanted, more=()):
    processes = []

    def start(*arguments, **more):
        processes.append(Process(*arguments, **more))
        return processes[-1]

    try:
        origin = start("origin", [OUT / "rust/release/wire", "origin", "--dir", OUT])
        port = origin.line
        ca = str(OUT / "ca.pem")
        found = [Peer("direct", None, dict(dial=f"127.0.0.1:{port}", ca=ca), dict(dial=f"127.0.0.1:{port}", ca=ca))]
        if "paddock" in wanted:
            # The flags of bin/paddock, without the window's.
            command = [f"{java}/bin/java", *JVM, *more, "-cp", f"{OUT}/java:{root}/target/paddock/lib/*", "BenchProxy", OUT, port]
            process = start("paddock", command)
            said = json.loads(process.line)
            way = dict(dial=f"127.0.0.1:{said['port']}", login=said["login"], bearer=said["bearer"])
            found.append(Peer(
                "paddock", process,
                {**way, "ca": OUT / "paddock.pem", "name": "api.anthropic.com", "target": "api.anthropic.com:443"},
                {**way, "ca": ca, "name": "tunnel.test", "target": "tunnel.test:443", "bearer": "none"},
                jcmd=f"{java}/bin/jcmd"))
        others = {"hudsucker": OUT / "rust/release/hudsucker-peer", "goproxy": OUT / "goproxy-peer"}
        for name, program in others.items():
            if name in wanted:
                process = start(name, [program, OUT])
                dial = f"127.0.0.1:{process.line}"
                found.append(Peer(
                    name, process,
                    dict(dial=dial, ca=OUT / "mitm.pem", target=f"localhost:{port}", bearer="placeholder"),
                    dict(dial=dial, ca=ca, target=f"127.0.0.1:{port}")))
        yield found, processes
    finally:
        for process in reversed(processes):
            process.stop()


def middle(samples, key):
    values = [s[key] for s in samples]
    return statistics.median(values), min(values), max(values)


def short(value):
    return f"{value:,.0f}" if value >= 100 else f"{value:.3g}"


def cell(samples, key):
    center, low, high = middle(samples, key)
    return f"{short(center)} ({short(low)}–{short(high)})"


def table(found, run_rows):
    names = [p.name for p in found]
    lines = ["| row | unit | " + " | ".join(names) + " |", "|---|---|" + "---:|" * len(names)]
    for row in run_rows:
        kinds = [("p50_ms", "delay p50, ms"), ("p99_ms", "delay p99, ms")] if row.load == "events" \
            else [("rate", row.unit)]
        if row.load == "echo":
            kinds.append(("p99_ms", "p99, ms"))
        for key, unit in kinds:
            cells = " | ".join(cell(p.samples[row.name], key) for p in found)
            lines.append(f"| {row.name} | {unit} | {cells} |")
        cells = " | ".join(cell(p.samples[row.name], "cpu_us") if p.process else "" for p in found)
        lines.append(f"| | CPU, {row.cpu_unit} | {cells} |")
    return lines


def memory_table(options):
    """Each row in new processes: what one left free would hide what the next one takes."""
    connections, large = (200, 64) if options.quick else (1000, 1024)
    names = options.peers.split(",")
    lines = ["| memory | unit | " + " | ".join(names) + " |", "|---|---|" + "---:|" * len(names)]
    for text, tunnel in (("intercepted", False), ("tunnelled", True)):
        with peers(options.java, options.root, names, ["-Xms512m", "-XX:+AlwaysPreTouch"]) as (found, _):
            proxies = [p for p in found if p.process]
            for peer in proxies:
                idle(peer, tunnel, 50)
            cells = [short(idle(p, tunnel, connections)) for p in proxies]
        lines.append(f"| {connections} idle connections, {text} | KiB each | " + " | ".join(cells) + " |")
    with peers(options.java, options.root, names) as (found, _):
        proxies = [p for p in found if p.process]
        for size in (1, 1, large):
            cells = [short(peak(p, size << 20)) for p in proxies]
            row = f"| peak while a body of {size} MiB goes down and up | MiB | " + " | ".join(cells) + " |"
            lines.append(row)
        del lines[-3]  # the warm-up
    return lines


def note(text):
    print(f"[{time.strftime('%H:%M:%S')}] {text}", file=sys.stderr, flush=True)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--java", required=True)
    parser.add_argument("--root", required=True, type=Path)
    parser.add_argument("--quick", action="store_true", help="short runs, two rounds, for a first look")
    parser.add_argument("--rounds", type=int)
    parser.add_argument("--rows", default="", help="only rows whose name contains this")
    parser.add_argument("--peers", default="paddock,hudsucker,goproxy")
    parser.add_argument("--no-memory", action="store_true")
    parser.add_argument("--jvm", default="", help="further flags for Paddock's JVM")
    options = parser.parse_args()
    global OUT, JVM
    OUT = options.root / "target/bench"
    JVM = ["-Xmx512m", "-Dio.netty.leakDetection.level=disabled", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow", *options.jvm.split()]
    hard = resource.getrlimit(resource.RLIMIT_NOFILE)[1]
    resource.setrlimit(resource.RLIMIT_NOFILE, (hard, hard))

    rounds = options.rounds or (2 if options.quick else 4)
    run_rows = [r for r in rows(options.quick) if options.rows in r.name]
    started = time.monotonic()
    with peers(options.java, options.root, options.peers.split(",")) as (found, processes):
        warm_up(found, run_rows)
        for number in range(rounds):
            for row in run_rows:
                for peer in found:
                    peer.samples.setdefault(row.name, []).append(measure(peer, row, processes))
            note(f"round {number + 1} of {rounds}, load {os.getloadavg()[0]:.1f}")
        lines = table(found, run_rows)
        handshakes = subprocess.run(load_command(found[0], "get", dict(path="/handshakes"), False),
                                    stdout=subprocess.PIPE, text=True).stdout.strip()
    if not options.no_memory:
        lines += ["", *memory_table(options)]
    foreign = [s["foreign"] for p in found for samples in p.samples.values() for s in samples] or [0]
    lines += ["", f"{rounds} rounds, medians (lowest–highest). {CORES} cores, {cpu_name()}. Other programs took "
                  f"{statistics.median(foreign):.0%} of the machine in the median run, {max(foreign):.0%} in the worst. "
                  f"The origin saw {handshakes}. {time.strftime('%Y-%m-%d %H:%M')}, "
                  f"{(time.monotonic() - started) / 60:.0f} min."]
    text = "\n".join(lines)
    (OUT / "results.md").write_text(text + "\n")
    print(text)


def warm_up(found, run_rows):
    """Repeats each row until the JVM compiles hardly any more, for others once."""
    for peer in found:
        for row in run_rows:
            for number in range(WARM_UPS if peer.jcmd else 1):
                spent, compiler = (peer.process.cpu(), peer.process.compiler_cpu()) if peer.jcmd else (0, 0)
                subprocess.run(load_command(peer, row.load, row.options, row.tunnel), check=True,
                               stdout=subprocess.DEVNULL)
                if peer.jcmd:
                    compiler = peer.process.compiler_cpu() - compiler
                    share = compiler / max(TICK ** -1, peer.process.cpu() - spent)
                    if share < COMPILER_LIMIT:
                        break
        note(f"{peer.name} is warm")


def cpu_name():
    for line in Path("/proc/cpuinfo").read_text().splitlines():
        if line.startswith("model name"):
            return line.split(":", 1)[1].strip()
    return "unknown CPU"


if __name__ == "__main__":
    main()
