#!/usr/bin/env bash
# Measures the release build and prints one line for each figure. `make bench` calls it.
set -eu
cd "$(dirname "$0")/../.."
outreach=${OUTREACH_RELEASE:-$PWD/.build/release/outreach}

python3 -B Tests/Bench/sending.py "$outreach" 20000
