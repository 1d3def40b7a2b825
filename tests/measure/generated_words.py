"""The words of generated articles: nouns, offices, names, and sentences with gaps for figures, places and times.

A sentence's gaps stand in braces. `{number}` and `{noun}` are a claim's; what else a gap may hold says `generated.py`.
"""

from typing import NamedTuple


def listed(text: str) -> tuple[str, ...]:
    """What stands between the bars."""
    return tuple(text.split("|"))


class Subject(NamedTuple):
    """A subject: its noun, how many the country has (or has a year), its growth a year, and what is said of it."""

    code: str
    noun: str
    base: float
    growth: float
    deed: str
    status: str | None = None


# The commonest first: how often a subject is spoken of falls with its place in the list.
STOCKS = (
    Subject("ngo", "سازمان مردم‌نهاد", 19_000, 0.09, "فعالیت دارند"),
    Subject("household", "خانوار", 2_600_000, 0.02, "زیر پوشش هستند", "covered"),
    Subject("charity", "مؤسسه خیریه", 8_200, 0.06, "کار می‌کنند"),
    Subject("volunteer", "داوطلب", 1_900_000, 0.07, "همراه شده‌اند"),
    Subject("member", "عضو", 640_000, 0.05, "در این تشکل‌ها هستند"),
    Subject("jihadi_group", "گروه جهادی", 14_000, 0.12, "پا گرفته‌اند"),
    Subject("charity_center", "مرکز نیکوکاری", 7_800, 0.15, "راه افتاده است"),
    Subject("orphan", "یتیم", 360_000, 0.01, "حامی دارند"),
    Subject("donor", "نیکوکار", 900_000, 0.08, "یاری می‌رسانند"),
    Subject("beneficiary", "مددجو", 4_100_000, 0.02, "خدمت می‌گیرند", "covered"),
    Subject("endowment", "موقوفه", 190_000, 0.02, "نگهداری می‌شود"),
    Subject("association", "انجمن", 5_400, 0.04, "برپا هستند"),
    Subject("centre", "مرکز", 3_100, 0.03, "دایر است"),
    Subject("red_crescent_house", "خانه هلال", 9_600, 0.11, "باز است"),
    Subject("cooperative", "تعاونی", 22_000, -0.01, "مانده است"),
    Subject("network", "شبکه", 420, 0.06, "شکل گرفته است"),
)
FLOWS = (
    Subject("session", "جلسه", 5_200, 0.05, "برگزار شد"),
    Subject("training", "دوره آموزشی", 17_000, 0.08, "برپا شد"),
    Subject("licence", "مجوز", 2_300, 0.07, "صادر شد", "licensed"),
    Subject("aid_package", "بسته کمکی", 5_400_000, 0.1, "پخش شد"),
    Subject("project", "طرح", 6_900, 0.06, "به سرانجام رسید"),
    Subject("application", "درخواست", 4_600, 0.04, "بررسی شد", "applied"),
    Subject("event", "رویداد", 3_800, 0.05, "برگزار شد"),
    Subject("house", "واحد مسکونی", 46_000, 0.03, "ساخته شد"),
    Subject("visit", "ویزیت", 820_000, 0.06, "انجام شد"),
    Subject("agreement", "تفاهم‌نامه", 900, 0.03, "امضا شد"),
    Subject("service", "خدمت", 3_300_000, 0.05, "ارائه شد"),
    Subject("school", "مدرسه", 1_200, 0.02, "نوسازی شد"),
)
MONEY = (  # tomans a year
    Subject("donation", "کمک مردمی", 9.5e12, 0.3, "گردآوری شد"),
    Subject("budget", "اعتبار", 4.1e12, 0.25, "اختصاص یافت"),
    Subject("grant", "کمک‌هزینه", 6.3e12, 0.28, "پرداخت شد"),
    Subject("loan", "تسهیلات", 5.2e13, 0.35, "داده شد"),
)

FIELDS = {
    "charity": "نیکوکاری",
    "social_harm": "آسیب‌های اجتماعی",
    "environment": "محیط زیست",
    "youth": "جوانان",
    "culture": "فرهنگ",
    "women": "زنان",
    "health": "سلامت",
    "disability": "معلولیت",
    "education": "آموزش",
    "addiction": "اعتیاد",
    "religion": "دین",
    "relief": "امداد",
    "sport": "ورزش",
    "heritage": "میراث فرهنگی",
    "rural": "روستا",
}
STATUSES = {"registered": "ثبت‌شده", "active": "فعال", "licensed": "دارای مجوز", "inactive": "غیرفعال"}


class Office(NamedTuple):
    """Who speaks: an office of a province, the register that it keeps, and how much of all that register holds."""

    role: str
    register: str
    name: str
    part: float


OFFICES = (
    Office("مدیرکل امور اجتماعی استانداری {where}", "governorate", "استانداری", 1.0),
    Office("مدیرکل ورزش و جوانان {where}", "sport_youth", "اداره کل ورزش و جوانان", 0.34),
    Office("مدیرکل بهزیستی {where}", "welfare", "بهزیستی", 0.52),
    Office("مدیرکل کمیته امداد {where}", "relief_committee", "کمیته امداد", 0.61),
    Office("مدیرعامل جمعیت هلال احمر {where}", "red_crescent", "هلال احمر", 0.27),
    Office("مدیرکل اوقاف {where}", "endowments", "اوقاف", 0.22),
)

