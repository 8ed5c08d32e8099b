"""What tells that two names mean one thing, and how much: the one table that linking follows.

Each feature has its points.  Points are summed; from ``JOIN`` on two things are one, from ``PROPOSE`` on
they may be: what would be a conflict between them is at most a possible one, and ``verify rules suggest``
asks about them.  Points are chosen so that a shared full name joins unless something speaks against it, and
that figures in common join only names of which one goes on from the other, that are alike, or that stand in
two scripts: two ships of one class have all their figures in common.
"""

from __future__ import annotations

JOIN = 50
PROPOSE = 35
SOME = 4
"""Weight of figures in common that tells of one thing beside names alike, and what a table is about."""
MANY = 5
"""Weight of figures in common (``figures``) that tells of one thing: two of three digits, one of two."""
VERY_MANY = 12

POINTS = {
    "same entry of rules/entities": 100,
    "different entries of rules/entities": -200,
    "same name": 60,
    "same name but for its legal form, 市 or the writing of its number": 50,
    "the only thing of its kind, place and operator that is named": 60,
    "one name begins or ends with the other": 30,
    "names alike": 10,
    "one name leaves out words of the other": 20,
    "one name may be short for the other": 15,
    "told apart by one document": -60,
    "names that begin with other words": -40,
    "one of a row and what holds it": -200,
    "same kind": 15,
    "different kinds": -40,
    "a name of common words only": -30,
    "a name of one word": -10,
    "some figures in common": 15,
    "many figures in common": 45,
    "very many figures in common": 60,
    "names in two scripts": 10,
    "one name spells the other": 40,
    "one name spells and translates the other": 40,
    "one name writes the sound of the other": 30,
    "one name translates the other": 20,
    "the only two of their kind, in two scripts": 15,
    "one name adds a noun to the other": 20,
    "one noun and number, in two scripts": 30,
    "the only thing of its kind with such figures": 20,
    "the names are spelled otherwise": -40,
    "same year of the event": 10,
    "different years of the event": -200,
    "different numbers in the names": -200,
    "different regions in the names": -100,
    "names differ by a word of direction or age": -30,
    "parts of the same whole": 20,
    "parts of different wholes": -60,
    "places agree": 10,
    "places apart": -50,
}

ENOUGH = 20
"""From so many points on two claims with one number are one fact told in other words (``retold``)."""
PERHAPS = 15
"""From so many points on claims with nearly the same number may be one fact (``slipped``), which contradict
each other from ``ENOUGH`` on."""
RETOLD_POINTS = {
    "1 digit": 0,
    "2 digits": 10,
    "3 digits": 25,
    "4 digits": 35,
    "5 digits": 45,
    "a number and its rounded form": -5,
    "few figures of its dimension": 10,
    "another figure beside it": 15,
    "another number of both things": 10,
    "words in common": 10,
    "the same attribute": 15,
    "told by its unit alone": 5,
    "a word of its own": 0,
    "a date told by the words around it": -20,
    "an attribute and a sort of it": 5,
    "two words of their own": 0,
    "two attributes, one of them likely": -10,
    "two attributes of the rules": -40,
    "a count by its measure word": -10,
    "two nouns": -10,
    "two nouns of the rules": -40,
    "people, and what no rule knows": -20,
    "people and things": -40,
    "words that may be a part": -5,
    "the same part": 10,
    "a part on one side": -10,
    "two parts": -60,
    "two times, one of another sentence": -15,
    "statistic on one side": -5,
    "two of statistic": -100,
    "two things that both documents name": -10,
    "two things that one document names": -15,
    "base on one side": -5,
    "two of base": -60,
    "two digits changed places": -15,
    "a power of ten": -15,
    "the same numeral, another unit": -15,
}
