-- The form in which two spellings of one text are equal: the `key` of extract/fold.py, letter for letter. One letter
-- for ی ي ى ئ, for ک ك, and for the forms of ا, و and ه; one set of digits; no spaces, no ZWNJ, no marks; lower case.
-- What nearly every text needs is one translate and one regexp_replace; a kashida, which stands for a dash between
-- digits («۳۰ـ۴۰»), and the shapes of old typesetting («ﻻ», «﷼») are looked at only where they stand.

-- White space, the joints of words (ZWNJ and its like), kashida, vowel signs: the inside of a class of a pattern.
CREATE OR REPLACE MACRO unwritten() AS
    '\x{09}-\x{0D}\x{1C}-\x{20}\x{85}\x{A0}\x{AC}\x{AD}\x{0610}-\x{061A}\x{0640}\x{064B}-\x{065F}\x{0670}' ||
    '\x{1680}\x{2000}-\x{200F}\x{2028}-\x{202F}\x{205F}\x{2066}-\x{2069}\x{3000}\x{FEFF}';
CREATE OR REPLACE MACRO unmarked(text) AS lower(
    regexp_replace(
        translate(
            text,
            'يىئكةۀأإآؤ۰۱۲۳۴۵۶۷۸۹٠١٢٣٤٥٦٧٨٩٪٬٫–−',
            'یییکههاااو01234567890123456789%,.--'
        ),
        '[' || unwritten() || ']+',
        '',
        'g'
    )
);

CREATE OR REPLACE MACRO has_shapes(text) AS
    regexp_matches(text, '[\x{0640}\x{FB50}-\x{FDFF}\x{FE70}-\x{FEFE}]');
CREATE OR REPLACE MACRO between_digits() AS
    replace(
        '(\p{Nd})[ \t\x{A0}\x{202F}]{0,2}MARKS*\x{0640}MARKS*[ \t\x{A0}\x{202F}]{0,2}(\p{Nd})',
        'MARKS',
        '[\x{AC}\x{AD}\x{0610}-\x{061A}\x{0640}\x{064B}-\x{065F}\x{0670}' ||
        '\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2066}-\x{2069}\x{FEFF}]'
    );
