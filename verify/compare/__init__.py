"""The judgement: which claims meet, how their values relate, what the sources say together."""
