"""pandas as Debian ships it: every cell with its labels in one flat table. `pandas_to_sql.py <database> <document>`."""
import json
import os
import resource
import sqlite3
import sys

import pandas

file, document = sys.argv[1:3]
with open(document, encoding="utf-8") as stream:
    dataset = json.load(stream)
labels = [
    [description["category"]["label"][code] for code in description["category"]["index"]]
    for description in (dataset["dimension"][code] for code in dataset["id"])
]
frame = pandas.MultiIndex.from_product(labels, names=dataset["id"]).to_frame(index=False)
frame["value"] = dataset["value"]
connection = sqlite3.connect(file)
frame.to_sql("observation", connection, index=False)
connection.close()
usage = resource.getrusage(resource.RUSAGE_SELF)
with open(os.environ["BENCH_USAGE"], "w", encoding="utf-8") as stream:
    json.dump({"rssMib": usage.ru_maxrss / 1024, "cpuMs": (usage.ru_utime + usage.ru_stime) * 1000}, stream)
