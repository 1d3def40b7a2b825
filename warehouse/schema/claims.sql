CREATE TABLE claims (
    claim_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    report_id VARCHAR NOT NULL,
    observation_id VARCHAR NOT NULL,
    published DATE,
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
    review VARCHAR,
    recorded_at TIMESTAMP NOT NULL,
    superseded_at TIMESTAMP,
    run_id VARCHAR NOT NULL,
    batch_id VARCHAR NOT NULL,
    CHECK (kind IN ('count', 'rank', 'amount', 'share', 'change', 'ratio', 'measure')),
    CHECK (bound IN ('exact', 'about', 'at_least', 'at_most', 'between')),
    CHECK (modality IN ('actual', 'target', 'negated')),
    CHECK (period_type IN ('as_of', 'year_to_date', 'year', 'month', 'day', 'range', 'since', 'future', 'unknown')),
    CHECK (status IN ('active', 'inactive', 'registered', 'licensed', 'applied', 'dissolved', 'covered')),
    CHECK (register IN ('interior', 'governorate', 'sport_youth', 'welfare', 'relief_committee', 'red_crescent', 'endowments', 'health', 'environment', 'police', 'cooperatives', 'education')),
    CHECK (review IN ('accept', 'correct')),
    CHECK (regexp_full_match(place, '[A-Z]{2}(-[0-9]{2})?')),
    CHECK ((bound = 'between') = (value_high IS NOT NULL)),
    CHECK (span_start >= 0 AND span_end > span_start)
);

COMMENT ON TABLE claims IS 'Claims: one number about one subject in one place for one period, once a report | ادعاها: یک عدد درباره یک موضوع در یک جا برای یک دوره، در هر گزارش یک بار';
COMMENT ON COLUMN claims.claim_id IS 'Hash of document, number span, kind and what sets it apart | چکیده سند، جای عدد، گونه و آنچه آن را متمایز می‌کند';
COMMENT ON COLUMN claims.document_id IS 'Document that says it first (documents.document_id); the others stand in appearances | سندی که نخست آن را گفت؛ دیگران در appearances';
COMMENT ON COLUMN claims.report_id IS 'Report (reports.report_id): the document with its copies | گزارش: سند با رونوشت‌هایش';
COMMENT ON COLUMN claims.observation_id IS 'Observation (observations.observation_id) that it is part of | مشاهده‌ای که بخشی از آن است';
COMMENT ON COLUMN claims.published IS 'Day of publication of the document, Gregorian | روز انتشار سند، میلادی';
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
COMMENT ON COLUMN claims.review IS 'accept or correct where a reviewer decided so; null where nobody did | accept یا correct اگر بازبین چنین رأی داد؛ تهی اگر کسی نگفت';
COMMENT ON COLUMN claims.recorded_at IS 'UTC time from which the row is held as it stands here | زمان (UTC) که از آن پس سطر چنین است';
COMMENT ON COLUMN claims.superseded_at IS 'UTC time from which it is held no more; null in the tables of today, set in the schema history | زمان (UTC) که از آن پس دیگر چنین نیست؛ در جدول‌های امروز تهی است و در history پر';
COMMENT ON COLUMN claims.run_id IS 'Run that brought it (runs.run_id) | اجرایی که آن را آورد';
COMMENT ON COLUMN claims.batch_id IS 'Batch that brought it (batches.batch_id) | دسته‌ای که آن را آورد';
