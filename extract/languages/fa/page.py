"""By what a Persian page's chrome and the first line of its body are known."""

from extract.languages.fa.vocabulary import Vocabulary
from extract.lines import Line, parted

_BODY_LENGTH = 90


def page_lines(text: str, title: str | None, vocabulary: Vocabulary) -> list[Line]:
    """The non-empty lines of a reading copy. What follows an end mark («انتهای پیام», «نظرات») is chrome."""

    def ends(line: str) -> bool:
        return len(line) < _BODY_LENGTH and any(map(vocabulary.tail_marks.match, _parts(line)))

    def is_chrome(line: str) -> bool:  # a mark above the body closes nothing: «برچسب‌ها: …»
        return ends(line) or _is_chrome(line, vocabulary)

    return parted(text, title, ends=ends, is_chrome=is_chrome, is_body=_is_body)


def _parts(line: str) -> list[str]:
    """«نرخ ارز | اخبار مرتبط: …»: a page's furniture stands side by side in one line."""
    return [part.strip() for part in line.split("|")] if "|" in line else [line]


def _is_body(line: str) -> bool:
    return len(line) >= _BODY_LENGTH or line.endswith((".", "؛", "!"))


def _is_chrome(line: str, vocabulary: Vocabulary) -> bool:
    trail = sum(line.count(sign) for sign in "<>›|")  # «خانه > جامعه > جوانان»
    if trail > 1 and len(line) < _BODY_LENGTH and not any(sign.isdecimal() for sign in line):
        return True
    return line[0] in "©»" or (len(line) < 140 and any(map(vocabulary.chrome_marks.match, _parts(line))))
