"""Who is said to say what stands in a sentence."""

from __future__ import annotations

from pathlib import Path

import pytest

from verify import api


@pytest.mark.parametrize(
    ("sentence", "speaker"),
    [
        ("船东表示，海星号全长120米。", "船东"),
        ("据船东介绍，海星号全长120米。", "船东"),
        ("去年下水。据造船厂总工程师透露，海星号全长120米。", "造船厂总工程师"),
        ("据介绍，海星号全长120米。", ""),
        ("据记者介绍，海星号全长120米。", ""),
    ],
)
def test_the_speaker_is_told_without_the_words_around(tmp_path: Path, sentence: str, speaker: str) -> None:
    (tmp_path / "a.txt").write_text(f"海星号\n\n{sentence}\n", encoding="utf-8")
    (claim,) = (claim for claim in api.extract([tmp_path / "a.txt"]) if claim.value.stated == "120米")
    assert claim.speaker == speaker
