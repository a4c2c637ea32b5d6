"""Runs one benchmark script: ``run_benchmark.py SCRIPT [JSON]`` calls its ``main(json_path)``."""

import runpy
import sys

if __name__ == "__main__":
    script, *json_path = sys.argv[1:]
    sys.exit(runpy.run_path(script)["main"](json_path[0] if json_path else None))