STOCK_SENTENCES = (
    "{when} {bound} {number} {noun} {more} در {place} {deed}.",
    "در {place} {when} {bound} {number} {noun} {more} {deed}.",
    "وی شمار همه را {bound} {number} {noun} {more} در {place} خواند که {when} {deed}.",
    "بر پایه آمار تازه، {bound} {number} {noun} {more} در {place} {when} {deed}.",
    "این مسئول از {bound} {number} {noun} {more} {place} سخن گفت و افزود که {when} {deed}.",
)
FLOW_SENTENCES = (
    "{when} {bound} {number} {noun} {more} در {place} {deed}.",
    "در {place} {when} {bound} {number} {noun} {more} {deed}.",
    "به گفته وی {when} {bound} {number} {noun} {more} در {place} {deed}.",
    "گزارش‌ها نشان می‌دهد {bound} {number} {noun} {more} در {place} {when} {deed}.",
)
TARGET_SENTENCES = (
    "قرار است {when} {bound} {number} {noun} در {place} فراهم شود.",
    "برنامه ما این است که {when} به {bound} {number} {noun} در {place} برسیم.",
)
NEGATED_SENTENCES = ("وی نادرست خواند که {bound} {number} {noun} در {place} {deed}.",)
SHARE_SENTENCES = (
    "{bound} {number} از {noun}‌های {place} در زمینه {field} هستند.",
    "سهم {field} از {noun}‌های {place} {bound} {number} است.",
)
CHANGE_SENTENCES = (
    "شمار {noun} در {place} {when} {number} {turn} داشته است.",
    "{when} در {place} {noun} {number} {turn} نشان می‌دهد.",
)
RANK_SENTENCES = (
    "{place} از نظر شمار {noun} رتبه {number} کشور را دارد.",
    "با این شمار {noun}، {place} در جایگاه {number} استان‌ها ایستاده است.",
)
RATIO_SENTENCES = ("در {place} برای هر {number} نفر یک {noun} هست.",)
MEASURE_SENTENCES = (
    "{when} {bound} {number} ساعت {noun} در {place} داده شد.",
    "در {place} {when} {bound} {number} ساعت {noun} به انجام رسید.",
)
TURNS = {True: ("رشد", "افزایش"), False: ("کاهش", "افت")}
BOUNDS = {
    "exact": ("", "", "تعداد"),
    "about": ("حدود", "نزدیک به", "نزدیک"),
    "at_least": ("بیش از", "بالغ بر", "دست‌کم"),
    "at_most": ("کمتر از", "حداکثر"),
    "between": ("بین", ""),
}
ORDINALS = listed(
    "نخست|دوم|سوم|چهارم|پنجم|ششم|هفتم|هشتم|نهم|دهم|یازدهم|دوازدهم|سیزدهم|چهاردهم|پانزدهم|شانزدهم|هفدهم|هجدهم|نوزدهم|"
    "بیستم|بیست‌ویکم|بیست‌ودوم|بیست‌وسوم|بیست‌وچهارم|بیست‌وپنجم|بیست‌وششم|بیست‌وهفتم|بیست‌وهشتم|بیست‌ونهم|سی‌ام|سی‌ویکم"
)
CLOCKS = ("این نشست ساعت {number} در تالار {hall} آغاز شد.", "درهای {hall} از ساعت {number} به روی مردم باز بود.")
HALLS = ("شهید رجایی", "سرو", "اندیشه", "نگارستان", "پیوند", "خرد", "سپیدار", "آیینه", "یاران", "فردا")
LEADS = (
    "به گزارش {outlet}، {speaker} {role} در گفت‌وگویی از کارهای {place} گفت.",
    "{speaker}، {role}، در جمع خبرنگاران {outlet} گزارشی از {place} داد.",
    "{outlet}: {speaker} {role} در نشستی در {place} سخن گفت.",
)
REPRINTS = ("به نقل از {origin}، ", "{outlet} به نقل از {origin}: ", "به گزارش {outlet} از {origin}، ")
TITLES = (
    "{noun} در {place}؛ {quality} و {other}",
    "{speaker} از {noun} در {place} گفت",
    "{place} و راه {quality} برای {noun}",
    "{quality}، چشم‌انداز {noun} در {place}",
)

