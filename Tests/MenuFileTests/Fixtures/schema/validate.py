"""Checks files against a JSON Schema with Python's jsonschema, an implementation that is not ours.

Usage: validate.py SCHEMA FILE...
Prints a JSON list with one object for each file: {"file", "isJSON", "errors": [[path...], ...]}. All errors count, those
of alternatives that were tried in vain, too.
"""

import json
import sys

import jsonschema


def paths(error):
    found = [["%s" % part for part in error.absolute_path]]
    for inner in error.context or []:
        found += paths(inner)
    return found


def look(validator, file):
    try:
        with open(file, "rb") as stream:
            value = json.loads(stream.read().decode("utf-8-sig"))
    except (ValueError, RecursionError):
        return {"file": file, "isJSON": False, "errors": []}
    errors = [path for error in validator.iter_errors(value) for path in paths(error)]
    return {"file": file, "isJSON": True, "errors": errors}


with open(sys.argv[1]) as stream:
    schema = json.load(stream)
jsonschema.Draft202012Validator.check_schema(schema)
validator = jsonschema.Draft202012Validator(schema)
print(json.dumps([look(validator, file) for file in sys.argv[2:]]))
