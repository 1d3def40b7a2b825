CREATE TABLE claims (
    claim_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    rule VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    value DECIMAL(38, 6) NOT NULL,
    value_high DECIMAL(38, 6),
    unit VARCHAR NOT NULL,
    bound VARCHAR NOT NULL,
    place VARCHAR NOT NULL,
    locality VARCHAR,
    period_type VARCHAR NOT NULL,
    period_start DATE,
    period_end DATE,
    status VARCHAR,
    field VARCHAR,
    scope VARCHAR,
    rank_by VARCHAR,
    modality VARCHAR NOT NULL,
    speaker VARCHAR,
    speaker_role VARCHAR,
    register VARCHAR,
    evidence VARCHAR NOT NULL,
    number_text VARCHAR NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    run_id VARCHAR NOT NULL,
    batch_id VARCHAR NOT NULL,
    CHECK (kind IN ('count', 'rank', 'amount', 'share', 'change', 'ratio', 'measure')),
    CHECK (bound IN ('exact', 'about', 'at_least', 'at_most', 'between')),
    CHECK (modality IN ('actual', 'target', 'negated')),
    CHECK (period_type IN ('as_of', 'year_to_date', 'year', 'month', 'day', 'range', 'since', 'future', 'unknown')),
    CHECK (status IN ('active', 'inactive', 'registered', 'licensed', 'applied', 'dissolved', 'covered')),
    CHECK (register IN ('interior', 'governorate', 'sport_youth', 'welfare', 'relief_committee', 'red_crescent', 'endowments', 'health', 'environment', 'police', 'cooperatives', 'education')),
    CHECK (regexp_full_match(place, '[A-Z]{2}(-[0-9]{2})?')),
    CHECK ((bound = 'between') = (value_high IS NOT NULL)),
    CHECK (span_start >= 0 AND span_end > span_start)
);

COMMENT ON TABLE claims IS 'Claims: one number about one subject in one place for one period | ادعاها: یک عدد درباره یک موضوع در یک جا برای یک دوره';
COMMENT ON COLUMN claims.claim_id IS 'Hash of document, number span, kind and what sets it apart | چکیده سند، جای عدد، گونه و آنچه آن را متمایز می‌کند';
COMMENT ON COLUMN claims.document_id IS 'Document (documents.document_id) | سند';
COMMENT ON COLUMN claims.rule IS 'Rule that made the claim | قاعده‌ای که ادعا را ساخت';
COMMENT ON COLUMN claims.kind IS 'count, rank, amount, share, change, ratio or measure | شمار، رتبه، مبلغ، سهم، تغییر، نسبت یا سنجه';
COMMENT ON COLUMN claims.subject IS 'What is counted, ranked or paid (subjects.subject) | آنچه شمرده، رتبه‌بندی یا پرداخت می‌شود';
COMMENT ON COLUMN claims.value IS 'The number in the unit; the lower end where bound is between | عدد در واحد؛ کران پایین اگر bound برابر between باشد';
COMMENT ON COLUMN claims.value_high IS 'The upper end where bound is between | کران بالا اگر bound برابر between باشد';
COMMENT ON COLUMN claims.unit IS 'item, position, IRR (or ISO 4217), percent, factor, person_per_item, or a UCUM code | item، position، IRR (یا ISO 4217)، percent، factor، person_per_item یا کد UCUM';
COMMENT ON COLUMN claims.bound IS 'exact, about, at_least, at_most or between | دقیق، حدود، دست‌کم، دست‌بالا یا میان دو عدد';
COMMENT ON COLUMN claims.place IS 'IR, ISO 3166-2 of a province, ISO 3166-1 of another country, XW for the world | IR، کد استان، کد کشور دیگر، XW برای جهان';
COMMENT ON COLUMN claims.locality IS 'County, city or district, where less than a province | شهرستان، شهر یا بخش، اگر کوچک‌تر از استان است';
COMMENT ON COLUMN claims.period_type IS 'as_of, year_to_date, year, month, day, range, since, future or unknown | وضعیت در روز، از آغاز سال، سال، ماه، روز، بازه، از آن هنگام، آینده یا نامعلوم';
COMMENT ON COLUMN claims.period_start IS 'First day, Gregorian | نخستین روز، میلادی';
COMMENT ON COLUMN claims.period_end IS 'Last day, Gregorian, inclusive | واپسین روز، میلادی، با خود آن روز';
COMMENT ON COLUMN claims.status IS 'Status that the text gives | وضعیتی که متن می‌گوید';
COMMENT ON COLUMN claims.field IS 'Field of activity (fields.field) | زمینه فعالیت';
COMMENT ON COLUMN claims.scope IS 'Rank: among whom (IR, a province, world); share: of what whole | رتبه: در میان که؛ سهم: از چه کلی';
COMMENT ON COLUMN claims.rank_by IS 'Rank: by what measure | رتبه: بر پایه چه سنجه‌ای';
COMMENT ON COLUMN claims.modality IS 'actual, target or negated | واقعی، هدف یا نفی‌شده';
COMMENT ON COLUMN claims.speaker IS 'Who said so, without titles | گوینده، بی‌لقب';
COMMENT ON COLUMN claims.speaker_role IS 'Their office | سمت گوینده';
COMMENT ON COLUMN claims.register IS 'Who keeps the register or gave the licence | دارنده دفتر ثبت یا دهنده مجوز';
COMMENT ON COLUMN claims.evidence IS 'The shortest run of the text that holds number and noun | کوتاه‌ترین پاره متن با عدد و اسم';
COMMENT ON COLUMN claims.number_text IS 'The number as it stands in the text | عدد، همان‌گونه که در متن است';
COMMENT ON COLUMN claims.span_start IS 'Where it begins, in code points from 0 | جای آغاز، به نقطه‌کد از صفر';
COMMENT ON COLUMN claims.span_end IS 'Where it ends, exclusive | جای پایان، بی خود آن';
COMMENT ON COLUMN claims.recorded_at IS 'UTC time of the batch that first brought the row as it is now | زمان (UTC) دسته‌ای که این سطر را به شکل کنونی آورد';
COMMENT ON COLUMN claims.run_id IS 'Run that brought it (runs.run_id) | اجرایی که آن را آورد';
COMMENT ON COLUMN claims.batch_id IS 'Batch that brought it (batches.batch_id) | دسته‌ای که آن را آورد';
