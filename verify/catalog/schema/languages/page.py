"""Words by which a paragraph shows that it is about the page, which ``verify.read`` asks for."""

from __future__ import annotations

from verify.catalog.schema.forms import Entry, Surface


class PageWords(Entry):
    """Words by which a short paragraph shows that it is about the page, as they are written: unfolded."""

    captions: tuple[Surface, ...] = ()
    """What a picture is told with: 图为, Photo; a colon follows."""
    captions_alone: tuple[Surface, ...] = ()
    """Those that need no colon: 图为工程现场."""
    original_titles: tuple[Surface, ...] = ()
    """Before the title that a text had where it stood first: 原标题."""
    summaries: tuple[Surface, ...] = ()
    """Before what a text says in short: 内容摘要, Abstract."""
    signed: tuple[Surface, ...] = ()
    """Before who wrote, edited or released a text: 责任编辑, Editing by; a colon follows."""
    writers: tuple[Surface, ...] = ()
    """Who stands in brackets that close a text: 记者 of （记者 王明）."""
    buttons: tuple[Surface, ...] = ()
    """What a reader may click, each a paragraph of its own: 分享."""
    media: tuple[Surface, ...] = ()
    """Ends of names of media: 报, 周刊, 客户端."""
    offices: tuple[Surface, ...] = ()
    """Ends of other names that stand beside a date: 局, 中心."""
    dated: tuple[Surface, ...] = ()
    """Before the day on which a text came out: 发布时间, Updated on."""
    beside_date: tuple[Surface, ...] = ()
    """Behind that day: 阅读, By."""
    promotions: tuple[Surface, ...] = ()
    """Regular expressions of what asks to follow, scan or read on; what holds a figure is none."""
    legal: tuple[Surface, ...] = ()
    """Regular expressions of what says whose a text is, and what it is not."""
    tails: tuple[Surface, ...] = ()
    """Regular expressions of words of the site glued to the end of a text."""
    credited: tuple[Surface, ...] = ()
    """Regular expressions, anywhere in a short paragraph, whose group is the source of the text."""
    opening_credits: tuple[Surface, ...] = ()
    """The same at the head of a paragraph: 新华社 of 新华社北京1月2日电."""
    closing_credits: tuple[Surface, ...] = ()
    """The same at the end of one: （东湖晚报）."""
    bylines: tuple[Surface, ...] = ()
    """Regular expressions at the end of a paragraph, with a group ``medium`` and a group ``names``."""
    opening_bylines: tuple[Surface, ...] = ()
    """Regular expressions at the head of one, whose group is who wrote it: By Anna Reed."""
    ourselves: tuple[Surface, ...] = ()
    """What a medium calls itself, and no source: 本报."""
