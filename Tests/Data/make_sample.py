#!/usr/bin/env python3
"""Writes the invented people of the samples: Audiences/citizens.csv and Audiences/households.csv.

  python3 Tests/Data/make_sample.py            writes both files
  python3 Tests/Data/make_sample.py --check    writes nothing; exit 1 if the files in Audiences/ are not these bytes

Nobody in them exists. The points are invented too: the sangkats of Battambang municipality stand on a grid around the
town's centre and their villages on a finer grid inside it, so no published village point is used and no house is where
somebody lives. Distances between doors are like those of a town. Same script, same bytes. Python 3.11, nothing else.
"""
import csv
import os
import sys
import tempfile

import make_audience

DISTRICT, SIZE, SEED = "0203", 20000, 3
CENTRE_LAT, CENTRE_LON = 13.10, 103.20
COMMUNE_COLUMNS, COMMUNE_STEP = 4, .020  # degrees: about 2.2 km between sangkats
VILLAGE_COLUMNS, VILLAGE_STEP = 4, .0055  # about 600 m between villages
PEOPLE_PER_HOUSEHOLD = 3.75
HEADER = "code,parent_code,level,unit,name_en,name_km,lat,lon,population,households,idpoor_households".split(",")


def on_grid(index, count, columns, step):
    """The offset (north, east) in degrees of one of `count` things that stand on a grid round (0, 0)."""
    rows = (count + columns - 1) // columns
    return (rows - 1) / 2 * step - index // columns * step, index % columns * step - (columns - 1) / 2 * step


def invented_places(places):
    """The rows of the municipality with invented points, sizes and shares of poor households."""
    communes = [r for r in places if r["parent_code"] == DISTRICT]
    rows = [r for r in places if DISTRICT.startswith(r["code"])]
    for i, commune in enumerate(communes):
        north, east = on_grid(i, len(communes), COMMUNE_COLUMNS, COMMUNE_STEP)
        villages = [r for r in places if r["parent_code"] == commune["code"]]
        weights = [2 + k % 3 for k in range(len(villages))]  # villages differ in size
        shares = make_audience.largest_remainder(int(commune["households"]), weights)
        rows.append(commune)
        for k, (village, households) in enumerate(zip(villages, shares)):
            up, right = on_grid(k, len(villages), VILLAGE_COLUMNS, VILLAGE_STEP)
            rows.append({**village, "lat": f"{CENTRE_LAT + north + up:.5f}", "lon": f"{CENTRE_LON + east + right:.5f}",
                         "population": round(households * PEOPLE_PER_HOUSEHOLD), "households": households,
                         "idpoor_households": households * (12 + 4 * (i % 5)) // 100})
    return rows


def write_sample(audiences, target):
    """Writes both files of `target` from the gazetteer in `audiences`."""
    with open(os.path.join(audiences, "places.csv"), encoding="utf-8", newline="") as f:
        rows = invented_places(list(csv.DictReader(f)))
    with tempfile.TemporaryDirectory() as folder:
        places = os.path.join(folder, "places.csv")
        with open(places, "w", encoding="utf-8", newline="") as f:
            writer = csv.DictWriter(f, HEADER, extrasaction="ignore", restval="", lineterminator="\n")
            writer.writeheader()
            writer.writerows(rows)
        make_audience.run(make_audience.arguments([
            "--places", places, "--size", str(SIZE), "--seed", str(SEED), "--district", DISTRICT,
            "--out", os.path.join(target, "citizens.csv"), "--households", os.path.join(target, "households.csv")]))


def main():
    audiences = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..", "Audiences")
    if "--check" not in sys.argv[1:]:
        write_sample(audiences, audiences)
        return 0
    with tempfile.TemporaryDirectory() as folder:
        write_sample(audiences, folder)
        for name in ("citizens.csv", "households.csv"):
            with open(os.path.join(folder, name), "rb") as new, open(os.path.join(audiences, name), "rb") as old:
                if new.read() != old.read():
                    print(f"Audiences/{name} differs from what Tests/Data/make_sample.py writes", file=sys.stderr)
                    return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
