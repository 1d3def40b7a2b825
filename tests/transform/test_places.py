"""Mentions in company, and the place that they mean."""

from typing import cast, get_args

import pytest

from extract.model import Mention, PlaceType
from transform.places import WORLD, resolve
from transform.references import References


def mention(said: str) -> Mention | None:
    """«county:سیرجان», or a name alone where the text has no type word, or nothing."""
    head, colon, name = said.rpartition(":")
    assert not colon or head in get_args(PlaceType)
    return Mention(name, 0, len(name), cast(PlaceType, head) if colon else None) if name else None


# what is named | the context, nearest first | code | locality
CASES = """
province:اصفهان | | IR-10 | -
اصفهان | | IR-10 | -
city:اصفهان | | IR-10 | اصفهان
county:قم | | IR-25 | قم
شهرستان‌ها | | IR | شهرستان‌ها
قم | | IR-25 | -
تهران | | IR-23 | -
city:تهران | | IR-23 | تهران
county:زنجان | province:زنجان | IR-19 | زنجان
گیلان | | IR-01 | -
آذربایجان‌شرقی | | IR-03 | -
آذربايجان غربي | | IR-04 | -
سیستان و بلوچستان | | IR-11 | -
سیستان وبلوچستان | | IR-11 | -
چهار محال و بختیاری | | IR-14 | -
کهکیلویه و بویراحمد | | IR-17 | -
province:مرکزی | | IR-00 | -
district:مرکزی | county:بجنورد | IR-28 | مرکزی
province:فارس | | IR-07 | -
province:البرز | | IR-30 | -
البرز | | IR-30 | -
county:البرز | | IR-26 | البرز
البرز | قزوین | IR-26 | البرز
البرز | county:تاکستان, province:قزوین | IR-26 | البرز
البرز | province:تهران | IR-30 | -
گلستان | province:تهران | IR-27 | -
city:گلستان | province:تهران | IR-23 | گلستان
province:البرز | province:قزوین | IR-30 | -
سیرجان | | IR-08 | سیرجان
county:ريگان | | IR-08 | ريگان
نائین | | IR-10 | نائین
نایین | | IR-10 | نایین
خرم‌آباد | | IR-15 | خرم‌آباد
خرم آباد | مازندران | IR-02 | خرم آباد
خرم آباد | county:رامسر | IR-02 | خرم آباد
نورآباد | province:لرستان | IR-15 | نورآباد
city:نورآباد | شیراز | IR-07 | نورآباد
رودبار | | IR-01 | رودبار
رودبار | county:جیرفت | IR-08 | رودبار
county:مهاباد | | IR-04 | مهاباد
city:مهاباد | county:اردستان | IR-10 | مهاباد
city:سردشت | نورآباد, province:خوزستان | IR-06 | سردشت
village:گلستان | county:فسا | IR-07 | گلستان
village:حسن آباد | province:یزد | IR-21 | حسن آباد
village:حسن آباد | province:تهران | IR-23 | حسن آباد
village:ماسوله | | IR-01 | ماسوله
village:ناکجا | کشور, county:بم | IR-08 | ناکجا
county:چگنی | | IR-15 | چگنی
county:نوبنیاد | province:لرستان | IR-15 | نوبنیاد
county:نوبنیاد | | IR | نوبنیاد
province:نوبنیاد | | IR | -
province:مشهد | | IR-09 | -
county:گیلان | | IR-01 | -
کشور | | IR | -
ایران | province:یزد | IR | -
country:عراق | province:ایلام | IQ | -
ترکیه | | TR | -
کربلا | province:ایلام | IQ | کربلا
city:ژنو | | CH | ژنو
city:نوبنیاد | country:آلمان | DE | نوبنیاد
world:جهان | province:یزد | XW | -
Isfahan | | IR-10 | -
Guilan | | IR-01 | -
Kohgiluyeh and Boyer Ahmad | | IR-17 | -
Sistan-Baluchestan | | IR-11 | -
county:Buin Zahra | | IR-26 | Buin Zahra
county:Alborz | | IR-26 | Alborz
Bandar Anzali | | IR-01 | Bandar Anzali
city:Bandar-e Anzali | | IR-01 | Bandar-e Anzali
Germany | | DE | -
 | | IR | -
 | province:همدان | IR-13 | -
 | همدان, province:یزد | IR-13 | -
 | کشور, province:همدان | IR | -
 | county:گرگان | IR-27 | گرگان
 | county:گرگان, province:گلستان | IR-27 | گرگان
 | province:گلستان, county:گرگان | IR-27 | -
 | گرگان | IR-27 | -
 | ناکجا, province:گلستان | IR-27 | -
 | county:نوبنیاد, province:گلستان | IR-27 | نوبنیاد
 | city:تهران, province:گیلان | IR-23 | تهران
 | county:رودبار, province:گیلان | IR-01 | رودبار
 | county:رودبار, province:کرمان | IR-08 | رودبار
 | country:افغانستان | AF | -
 | کربلا | IQ | -
 | ناکجا | IR | -
"""


@pytest.mark.parametrize("line", CASES.strip("\n").splitlines())
def test_case(line: str, references: References) -> None:
    named, context, code, locality = (part.strip() for part in line.split("|"))
    company = tuple(found for said in context.split(",") if (found := mention(said.strip())))
    place = resolve(mention(named), company, references)
    assert (place.code, place.locality.surface if place.locality else "-") == (code, locality)


def test_the_world_has_a_code_of_the_users_own() -> None:
    assert WORLD.startswith("X")
