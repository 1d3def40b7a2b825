"""By what an English page's chrome and the first line of its body are known."""

import re

from extract.lines import Line, parted

_BODY_LENGTH = 110
_CHROME_LENGTH = 140


def page_lines(text: str, title: str | None, tails: re.Pattern[str], chrome: re.Pattern[str]) -> list[Line]:
    """The non-empty lines of a reading copy. What follows an end mark ("Leave a Comment", "Related News") is chrome."""

    def ends(line: str) -> bool:
        return tails.match(line) is not None

    def is_chrome(line: str) -> bool:
        return line[0] in "©»>" or (len(line) < _CHROME_LENGTH and chrome.match(line) is not None)

    return parted(text, title, ends=ends, is_chrome=is_chrome, is_body=_is_body)


def _is_body(line: str) -> bool:
    return len(line) >= _BODY_LENGTH or (line.endswith((".", '."', ".”", "!")) and " " in line)
