"""Readers of figures by others, behind one face.  Runs in the peers' environment, without ours.

usage: python peers_read.py READER < TEXTS > READINGS

Comes in, a JSON object a line: ``text``, ``language`` (``zh`` or ``en``) and ``date``, the day that relative
dates count from.  Goes out, a line for each, the list of what was read: ``start``, ``end``
(after the last character), ``value`` as text, ``unit`` as the reader names it, or ``earliest`` and ``latest``
of a date; a list of values where the reader gives several.  A last line holds the processor seconds of
all but the first ``WARM_UP``.  A reader that raises has read nothing there; the exception's name stands in
place of the list.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
import time
import warnings
from collections.abc import Callable, Iterator
from typing import Any

WARM_UP = 50
"""So many texts are read before the clock: what is loaded at a first call is no speed of reading."""
Item = dict[str, Any]
Reader = Callable[[Item], Iterator[Item]]


def quantulum() -> Reader:
    """Return quantulum3: English quantities."""
    from quantulum3 import parser

    def read(item: Item) -> Iterator[Item]:
        for found in parser.parse(item["text"]):
            start, end = found.span
            yield {"start": start, "end": end, "value": str(found.value), "unit": found.unit.name}

    return read


def chinese_digits() -> Reader:
    """Return chinese2digits: numerals without units, and without their places, which are looked up."""
    import chinese2digits

    def read(item: Item) -> Iterator[Item]:
        found, start = chinese2digits.takeNumberFromString(item["text"]), 0
        for text, value in zip(found["CHNumberStringList"], found["digitsStringList"], strict=True):
            start = item["text"].find(text, start)
            if start < 0:
                return
            yield {"start": start, "end": start + len(text), "value": str(value), "unit": ""}
            start += len(text)

    return read


def jionlp() -> Reader:
    """Return JioNLP: Chinese sums of money, dates and durations."""
    import jionlp as jio

    def read(item: Item) -> Iterator[Item]:
        for found in jio.ner.extract_money(item["text"], with_parsing=True):
            value = found["detail"]["num"]
            yield {**_place(found), "value": value, "unit": found["detail"]["case"]}
        day = dt.date.fromisoformat(item["date"])
        base = {"year": day.year, "month": day.month, "day": day.day}
        for found in jio.ner.extract_time(item["text"], time_base=base, with_parsing=True):
            told = found["detail"]["time"]
            if isinstance(told, list):
                yield {**_place(found), "earliest": told[0][:10], "latest": told[1][:10]}
            elif found["type"] == "time_delta" and len(told) == 1:
                ((unit, value),) = told.items()
                yield {**_place(found), "value": str(value), "unit": unit}
            else:
                yield {**_place(found), "value": "", "unit": ""}

    def _place(found: Item) -> Item:
        start, end = found["offset"]
        return {"start": start, "end": end}

    return read


def recognizers() -> Reader:
    """Return Microsoft's Recognizers-Text: numbers, shares, dimensions, money, temperature, age, dates."""
    from recognizers_date_time import DateTimeRecognizer
    from recognizers_number import NumberRecognizer
    from recognizers_number_with_unit import NumberWithUnitRecognizer

    cultures = {"zh": "zh-cn", "en": "en-us"}
    models: dict[str, list[Any]] = {}
    dates: dict[str, Any] = {}
    for language, culture in cultures.items():
        numbers, units = NumberRecognizer(culture), NumberWithUnitRecognizer(culture)
        makers = (
            numbers.get_number_model,
            numbers.get_percentage_model,
            units.get_dimension_model,
            units.get_currency_model,
            units.get_temperature_model,
            units.get_age_model,
        )
        models[language] = [make() for make in makers]
        dates[language] = DateTimeRecognizer(culture).get_datetime_model()

    def read(item: Item) -> Iterator[Item]:
        for model in models[item["language"]]:
            for found in model.parse(item["text"]):
                told = found.resolution or {}
                value, unit = str(told.get("value") or ""), told.get("isoCurrency") or told.get("unit") or ""
                if value.endswith("%"):
                    value, unit = value[:-1], "%"
                yield {"start": found.start, "end": found.end + 1, "value": value, "unit": unit}
        day = dt.datetime.fromisoformat(item["date"])
        for found in dates[item["language"]].parse(item["text"], day):
            place = {"start": found.start, "end": found.end + 1}
            for told in (found.resolution or {}).get("values", ()):
                if told.get("type") == "date":
                    yield {**place, "earliest": told["value"], "latest": told["value"]}
                elif told.get("type") == "daterange":
                    yield {**place, "earliest": told.get("start"), "latest": _last(told)}
                elif told.get("type") == "duration":
                    yield {**place, "value": str(told["value"]), "unit": "second"}
                else:
                    yield {**place, "value": "", "unit": ""}

    def _last(told: Item) -> str | None:
        """Return the last day of a range: of a whole year or month the end is the day after."""
        end = told.get("end")
        if not end or told["timex"].startswith("(XXXX"):
            return end
        return (dt.date.fromisoformat(end) - dt.timedelta(days=1)).isoformat()

    return read


def jieba() -> Reader:
    """Return jieba's segmentation, which reads nothing: the clock that the others are held against."""
    import jieba as words

    words.setLogLevel(60)
    words.initialize()

    def read(item: Item) -> Iterator[Item]:
        for _ in words.cut(item["text"]):
            pass
        return iter(())

    return read


READERS: dict[str, Callable[[], Reader]] = {
    "chinese2digits": chinese_digits,
    "jieba": jieba,
    "jionlp": jionlp,
    "quantulum3": quantulum,
    "recognizers-text-suite": recognizers,
}


def main() -> None:
    """Read the texts of standard input with the reader that the command names."""
    warnings.simplefilter("ignore")
    answers, sys.stdout = sys.stdout, sys.stderr  # some of them greet
    read = READERS[sys.argv[1]]()
    items = [json.loads(line) for line in sys.stdin]
    found = [_answer(read, item) for item in items[:WARM_UP]]
    begin = time.process_time()
    found += [_answer(read, item) for item in items[WARM_UP:]]
    seconds = time.process_time() - begin
    for answer in found:
        print(json.dumps(answer, ensure_ascii=False), file=answers)
    print(json.dumps(seconds), file=answers)


def _answer(read: Reader, item: Item) -> list[Item] | str:
    try:
        return list(read(item))
    except Exception as error:  # whatever a library of others raises is its answer
        return type(error).__name__


if __name__ == "__main__":
    main()
