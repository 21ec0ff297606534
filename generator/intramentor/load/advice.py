"""What a value should have been, and how to write it: words for what pydantic objects to."""

from __future__ import annotations

EXPECTED = {
    "is_instance_of": "text", "string_type": "text", "int_type": "number", "int_parsing": "number", "float_parsing": "number", "bool_type": "true/false",
    "tuple_type": "list", "dataclass_type": "keys", "dataclass_exact_type": "keys",
    "dict_type": "keys", "union_tag_not_found": "keys", "model_attributes_type": "keys",
}
ADDRESSES = {
    "site": "Write https://… in full, without `?` and `#`.",
    "web": "Write https://… in full.",
    "mail": "Write a mail address, such as learning@acme.example.",
    "web-mail": "Write https://… in full, or a mail address.",
}
ADVICE = {
    ("number", "text"): 'Put it in double quotes: "12".',
    ("true/false", "text"): 'Put it in double quotes: "true".',
    ("text", "number"): "Write plain digits, such as 75: no quotes, no leading zero, no unit.",
    ("text", "true/false"): "Write true or false.",
    ("number", "true/false"): "Write true or false.",
    ("decimal", "whole number"): "Write plain digits, such as 75: no quotes, no leading zero, no unit.",
    ("number", "list"): "Write one item a line, each with `- ` before it.",
    ("true/false", "list"): "Write one item a line, each with `- ` before it.",
    ("number", "keys"): "Write `key: value` lines, indented by two spaces.",
    ("true/false", "keys"): "Write `key: value` lines, indented by two spaces.",
    ("text", "list"): "Write one item a line, each with `- ` before it.",
    ("list", "text"): "Write one text, without the leading dash.",
    ("keys", "text"): "Write one text; if it holds a colon, put it in double quotes.",
    ("keys", "list"): "Write one item a line, each with `- ` before it.",
    ("list", "keys"): "Write `key: value` lines without dashes.",
    ("text", "keys"): "Write `key: value` lines, indented by two spaces.",
}
