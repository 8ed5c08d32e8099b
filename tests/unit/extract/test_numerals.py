"""Numerals one by one: where each ends, and what its digits are worth, by hand."""

from __future__ import annotations

from fractions import Fraction

import pytest

from builders import span
from scanned import shipped
from verify.extract.mantissas import Mantissas
from verify.extract.number_words import NumberWords
from verify.extract.numerals import NumeralError, NumeralReader, scaled
from verify.extract.scales import Scales
from verify.model.quantity import Numeral


@pytest.fixture
def reader() -> NumeralReader:
    """Built anew for each test."""
    return NumeralReader(shipped().languages)


def chinese_only() -> NumeralReader:
    return NumeralReader([language for language in shipped().languages if language.id == "zh"])


READ = [
    # text with a bar where the numeral ends, value, u, p, kind
    ("320|", "320", "1", "10", "arabic"),
    ("0|", "0", "1", "1", "arabic"),
    ("0.50|", "0.5", "0.01", "0.01", "arabic"),
    ("1200亿|", "120000000000", "100000000", "10000000000", "mixed"),
    ("3,740|人", "3740", "1", "10", "arabic"),
    ("3 740 000|", "3740000", "1", "10000", "arabic"),
    ("3,7401|", None, "", "", ""),
    ("1" * 40 + "|", "1" * 40, "1", "1", "arabic"),
    ("3.74×10^18|", "3740000000000000000", "10000000000000000", "10000000000000000", "arabic"),
    ("3.74×10⁻²|", "0.0374", "0.0001", "0.0001", "mixed"),
    ("5×10^3|", "5000", "1000", "1000", "arabic"),
    ("2e-3|", "0.002", "0.001", "0.001", "arabic"),
    ("2E3|", "2000", "1000", "1000", "arabic"),
    ("2|e3m", "2", "1", "1", "arabic"),
    ("10^-3|", "0.001", "0.001", "0.001", "arabic"),
    ("10⁶|", "1000000", "1000000", "1000000", "arabic"),
    ("10|^1234", "10", "1", "10", "arabic"),
    # in words
    ("三百二十|", "320", "1", "10", "chinese"),
    ("三百二|", "320", "10", "10", "chinese"),
    ("三千二|", "3200", "100", "100", "chinese"),
    ("三百零二|", "302", "1", "1", "chinese"),
    ("十二|", "12", "1", "1", "chinese"),
    ("一千一十|", "1010", "1", "10", "chinese"),
    ("一千零十|", "1010", "1", "10", "chinese"),
    ("二〇二一|", "2021", "1", "1", "chinese"),
    ("三点一四|", "3.14", "0.01", "0.01", "chinese"),
    ("三点五十|", None, "", "", ""),
    ("三|点", "3", "1", "1", "chinese"),
    ("廿三|", "23", "1", "1", "chinese"),
    ("卅|", "30", "1", "10", "chinese"),
    ("百廿|", "120", "1", "10", "chinese"),
    ("二十|廿", "20", "1", "10", "chinese"),
    ("五|廿", "5", "1", "1", "chinese"),
    # digits side by side and places do not mix: the numeral ends before the second digit
    ("二|五千", "2", "1", "1", "chinese"),
    # a place stands below the one before it
    ("二百|千", "200", "1", "100", "chinese"),
    ("零|百", "0", "1", "1", "chinese"),
    # stacked
    ("3万4000|", "34000", "1", "1000", "mixed"),
    ("3万4千|", "34000", "1000", "1000", "mixed"),
    ("三万四千|", "34000", "1", "1000", "chinese"),
    ("3万四千|", "34000", "1", "1000", "mixed"),
    ("13万2|", "132000", "1000", "1000", "mixed"),
    ("13万|2千克", None, "", "", ""),
    ("13万|2.5", "130000", "10000", "10000", "mixed"),
    ("13万|0", "130000", "10000", "10000", "mixed"),
    ("13万25|", "130025", "1", "1", "mixed"),
    ("1亿2万3千4百|", "100023400", "100", "100", "mixed"),
    # what follows must be less than the scale before it
    ("3万|20000", "30000", "10000", "10000", "mixed"),
    ("3万|10000", "30000", "10000", "10000", "mixed"),
    ("3万|2万", "30000", "10000", "10000", "mixed"),
    ("1.5万|2021年", "15000", "1000", "1000", "mixed"),
    ("一万五千亿|", "1500000000000", "100000000", "100000000000", "chinese"),
    ("3万4千亿|", "3400000000000", "100000000000", "100000000000", "mixed"),
    ("374亿亿|", "3740000000000000000", "10000000000000000", "10000000000000000", "mixed"),
    ("千万亿|", "1000000000000000", "1000000000000", "1000000000000000", "chinese"),
    ("万亿|", "1000000000000", "1000000000000", "1000000000000", "chinese"),
    ("万万亿亿|万", "1000000000000000000000000", "1000000000000000000000000", "1000000000000000000000000", "chinese"),
    # scales after Arabic digits
    ("6千|", "6000", "1000", "1000", "mixed"),
    ("6百|人", "600", "100", "100", "mixed"),
    ("2千万|", "20000000", "10000000", "10000000", "mixed"),
    ("2十万|", "200000", "100000", "100000", "mixed"),
    ("3|十", "3", "1", "1", "arabic"),
    ("5 万|", "50000", "10000", "10000", "mixed"),
    ("5| 千", "5", "1", "1", "arabic"),
    ("300万|千瓦", "3000000", "10000", "1000000", "mixed"),
    ("5k|", "5000", "1000", "1000", "arabic"),
    ("5| k", "5", "1", "1", "arabic"),
    ("5 million|", "5000000", "1000000", "1000000", "arabic"),
    ("5-million|", "5000000", "1000000", "1000000", "arabic"),
    # Latin words
    ("twenty-five|", "25", "1", "1", "word"),
    ("twenty| 5", "20", "1", "10", "word"),
    ("twenty |", None, "", "", ""),
    ("twenty| eleven", "20", "1", "10", "word"),
    ("six| five", "6", "1", "1", "word"),
    ("two hundred and ten|", "210", "1", "10", "word"),
    ("two hundred thousand|", "200000", "1000", "100000", "word"),
    ("one million two hundred|", "1000200", "100", "100", "word"),
    ("three and a half|", "3.5", "0.5", "0.5", "word"),
    # parts
    ("3½|", "3.5", "0.5", "0.5", "arabic"),
    ("3¾|", "3.75", "0.25", "0.25", "arabic"),
    ("½|", "1/2", "1", "", "fraction"),
    ("2/3|", "2/3", "1", "", "fraction"),
    ("3|/2", "3", "1", "1", "arabic"),
    ("三分之二|", "2/3", "1", "", "fraction"),
    ("三|分之多", "3", "1", "1", "chinese"),
    ("三|分之", "3", "1", "1", "chinese"),
    ("零|分之一", "0", "1", "1", "chinese"),
    ("half a million|", "500000", "1000000", "", "fraction"),
    ("half| a mile", "1/2", "1", "", "fraction"),
    ("一半|", "1/2", "1", "", "fraction"),
    # a list of two digits is no open numeral
    ("三|、四", "3", "1", "1", "chinese"),
    ("三|四五", None, "", "", ""),
]
