# Loads every workbook of a directory with openpyxl and does nothing with it: what reading alone costs there.
import os
import sys

import openpyxl

directory = sys.argv[1]
for name in sorted(os.listdir(directory)):
    workbook = openpyxl.load_workbook(os.path.join(directory, name), read_only=False)
    if not workbook.worksheets:
        raise SystemExit(f"{name}: nothing was loaded")