FIRST_NAMES = listed(
    "آرش|بهمن|پرویز|تورج|جمشید|خسرو|داریوش|رامین|سهراب|شاهین|فرهاد|کامران|کیوان|مازیار|نادر|هومن|آذر|پروانه|ترانه|"
    "روشنک|ژاله|سیمین|شیرین|فرزانه|گلنار|لاله|مهتاب|نسرین|نوشین|هما"
)
LAST_NAMES = listed(
    "آبیاری|بهروزان|پارسامنش|تابنده|جویباری|چمن‌آرا|خوش‌نژاد|دشتبانی|رازیانه|زرین‌کلاه|ژرف‌بین|سپیدرو|شب‌افروز|"
    "صنوبری|طلوعیان|فرخ‌پی|کاج‌پور|گندمکار|لادن‌پور|مرغزاری|نیلوفری|ورزنده|هم‌پیمان|یاس‌پور|باران‌دوست|کوه‌نشین|رودباران|"
    "دریادل|پیله‌ور"
)

# What stands between the figures, of no matter to anyone.
FILLERS = (
    "{actor} {quality} می‌خواهد {thing} را {manner} به {thing} برساند.",
    "{thing} و {thing} از {actor} {quality} جدا نیست و {manner} {verb}.",
    "{manner} که {actor} به {thing} نگاه کند، {thing} نیز {verb}.",
    "هر {actor} می‌داند که {thing} {quality} بی {thing} {verb}.",
    "{actor} با {actor} درباره {thing} گفت‌وگو کرد و {thing} {manner} {verb}.",
    "اگر {thing} {quality} باشد، {actor} هم {manner} از {thing} دست نمی‌کشد.",
    "نه {thing} و نه {thing}، هیچ‌یک بی یاری {actor} {quality} {verb}.",
    "{actor} {manner} گفت {thing} {quality} در گرو {thing} است و {verb}.",
)
ACTORS = listed(
    "آموزگار|باغبان|کتابدار|پرستار|دهیار|بخشدار|شهردار|کارآفرین|پژوهشگر|هنرمند|کشاورز|دانشجو|بازنشسته|مربی|راننده|نانوا|"
    "معمار|عکاس|نویسنده|نجار|ماهیگیر|چوپان|زنبوردار|قالی‌باف|سفالگر|خیاط|کوهنورد|روان‌شناس|مددکار|مترجم|گوینده|ناشر"
)
QUALITIES = listed(
    "پویا|دلسوز|آرام|پیگیر|نوجو|کهن|پرشور|روشن|پایدار|ساده|گسترده|سنجیده|فروتن|هماهنگ|بومی|تازه|ماندگار|مردمی|توانا|باریک‌بین|"
    "دوراندیش|همدل|سخت‌کوش|پاکیزه|سبز|نیرومند|شفاف|پربار|دیرپا|امیدوار"
)
THINGS = listed(
    "باغچه محله|کتابخانه روستا|آب چشمه|کوچه قدیمی|گذر بازار|پل چوبی|دشت پایین‌دست|نخل‌های کنار رود|دبستان شبانه|گلخانه|"
    "آشپزخانه همسایگی|سفره نذری|دفتر یادداشت|نقشه راه|گفت‌وگوی نسل‌ها|یاد گذشتگان|بازی کودکان|ترانه محلی|فرش دستباف|"
    "کارگاه سفال|تنور همگانی|ایستگاه دوچرخه|پارک کوهستان|زمین بازی|قنات کهنه|سایه چنار|انبار گندم|خانه پدری|جشن برداشت|"
    "شب شعر|نمایش خیابانی|رادیوی محلی|صندوق امید|تقویم کارها|آموزه پیران|دانش بومی|بذر اصلاح‌شده|هوای پاک|خاک زراعی|"
    "چراغ کوچه|نیمکت چوبی|دیوار مهربانی|بوستان کنار جاده|آینده شهر|پیوند خانواده|زبان مادری|سلامت روان|نان روزانه|"
    "پرنده‌های تالاب|جنگل حرا|راه مال‌رو|چاپخانه کوچک|فیلم کوتاه|موزه مردم‌شناسی|ساز محلی|بافت تاریخی|رودخانه فصلی|"
    "گنجه داروها|پنجره رنگی|میدان میوه"
)
MANNERS = listed(
    "آهسته|بی‌دریغ|هر روز|دست‌به‌دست|شکیبا|از ته دل|بی‌سروصدا|در همه جا|شانه‌به‌شانه|به‌دور از هیاهو|گام‌به‌گام|در "
    "سایه همدلی|بی‌چشمداشت|با دست خالی|به‌شیوه نیاکان|از نو|با خنده|پیش از زمستان|در بهار|پس از برداشت|با چشم باز|"
    "در خانه و کوچه|از راه دور|با زبان خوش|بی‌درنگ|به‌اندازه توان"
)
VERBS = listed(
    "جان می‌گیرد|پا برجا می‌ماند|رنگ نمی‌بازد|به بار می‌نشیند|راه خود را می‌یابد|از یاد نمی‌رود|دیده می‌شود|دوباره آغاز می‌شود|"
    "به نتیجه نمی‌رسد|سر و سامان می‌گیرد|شنیده خواهد شد|گسترش می‌یابد|از میان نمی‌رود|به هم می‌رسد|نیرو می‌گیرد|"
    "معنا پیدا می‌کند|پیش نمی‌رود|کامل نمی‌شود|روی آرامش نمی‌بیند|دل‌ها را گرم می‌کند|به سود همه است|فراموش نمی‌شود"
)
