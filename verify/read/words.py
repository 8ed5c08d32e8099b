"""Words by which a short paragraph shows what it is: caption, byline, credit, boilerplate.

General habits of news sites, no name of a site or a person.  ``sections`` and ``origin`` ask.
"""

from __future__ import annotations

import re

from verify.read.dates import find_date

SHORT = 60
"""Only a paragraph with fewer characters can be boilerplate or a byline."""
CAPTION_LENGTH = 100
"""A text that begins with 图说 and runs on for longer is running text glued to its caption."""

CAPTION = re.compile(
    r"[（(▲△▼]?\s*(?:图说|图为|图片说明|图注|上图|下图|资料图|配图|Photo|Image|Figure|Fig\.)[^：:]{0,8}[：:]"
    r"|[▲△▼]?\s*图为"
)
ORIGINAL_TITLE = re.compile(r"(?:原标题|原题|Original title)\s*[：:]\s*")
SUMMARY = re.compile(
    r"(?:[【\[]\s*)?(?:内容|文章|核心)?(?:摘要|提要|提示|导读|导语|Abstract|Summary)\s*(?:[】\]]|[：:])",
    re.IGNORECASE,
)

_SIGNED = (
    r"(?:责任编辑|责编|值班编辑|本文编辑|编辑|编审|校对|审核|监制|终审|排版"
    r"|文章来源|稿件来源|来源|转载自|摘自|文/图|图/文|作者|记者|通讯员|供稿)"
)
_SIGNED_EN = r"(?:Editor|Edited by|Editing by|Reporting by|Source|Credit|Contact)"
_MEDIUM = "[报報网網社台刊部局委办院厅司团会馆所]|新闻|新聞|财经|財經|在线|日报|周刊|客户端|频道|中心|杂志"
_APP = "(?:APP|App|app|客户端|小程序)"
_PROMOTION = (
    r"二维码|扫码|扫一扫|长按识别|举报/反馈|点击查看|查看更多|查看全文|阅读原文|上一篇|下一篇"
    r"|相关阅读|延伸阅读|返回(?:首页|列表|顶部)|关注.{0,12}(?:公众号|微信|微博)"
    rf"|尽在.{{0,12}}{_APP}|(?:下载|打开|点击|登录).{{0,8}}{_APP}"
    r"|Follow us|Subscribe|Sign up|Read more|Share this|Download (?:the|our) app|Related articles"
)
_LEGAL = (
    r"版权所有|版权归|转载请|请注明出处|未经.{0,6}授权|免责声明|不构成.{0,6}(?:投资)?建议|本文来自|本文源自|本文仅代表"
    r"|All rights reserved|Copyright|©"
)
_BOILERPLATE = re.compile(
    rf"[（(\[【]?\s*(?:{_SIGNED}\s*[：:丨|]|{_SIGNED_EN}\s*:)"
    r"|[（(][^（()）]{0,20}(?:记者|通讯员|编辑|特约撰稿)[^（()）]{0,20}[）)]$"
    r"|(?:举报|反馈|分享|收藏|打印|纠错|返回)$"
)
_ANYWHERE = re.compile(_LEGAL)
_PROMOTED = re.compile(_PROMOTION)
_NUMERAL = re.compile(r"[0-9０-９]|[一二三四五六七八九十百千]{1,10}[万亿]")

TAIL = re.compile(r"(?:举报/反馈|返回[一-鿿]{2,6}，查看更多)\s*$")
"""Words of the site glued to the end of a text."""


def is_boilerplate(text: str) -> bool:
    """Say whether a paragraph is about the page and not about the subject."""
    if len(text) >= SHORT:
        return False
    if _BOILERPLATE.match(text) or _ANYWHERE.search(text):
        return True
    # An invitation holds no figure: a sentence about the downloads of an app is no promotion.
    return _PROMOTED.search(text) is not None and _NUMERAL.search(text) is None


def is_caption(text: str) -> bool:
    """Say whether a paragraph describes a picture."""
    return len(text) <= CAPTION_LENGTH and CAPTION.match(text) is not None


def ends_sentence(text: str) -> bool:
    """Say whether a text ends as a sentence does."""
    return text.rstrip("”’\"')）」』 \u3000").endswith(("。", "！", "？", ".", "!", "?", "…"))


_BYLINE_HEAD = re.compile(
    r"\W*(?:(?:发布|发表|更新|发稿)?(?:时间|日期)|发布于|发表于|(?:Published|Updated|Posted)(?: on)?|Date"
    r"|[A-Za-z]{3,9}day)?\W*",
    re.IGNORECASE,
)
_BYLINE_TAIL = re.compile(
    rf"\W*(?:(?:{_SIGNED}|{_SIGNED_EN}|发布于|阅读|评论|浏览|点击|字号|分享|By\b|星期|[|｜]).*)?",
    re.IGNORECASE | re.DOTALL,
)
_BESIDE = r"[\s,，|｜/·•—–()（）-]"
_NAMED_HEAD = re.compile(
    rf"\W*(?:[A-Z][\w.'&-]*(?:[ ](?:of|the|and|for|&|[A-Z][\w.'&-]*)){{0,6}}{_BESIDE}*[,|/·•—–(-]{_BESIDE}*"
    rf"|[^\W\d_]{{0,14}}(?:{_MEDIUM}){_BESIDE}+)"
)
_NAMED_TAIL = re.compile(
    rf"{_BESIDE}*[,|/·•—–(-]{_BESIDE}*[A-Z][\w.'&-]*(?:[ ](?:of|the|and|for|&|[A-Z][\w.'&-]*)){{0,6}}\W*"
    rf"|{_BESIDE}+[^\W\d_]{{0,14}}(?:{_MEDIUM})\W*"
)
"""A name beside the date: The Harbour Herald, 4 May 2022; 2024年12月20日 能源观察网."""
BYLINE_BLOCKS = 6
"""A byline stands among the first paragraphs."""


def is_byline(text: str) -> bool:
    """Say whether a paragraph tells when, where and by whom the text was published, and nothing else."""
    if len(text) >= SHORT or "。" in text:
        return False
    date = find_date(text)
    if date is None:
        return False
    head, tail = text[: date.start()], text[date.end() :]
    before = _BYLINE_HEAD.fullmatch(head) or _NAMED_HEAD.fullmatch(head)
    return bool(before) and bool(_BYLINE_TAIL.fullmatch(tail) or _NAMED_TAIL.fullmatch(tail))
