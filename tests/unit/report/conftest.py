"""A report with something in every part of a page, and the files it is written to."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from verify import api
from verify.report import schema
from verify.report.build import build
from verify.report.write import write_run

TEXTS = {
    "a.txt": (
        "标题：镜湖大桥通车\n来源：海港日报\n日期：2022-01-24\n\n"
        "镜湖大桥全长55公里，总投资120亿元，2021年5月8日开工。大桥是全国最长的跨海大桥。\n\n"
        "镜湖大桥日均车流量约3万辆次。记者在现场看到，桥面宽阔平整，海风拂面而来，沿线居民纷纷前来参观这座期盼已久的大桥，许多人带着孩子在桥头拍照留念。"
    ),
    "b.txt": (
        "标题：大桥开通\n来源：山城晚报\n日期：2022-01-25\n\n"
        "镜湖大桥全长65公里，总投资约120亿元，2021年5月8日开工。\n\n"
        "记者在现场看到，桥面宽阔平整，海风拂面而来，沿线居民纷纷前来参观这座期盼已久的大桥，许多人带着孩子在桥头拍照留念。1海里等于1852米。"
    ),
    "c.md": (
        "---\ntitle: 看懂这座大桥\npublisher: 云港网\ndate: 2022-01-26\n---\n\n"
        "镜湖大桥全长约5.5万米，2021年6月开工。桥宽33米。员工从200人增加到300人，增长80%。\n\n"
        "| 项目 | 数值 |\n|---|---|\n| 桥塔高度 | 180米 |\n"
    ),
}


@pytest.fixture(scope="session")
def bridge(tmp_path_factory: pytest.TempPathFactory) -> schema.Report:
    """Three papers on a bridge, which agree, contradict each other, and say things alone."""
    folder = tmp_path_factory.mktemp("bridge")
    for name, text in TEXTS.items():
        (folder / name).write_text(text, encoding="utf-8")
    report = build(api.check([folder], base=folder))
    summary = report.summary
    assert summary.conflicts and summary.agreements and summary.single_source
    assert report.passages and [finding for finding in report.findings if finding.group_id is None]
    return report


@pytest.fixture(scope="session")
def written(
    bridge: schema.Report, tmp_path_factory: pytest.TempPathFactory
) -> Callable[[str, str], dict[str, Path]]:
    """The pages in a language, as one page or split: their kinds with a file of each."""
    done: dict[tuple[str, str], dict[str, Path]] = {}

    def write(lang: str, split: str) -> dict[str, Path]:
        if (lang, split) not in done:
            out = tmp_path_factory.mktemp(f"{lang}-{split}")
            write_run(bridge.model_copy(update={"call": schema.Call(lang=lang)}), out, split=split)
            kinds = {"index" if split == "pages" else "report": out / "report.html"}
            if split == "pages":
                kinds["things"] = out / "report" / "things-1.html"
                kinds["document"] = out / "report" / "document-1.html"
            done[lang, split] = kinds
        return done[lang, split]

    return write
