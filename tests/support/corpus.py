"""A small corpus in which something agrees, conflicts, is copied and stands alone."""

from __future__ import annotations

import json
from pathlib import Path

NAMES = ("镜湖", "青松", "白鹭", "紫阳", "沧浪", "翠屏", "望江", "云台")
PLACES = ("晚报", "日报", "商报")


def texts() -> dict[str, str]:
    """Return articles by their file names: each bridge is told of by several papers."""
    found = {}
    for number, name in enumerate(NAMES):
        for other, place in enumerate(PLACES):
            length = 55 + number + (10 if (number + other) % 4 == 3 else 0)
            done = 2016 if number == 3 else 2021
            found[f"{number:02}-{other}.txt"] = (
                f"标题：{name}大桥通车\n来源：{name}{place}\n日期：2022-0{other + 1}-24\n\n"
                f"{name}大桥全长约{length}公里，总投资{20 + number}.5亿元，是华东最大的大桥。\n"
                f"工程2019年5月开工，{done}年6月竣工，设车道{4 + 2 * (number % 2)}条。\n"
            )
    return found


def write(folder: Path) -> Path:
    """Write the articles into a folder, and return it."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, text in texts().items():
        (folder / name).write_text(text, encoding="utf-8")
    return folder


def many(path: Path, copies: int) -> Path:
    """Write the articles so many times, as JSON Lines, and return the file."""
    with path.open("w", encoding="utf-8") as file:
        for number in range(copies):
            for name, text in texts().items():
                title, _, rest = text.partition("\n")
                row = {"id": f"{name}-{number}", "title": title, "text": rest}
                file.write(json.dumps(row, ensure_ascii=False) + "\n")
    return path
