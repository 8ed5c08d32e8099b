"""The result of a run, told: ``report.json`` and its sisters, pages for people, findings for a terminal.

Comes in: ``model.Report``.  Goes out: the models of ``schema`` (``build``), texts of them
(``formats``), and files (``write``).  Nothing is judged here.
"""
