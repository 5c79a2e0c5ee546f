"""Compares the monthly flows of provinces by `tongbao compare` with the same sums written in SQL over the exported facts.

    python3 scripts/check-year.py TONGBAO LEDGER FACTS.csv

Only cells that one rule alone decides are compared: a province's own exact figures of one month, either one total of the
month or events within it, the same sentence twice counted once, and no figure twice in different sentences.
"""
import csv
import io
import sqlite3
import subprocess
import sys
from decimal import Decimal

SQL = """
WITH own AS (
    SELECT DISTINCT placeKey AS place, indicator, seriesUnit AS unit, seriesWindow AS window, dimension,
        substr(coalesce(nullif(lastDay, ''), published), 1, 7) AS month,
        firstDay = substr(firstDay, 1, 8) || '01' AND lastDay = date(firstDay, 'start of month', '+1 month', '-1 day')
            AND periodKind = 'stated' AS whole,
        amount, qualifier, sentence, partOf, equivalentTo
    FROM facts
    WHERE seriesWindow = 'flow' AND "change" = 'none' AND status = 'actual' AND per = '' AND placeKey IN (SELECT name FROM province)
        AND substr(firstDay, 1, 7) = substr(lastDay, 1, 7) AND verdict NOT IN ('rejected', 'duplicate')
), cell AS (
    SELECT place, indicator, unit, dimension, month, count(DISTINCT amount) AS figures, count(*) AS facts, max(whole) AS wholes,
        max(qualifier <> 'exact') AS bounds, max(partOf <> '' OR equivalentTo <> '') AS parts
    FROM own GROUP BY place, indicator, unit, dimension, month
)
SELECT own.place, own.indicator, own.unit, own.month, group_concat(DISTINCT own.amount)
FROM own JOIN cell USING (place, indicator, unit, dimension, month)
WHERE bounds = 0 AND parts = 0 AND figures = facts AND (wholes = 0 OR facts = 1)
GROUP BY own.place, own.indicator, own.unit, own.dimension, own.month
"""


def run(*arguments):
    return subprocess.run(arguments, check=True, capture_output=True, text=True).stdout


def main(tongbao, ledger, facts):
    db = sqlite3.connect(":memory:")
    csv.field_size_limit(1 << 24)
    with open(facts, encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    names = ", ".join(f'"{name}"' for name in rows[0])
    db.execute(f"CREATE TABLE facts ({names})")
    db.executemany(f"INSERT INTO facts VALUES ({', '.join('?' * len(rows[0]))})", rows[1:])

    db.execute("CREATE TABLE province (name)")
    with open("Sources/Tables/places.csv", encoding="utf-8") as file:
        places = csv.reader(line for line in file if not line.startswith("#"))
        db.executemany("INSERT INTO province VALUES (?)", [(row[1],) for row in places if row[2] == "province"])

    expected = {}
    seen = {}
    for place, indicator, unit, month, amounts in db.execute(SQL):
        key = (place, indicator, unit, month)
        seen[key] = seen.get(key, 0) + 1
        expected[key] = sum(map(Decimal, amounts.split(",")))
    expected = {key: value for key, value in expected.items() if seen[key] == 1}

    provinces = sorted({key[0] for key in expected})
    compared = wrong = 0
    for month in sorted({key[3] for key in expected}):
        output = run(
            tongbao, "compare", *provinces, "--region", "全国", "--ledger", ledger, "--month", month, "--csv"
        )
        shown = {}
        for row in csv.DictReader(io.StringIO(output)):
            if row["口径"] != "时期数":
                continue
            key = (row["地区"], row["指标键"] or row["指标"], row["计量单位"], month)
            shown.setdefault(key, []).append(row)
        for key in (key for key in expected if key[3] == month):
            # A series may go by another wording of its item (人大 for 全国人大).
            if key not in shown:
                continue
            values = [row for row in shown[key] if row["数值"]]
            compared += 1
            if not any(Decimal(row["数值"]) == expected[key] for row in values):
                wrong += 1
                print(f"{key}: SQL {expected[key]}, compare {[row['数值'] for row in values]}", file=sys.stderr)
    print(f"{compared} monthly figures of {len(provinces)} provinces compared with SQL, {wrong} differ")
    return 1 if wrong or not compared else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
