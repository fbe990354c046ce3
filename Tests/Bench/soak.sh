#!/usr/bin/env bash
# Kills and restarts for as long as you let it: the chaos tests again and again. `make soak` calls it; ROUNDS=20 unless set.
set -eu
cd "$(dirname "$0")/../.."
for round in $(seq "${ROUNDS:-20}"); do
  echo "round $round"
  swift test --filter ChaosTests
done
