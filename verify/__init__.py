"""Cross-check the figures of a folder of sources: agreements, conflicts, single-source facts.

The package reads documents, finds every quantitative claim in them, puts each into exact
canonical form, groups claims about the same fact and judges whether they hold together.
``docs/semantics.md`` says what "the same fact" and "agree" mean.
"""

__version__ = "0.1.0"