-- A joint between two kashidas parts them, as it parts letters. Twice, for of «۱ـ۲ـ۳» the first pass takes «۱ـ۲» and
-- sees no digit before «ـ۳».
CREATE OR REPLACE MACRO parted(text) AS regexp_replace(
    text, '\x{0640}[\x{AC}\x{AD}\x{200B}-\x{200F}\x{202A}-\x{202E}\x{2066}-\x{2069}\x{FEFF}]\x{0640}', 'ـ ـ', 'g'
);
CREATE OR REPLACE MACRO undashed(text) AS regexp_replace(
    regexp_replace(parted(text), between_digits(), '\1-\2', 'g'), between_digits(), '\1-\2', 'g'
);
-- Letters of the presentation forms and ligatures of Unicode (U+FB50 to U+FDFF, U+FE70 to U+FEFE), folded.
CREATE OR REPLACE MACRO shapes_and_letters() AS string_split(
        'ﭐ ٱ ﭑ ٱ ﭒ ٻ ﭓ ٻ ﭔ ٻ ﭕ ٻ ﭖ پ ﭗ پ ﭘ پ ﭙ پ ﭚ ڀ ﭛ ڀ ﭜ ڀ ﭝ ڀ ﭞ ٺ ﭟ ٺ ﭠ ٺ ﭡ ٺ ﭢ ٿ ﭣ ٿ ﭤ ٿ ﭥ ٿ ﭦ ٹ ﭧ ٹ ﭨ ٹ ﭩ ٹ ' ||
        'ﭪ ڤ ﭫ ڤ ﭬ ڤ ﭭ ڤ ﭮ ڦ ﭯ ڦ ﭰ ڦ ﭱ ڦ ﭲ ڄ ﭳ ڄ ﭴ ڄ ﭵ ڄ ﭶ ڃ ﭷ ڃ ﭸ ڃ ﭹ ڃ ﭺ چ ﭻ چ ﭼ چ ﭽ چ ﭾ ڇ ﭿ ڇ ﮀ ڇ ﮁ ڇ ﮂ ڍ ﮃ ڍ ' ||
        'ﮄ ڌ ﮅ ڌ ﮆ ڎ ﮇ ڎ ﮈ ڈ ﮉ ڈ ﮊ ژ ﮋ ژ ﮌ ڑ ﮍ ڑ ﮎ ک ﮏ ک ﮐ ک ﮑ ک ﮒ گ ﮓ گ ﮔ گ ﮕ گ ﮖ ڳ ﮗ ڳ ﮘ ڳ ﮙ ڳ ﮚ ڱ ﮛ ڱ ﮜ ڱ ﮝ ڱ ' ||
        'ﮞ ں ﮟ ں ﮠ ڻ ﮡ ڻ ﮢ ڻ ﮣ ڻ ﮤ ه ﮥ ه ﮦ ہ ﮧ ہ ﮨ ہ ﮩ ہ ﮪ ھ ﮫ ھ ﮬ ھ ﮭ ھ ﮮ ے ﮯ ے ﮰ ۓ ﮱ ۓ ﯓ ڭ ﯔ ڭ ﯕ ڭ ﯖ ڭ ﯗ ۇ ﯘ ۇ ' ||
        'ﯙ ۆ ﯚ ۆ ﯛ ۈ ﯜ ۈ ﯝ ۇٴ ﯞ ۋ ﯟ ۋ ﯠ ۅ ﯡ ۅ ﯢ ۉ ﯣ ۉ ﯤ ې ﯥ ې ﯦ ې ﯧ ې ﯨ ی ﯩ ی ﯪ یا ﯫ یا ﯬ یە ﯭ یە ﯮ یو ﯯ یو ﯰ یۇ ' ||
        'ﯱ یۇ ﯲ یۆ ﯳ یۆ ﯴ یۈ ﯵ یۈ ﯶ یې ﯷ یې ﯸ یې ﯹ یی ﯺ یی ﯻ یی ﯼ ی ﯽ ی ﯾ ی ﯿ ی ﰀ یج ﰁ یح ﰂ یم ﰃ یی ﰄ یی ﰅ بج ﰆ بح ' ||
        'ﰇ بخ ﰈ بم ﰉ بی ﰊ بی ﰋ تج ﰌ تح ﰍ تخ ﰎ تم ﰏ تی ﰐ تی ﰑ ثج ﰒ ثم ﰓ ثی ﰔ ثی ﰕ جح ﰖ جم ﰗ حج ﰘ حم ﰙ خج ﰚ خح ﰛ خم ' ||
        'ﰜ سج ﰝ سح ﰞ سخ ﰟ سم ﰠ صح ﰡ صم ﰢ ضج ﰣ ضح ﰤ ضخ ﰥ ضم ﰦ طح ﰧ طم ﰨ ظم ﰩ عج ﰪ عم ﰫ غج ﰬ غم ﰭ فج ﰮ فح ﰯ فخ ﰰ فم ' ||
        'ﰱ فی ﰲ فی ﰳ قح ﰴ قم ﰵ قی ﰶ قی ﰷ کا ﰸ کج ﰹ کح ﰺ کخ ﰻ کل ﰼ کم ﰽ کی ﰾ کی ﰿ لج ﱀ لح ﱁ لخ ﱂ لم ﱃ لی ﱄ لی ﱅ مج ' ||
        'ﱆ مح ﱇ مخ ﱈ مم ﱉ می ﱊ می ﱋ نج ﱌ نح ﱍ نخ ﱎ نم ﱏ نی ﱐ نی ﱑ هج ﱒ هم ﱓ هی ﱔ هی ﱕ یج ﱖ یح ﱗ یخ ﱘ یم ﱙ یی ﱚ یی ' ||
        'ﱛ ذٰ ﱜ رٰ ﱝ یٰ ﱞ ٌّ ﱟ ٍّ ﱠ َّ ﱡ ُّ ﱢ ِّ ﱣ ّٰ ﱤ یر ﱥ یز ﱦ یم ﱧ ین ﱨ یی ﱩ یی ﱪ بر ﱫ بز ﱬ بم ﱭ بن ﱮ بی ﱯ بی ' ||
        'ﱰ تر ﱱ تز ﱲ تم ﱳ تن ﱴ تی ﱵ تی ﱶ ثر ﱷ ثز ﱸ ثم ﱹ ثن ﱺ ثی ﱻ ثی ﱼ فی ﱽ فی ﱾ قی ﱿ قی ﲀ کا ﲁ کل ﲂ کم ﲃ کی ﲄ کی ' ||
        'ﲅ لم ﲆ لی ﲇ لی ﲈ ما ﲉ مم ﲊ نر ﲋ نز ﲌ نم ﲍ نن ﲎ نی ﲏ نی ﲐ یٰ ﲑ یر ﲒ یز ﲓ یم ﲔ ین ﲕ یی ﲖ یی ﲗ یج ﲘ یح ﲙ یخ ' ||
        'ﲚ یم ﲛ یه ﲜ بج ﲝ بح ﲞ بخ ﲟ بم ﲠ به ﲡ تج ﲢ تح ﲣ تخ ﲤ تم ﲥ ته ﲦ ثم ﲧ جح ﲨ جم ﲩ حج ﲪ حم ﲫ خج ﲬ خم ﲭ سج ﲮ سح ' ||
        'ﲯ سخ ﲰ سم ﲱ صح ﲲ صخ ﲳ صم ﲴ ضج ﲵ ضح ﲶ ضخ ﲷ ضم ﲸ طح ﲹ ظم ﲺ عج ﲻ عم ﲼ غج ﲽ غم ﲾ فج ﲿ فح ﳀ فخ ﳁ فم ﳂ قح ﳃ قم ' ||
        'ﳄ کج ﳅ کح ﳆ کخ ﳇ کل ﳈ کم ﳉ لج ﳊ لح ﳋ لخ ﳌ لم ﳍ له ﳎ مج ﳏ مح ﳐ مخ ﳑ مم ﳒ نج ﳓ نح ﳔ نخ ﳕ نم ﳖ نه ﳗ هج ﳘ هم ' ||
        'ﳙ هٰ ﳚ یج ﳛ یح ﳜ یخ ﳝ یم ﳞ یه ﳟ یم ﳠ یه ﳡ بم ﳢ به ﳣ تم ﳤ ته ﳥ ثم ﳦ ثه ﳧ سم ﳨ سه ﳩ شم ﳪ شه ﳫ کل ﳬ کم ﳭ لم ' ||
        'ﳮ نم ﳯ نه ﳰ یم ﳱ یه ﳲ ـَّ ﳳ ـُّ ﳴ ـِّ ﳵ طی ﳶ طی ﳷ عی ﳸ عی ﳹ غی ﳺ غی ﳻ سی ﳼ سی ﳽ شی ﳾ شی ﳿ حی ﴀ حی ﴁ جی ' ||
        'ﴂ جی ﴃ خی ﴄ خی ﴅ صی ﴆ صی ﴇ ضی ﴈ ضی ﴉ شج ﴊ شح ﴋ شخ ﴌ شم ﴍ شر ﴎ سر ﴏ صر ﴐ ضر ﴑ طی ﴒ طی ﴓ عی ﴔ عی ﴕ غی ﴖ غی ' ||
        'ﴗ سی ﴘ سی ﴙ شی ﴚ شی ﴛ حی ﴜ حی ﴝ جی ﴞ جی ﴟ خی ﴠ خی ﴡ صی ﴢ صی ﴣ ضی ﴤ ضی ﴥ شج ﴦ شح ﴧ شخ ﴨ شم ﴩ شر ﴪ سر ﴫ صر ' ||
        'ﴬ ضر ﴭ شج ﴮ شح ﴯ شخ ﴰ شم ﴱ سه ﴲ شه ﴳ طم ﴴ سج ﴵ سح ﴶ سخ ﴷ شج ﴸ شح ﴹ شخ ﴺ طم ﴻ ظم ﴼ اً ﴽ اً ﵐ تجم ﵑ تحج ' ||
        'ﵒ تحج ﵓ تحم ﵔ تخم ﵕ تمج ﵖ تمح ﵗ تمخ ﵘ جمح ﵙ جمح ﵚ حمی ﵛ حمی ﵜ سحج ﵝ سجح ﵞ سجی ﵟ سمح ﵠ سمح ﵡ سمج ﵢ سمم ' ||
        'ﵣ سمم ﵤ صحح ﵥ صحح ﵦ صمم ﵧ شحم ﵨ شحم ﵩ شجی ﵪ شمخ ﵫ شمخ ﵬ شمم ﵭ شمم ﵮ ضحی ﵯ ضخم ﵰ ضخم ﵱ طمح ﵲ طمح ﵳ طمم ' ||
        'ﵴ طمی ﵵ عجم ﵶ عمم ﵷ عمم ﵸ عمی ﵹ غمم ﵺ غمی ﵻ غمی ﵼ فخم ﵽ فخم ﵾ قمح ﵿ قمم ﶀ لحم ﶁ لحی ﶂ لحی ﶃ لجج ﶄ لجج ' ||
        'ﶅ لخم ﶆ لخم ﶇ لمح ﶈ لمح ﶉ محج ﶊ محم ﶋ محی ﶌ مجح ﶍ مجم ﶎ مخج ﶏ مخم ﶒ مجخ ﶓ همج ﶔ همم ﶕ نحم ﶖ نحی ﶗ نجم ' ||
        'ﶘ نجم ﶙ نجی ﶚ نمی ﶛ نمی ﶜ یمم ﶝ یمم ﶞ بخی ﶟ تجی ﶠ تجی ﶡ تخی ﶢ تخی ﶣ تمی ﶤ تمی ﶥ جمی ﶦ جحی ﶧ جمی ﶨ سخی ' ||
        'ﶩ صحی ﶪ شحی ﶫ ضحی ﶬ لجی ﶭ لمی ﶮ یحی ﶯ یجی ﶰ یمی ﶱ ممی ﶲ قمی ﶳ نحی ﶴ قمح ﶵ لحم ﶶ عمی ﶷ کمی ﶸ نجح ﶹ مخی ' ||
        'ﶺ لجم ﶻ کمم ﶼ لجم ﶽ نجح ﶾ جحی ﶿ حجی ﷀ مجی ﷁ فمی ﷂ بحی ﷃ کمم ﷄ عجم ﷅ صمم ﷆ سخی ﷇ نجی ﷰ صلے ﷱ قلے ﷲ الله ' ||
        'ﷳ اکبر ﷴ محمد ﷵ صلعم ﷶ رسول ﷷ علیه ﷸ وسلم ﷹ صلی ﷺ صلیاللهعلیهوسلم ﷻ جلجلاله ﷼ ریال ﹰ ً ﹱ ـً ﹲ ٌ ﹴ ٍ ﹶ َ ' ||
        'ﹷ ـَ ﹸ ُ ﹹ ـُ ﹺ ِ ﹻ ـِ ﹼ ّ ﹽ ـّ ﹾ ْ ﹿ ـْ ﺀ ء ﺁ ا ﺂ ا ﺃ ا ﺄ ا ﺅ و ﺆ و ﺇ ا ﺈ ا ﺉ ی ﺊ ی ﺋ ی ﺌ ی ﺍ ا ﺎ ا ﺏ ب ' ||
        'ﺐ ب ﺑ ب ﺒ ب ﺓ ه ﺔ ه ﺕ ت ﺖ ت ﺗ ت ﺘ ت ﺙ ث ﺚ ث ﺛ ث ﺜ ث ﺝ ج ﺞ ج ﺟ ج ﺠ ج ﺡ ح ﺢ ح ﺣ ح ﺤ ح ﺥ خ ﺦ خ ﺧ خ ﺨ خ ﺩ د ' ||
        'ﺪ د ﺫ ذ ﺬ ذ ﺭ ر ﺮ ر ﺯ ز ﺰ ز ﺱ س ﺲ س ﺳ س ﺴ س ﺵ ش ﺶ ش ﺷ ش ﺸ ش ﺹ ص ﺺ ص ﺻ ص ﺼ ص ﺽ ض ﺾ ض ﺿ ض ﻀ ض ﻁ ط ﻂ ط ﻃ ط ' ||
        'ﻄ ط ﻅ ظ ﻆ ظ ﻇ ظ ﻈ ظ ﻉ ع ﻊ ع ﻋ ع ﻌ ع ﻍ غ ﻎ غ ﻏ غ ﻐ غ ﻑ ف ﻒ ف ﻓ ف ﻔ ف ﻕ ق ﻖ ق ﻗ ق ﻘ ق ﻙ ک ﻚ ک ﻛ ک ﻜ ک ﻝ ل ' ||
        'ﻞ ل ﻟ ل ﻠ ل ﻡ م ﻢ م ﻣ م ﻤ م ﻥ ن ﻦ ن ﻧ ن ﻨ ن ﻩ ه ﻪ ه ﻫ ه ﻬ ه ﻭ و ﻮ و ﻯ ی ﻰ ی ﻱ ی ﻲ ی ﻳ ی ﻴ ی ﻵ لا ﻶ لا ' ||
        'ﻷ لا ﻸ لا ﻹ لا ﻺ لا ﻻ لا ﻼ لا',
        ' '
    );
CREATE OR REPLACE MACRO unshaped(text) AS array_to_string(
    [
        coalesce(map_extract_value(map(shapes_and_letters()[1:-:2], shapes_and_letters()[2:-:2]), letter), letter)
        FOR letter IN string_split(text, '')
    ],
    ''
);

CREATE OR REPLACE MACRO folded(text) AS
    CASE WHEN has_shapes(text) THEN unshaped(unmarked(undashed(text))) ELSE unmarked(text) END;
COMMENT ON MACRO folded IS 'A text in the form in which two spellings of it are equal | متن به شکلی که دو املای آن یکی باشد';
