"""Three invented sources on one bridge, for pages that people look at: conflict, agreement, lone figures."""

from __future__ import annotations

from pathlib import Path

SOURCES = {
    "bay-daily.txt": (
        "---\ntitle: '青松大桥正式通车'\nauthor: 海湾日报\ndate: Sat, 08 May 2021 03:05:25 GMT\n---\n"
        "青松大桥今日正式通车。大桥全长55公里，主塔高230米，总投资约128亿元。"
        "大桥设计时速100公里，双向六车道，预计每日通行车辆2.5万辆。"
    ),
    "harbour-news.txt": (
        "---\ntitle: '跨海新通道'\nauthor: 港口新闻\ndate: Sun, 09 May 2021 03:05:25 GMT\n---\n"
        "青松大桥全长5.5公里，是全省最长的跨海大桥。大桥主塔高203米，总投资128亿元。"
        "据介绍，大桥建设历时6年，2021年5月8日通车。"
    ),
    "north-evening.txt": (
        "---\ntitle: 'Pine Bridge opens'\nauthor: North Evening\ndate: Mon, 10 May 2021 03:05:25 GMT\n---\n"
        "青松大桥于2021年5月8日通车。大桥全长约55公里，总投资约130亿元，设计时速100公里。"
    ),
}


def write(folder: Path) -> list[Path]:
    """Write the sources into a folder and return their paths."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in SOURCES.items():
        (folder / name).write_text(text, encoding="utf-8")
    return [folder / name for name in SOURCES]
