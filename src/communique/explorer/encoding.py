"""JSON as it goes out; half a character, which UTF-8 can't hold, becomes a question mark."""

import json


def encode_json(told: object) -> bytes:
    """Write what JSON can hold, in UTF-8."""
    text = json.dumps(told, ensure_ascii=False, allow_nan=False, separators=(",", ":"))
    return text.encode("utf-8", "replace")
