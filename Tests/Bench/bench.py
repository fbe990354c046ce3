#!/usr/bin/env python3
"""bench: measures a release build against the figures it was built for, and prints them as a table for docs/performance.md.
Takes two minutes; wants an otherwise quiet machine, and says how quiet it was.

python3 Tests/Bench/bench.py OUTREACH"""
import datetime, json, os, re, subprocess, sys

import office, sending
from program import PROJECT

MESSAGES = 20_000


def printed(*words):
    try:
        return subprocess.run(words, capture_output=True, text=True, cwd=PROJECT).stdout.strip()
    except OSError:
        return ""


def read(pattern, path):
    found = re.search(pattern, open(path).read())
    return found.group(1) if found else "?"


def machine():
    libraries = ["libsqlite3-dev", "libcurl4-openssl-dev", "libmicrohttpd-dev", "libsodium-dev"]
    versions = printed("dpkg-query", "-W", "-f", "${Package} ${Version}, ", *libraries).rstrip(", ")
    memory = int(read(r"MemTotal:\s+(\d+)", "/proc/meminfo")) / (1 << 20)
    processor = read(r"model name\s*: (.*)", "/proc/cpuinfo")
    system = read(r'PRETTY_NAME="(.*)"', "/etc/os-release")
    now = datetime.datetime.now(datetime.timezone.utc)
    return (f"{os.cpu_count()} cores ({processor}), {memory:.0f} GiB; {system}, Linux {os.uname().release}; "
            f"{printed('swift', '--version').splitlines()[0]}; {versions}.\n"
            f"{now:%d %B %Y, %H:%M} UTC, commit {printed('git', 'rev-parse', '--short', 'HEAD')}, "
            f"load before: {os.getloadavg()[0]:.2f}.")


def most(name, wanted, measured, unit):
    return name, f"at most {wanted} {unit}", f"{measured:.3g} {unit}", f"{measured / wanted:.2f}", measured <= wanted


def least(name, wanted, measured, unit):
    return name, f"at least {wanted:,} {unit}", f"{measured:,.0f} {unit}", f"{wanted / measured:.2f}", measured >= wanted


def rows(o, s):
    load, mega = o["load"], 1e6
    seen = ", ".join(f"{address} {ms:.0f}" for address, ms in o["pages"].items())
    return [
        most("Ready after `serve`, sample office with an accepted plan", 2, o["ready"], "s"),
        most("First page (sign-in) after that", 100, o["first"], "ms"),
        most("Sign-in link opened and pressed, until Today stands there", 100, o["signed_in"], "ms"),
        most(f"Twelve-month sample plan: {o['occurrences']} occurrences, {o['doors']:,} doors, {o['unserved']} not placed", 10, o["plan"], "s"),
        most(f"20,000 citizens applied, with everything else of the samples ({o['things']:,} things)", 3, o["apply"], "s"),
        least(f"{MESSAGES:,} messages to a local webhook sink, every state durable", 2000, s["rate"], "a second"),
        most(f"Volunteer's page, p99 at {load['rate']:.0f} requests a second ({load['requests']:,} asked, mean {load['mean_bytes'] / 1000:.1f} kB)",
             20, load["p99_ms"], "ms"),
        most("Resident memory at its peak, pages and that load", 120, o["memory"] / mega, "MB"),
        most("Resident memory at its peak, those messages", 120, s["memory"] / mega, "MB"),
        ("The same files applied again", "–", f"{o['apply_again']:.2f} s", "", True),
        ("A segment counted by commune, from a cold start", "–", f"{o['count']:.2f} s", "", True),
        (f"Launch of {MESSAGES:,} messages", "–", f"{s['launch']:.2f} s", "", True),
        ("Volunteer's page, p50 · p90 · p99.9 · worst", "–",
         " · ".join(f"{load[k]:.1f}" for k in ("p50_ms", "p90_ms", "p999_ms", "max_ms")) + " ms", "", True),
        ("Staff's pages, each once", "–", seen + " ms", "", True),
    ]


def main(path):
    print(machine() + "\n")
    table = rows(office.measure(path), sending.measure(path, MESSAGES))
    print("| What | Wanted | Measured | Measured to wanted (1 or less is met) |\n|---|---|---|---|")
    for name, wanted, measured, ratio, met in table:
        print(f"| {name} | {wanted} | {measured} | {ratio}{'' if met else ' **missed**'} |")


main(sys.argv[1])
