CREATE TABLE series (
    point_id VARCHAR NOT NULL,
    series_id VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    unit VARCHAR NOT NULL,
    field VARCHAR,
    status VARCHAR,
    scope VARCHAR,
    rank_by VARCHAR,
    place VARCHAR NOT NULL,
    locality VARCHAR,
    modality VARCHAR NOT NULL,
    period_type VARCHAR NOT NULL,
    period_start DATE,
    period_end DATE,
    register VARCHAR,
    official BOOLEAN NOT NULL,
    value DECIMAL(38, 6) NOT NULL,
    bound VARCHAR NOT NULL,
    low DECIMAL(38, 6),
    high DECIMAL(38, 6),
    agreement VARCHAR NOT NULL,
    observations BIGINT NOT NULL,
    reports BIGINT NOT NULL,
    outlets BIGINT NOT NULL,
    first_reported DATE,
    last_reported DATE,
    observation_id VARCHAR NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    superseded_at TIMESTAMP,
    CHECK (agreement IN ('one', 'agreed', 'contested', 'undated'))
);

COMMENT ON TABLE series IS 'Series: for each indicator, place and period the best value, by the rule of docs/method.md | سری‌ها: برای هر شاخص، جا و دوره بهترین مقدار، به قاعده docs/method.md';
COMMENT ON COLUMN series.point_id IS 'Hash of series and period | چکیده سری و دوره';
COMMENT ON COLUMN series.series_id IS 'Hash of indicator and place | چکیده شاخص و جا';
COMMENT ON COLUMN series.kind IS 'Kind of claim (claims.kind) | گونه';
COMMENT ON COLUMN series.subject IS 'Subject (subjects.subject) | موضوع';
COMMENT ON COLUMN series.unit IS 'Unit (claims.unit) | واحد';
COMMENT ON COLUMN series.field IS 'Field of activity (fields.field) | زمینه فعالیت';
COMMENT ON COLUMN series.status IS 'Status that the texts give | وضعیت در متن‌ها';
COMMENT ON COLUMN series.scope IS 'Rank: among whom; share: of what whole | رتبه: در میان که؛ سهم: از چه کلی';
COMMENT ON COLUMN series.rank_by IS 'Rank: by what measure | رتبه: بر پایه چه سنجه‌ای';
COMMENT ON COLUMN series.place IS 'IR, province, country or XW (claims.place) | ایران، استان، کشور یا جهان';
COMMENT ON COLUMN series.locality IS 'County, city or district, where less than a province | شهرستان، شهر یا بخش';
COMMENT ON COLUMN series.modality IS 'actual, target or negated | واقعی، هدف یا نفی‌شده';
COMMENT ON COLUMN series.period_type IS 'Kind of period (claims.period_type) | گونه دوره';
COMMENT ON COLUMN series.period_start IS 'First day, Gregorian | نخستین روز، میلادی';
COMMENT ON COLUMN series.period_end IS 'Last day, Gregorian, inclusive | واپسین روز، میلادی، با خود آن روز';
COMMENT ON COLUMN series.register IS 'Register of the best observation | دفتر ثبت بهترین مشاهده';
COMMENT ON COLUMN series.official IS 'Whether the best observation is an official''s | آیا بهترین مشاهده سخن مقامی رسمی است';
COMMENT ON COLUMN series.value IS 'The best value | بهترین مقدار';
COMMENT ON COLUMN series.bound IS 'Its bound | کران آن';
COMMENT ON COLUMN series.low IS 'Lowest number that all observations allow, of one speaker in one report the largest; where they do not agree, the lowest that any gives | کمترین عددی که همه مشاهده‌ها (از هر گوینده در هر گزارش، بزرگ‌ترین) روا می‌دارند؛ اگر نخوانند، کمترین آن‌ها';
COMMENT ON COLUMN series.high IS 'Highest number, likewise | بیشترین عدد، به همان گونه';
COMMENT ON COLUMN series.agreement IS 'one (observation, beside smaller ones of the same report), agreed (all can hold), contested, or undated: of no known time, so that nothing can be compared | یک مشاهده (و کوچک‌ترهای همان گزارش)، هم‌خوان، مناقشه‌ای یا بی‌زمان که سنجیدنی نیست';
COMMENT ON COLUMN series.observations IS 'Observations of this point | مشاهده‌های این نقطه';
COMMENT ON COLUMN series.reports IS 'Reports that say so, copies not counted | گزارش‌هایی که چنین می‌گویند، بی رونوشت‌ها';
COMMENT ON COLUMN series.outlets IS 'Outlets that carry it, copies too | رسانه‌هایی که آن را آورده‌اند، رونوشت‌ها نیز';
COMMENT ON COLUMN series.first_reported IS 'First day on which it was published | نخستین روز انتشار';
COMMENT ON COLUMN series.last_reported IS 'Last day | واپسین روز';
COMMENT ON COLUMN series.observation_id IS 'The best observation (observations.observation_id) | بهترین مشاهده';
COMMENT ON COLUMN series.recorded_at IS 'UTC time from which the row is held as it stands here | زمان (UTC) که از آن پس سطر چنین است';
COMMENT ON COLUMN series.superseded_at IS 'UTC time from which it is held no more; null in the tables of today, set in the schema history | زمان (UTC) که از آن پس دیگر چنین نیست؛ در جدول‌های امروز تهی است و در history پر';
