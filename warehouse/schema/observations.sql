CREATE TABLE observations (
    observation_id VARCHAR NOT NULL,
    point_id VARCHAR NOT NULL,
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
    speaker VARCHAR,
    speaker_role VARCHAR,
    official BOOLEAN NOT NULL,
    value DECIMAL(38, 6) NOT NULL,
    bound VARCHAR NOT NULL,
    low DECIMAL(38, 6),
    high DECIMAL(38, 6),
    claims BIGINT NOT NULL,
    reports BIGINT NOT NULL,
    outlets BIGINT NOT NULL,
    first_reported DATE,
    last_reported DATE,
    claim_id VARCHAR NOT NULL,
    evidence VARCHAR NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    superseded_at TIMESTAMP
);

COMMENT ON TABLE observations IS 'Observations: what claims of one number, thing, place, period and speaker say together | مشاهده‌ها: آنچه ادعاهای یک عدد، یک چیز، یک جا، یک دوره و یک گوینده با هم می‌گویند';
COMMENT ON COLUMN observations.observation_id IS 'Hash of the number and of all that says what it is of | چکیده عدد و هرآنچه می‌گوید عددِ چیست';
COMMENT ON COLUMN observations.point_id IS 'Point of the series (series.point_id) that it speaks of | نقطه‌ای از سری که درباره آن است';
COMMENT ON COLUMN observations.kind IS 'Kind of claim (claims.kind) | گونه';
COMMENT ON COLUMN observations.subject IS 'Subject (subjects.subject) | موضوع';
COMMENT ON COLUMN observations.unit IS 'Unit (claims.unit) | واحد';
COMMENT ON COLUMN observations.field IS 'Field of activity (fields.field) | زمینه فعالیت';
COMMENT ON COLUMN observations.status IS 'Status that the texts give | وضعیت در متن‌ها';
COMMENT ON COLUMN observations.scope IS 'Rank: among whom; share: of what whole | رتبه: در میان که؛ سهم: از چه کلی';
COMMENT ON COLUMN observations.rank_by IS 'Rank: by what measure | رتبه: بر پایه چه سنجه‌ای';
COMMENT ON COLUMN observations.place IS 'IR, province, country or XW (claims.place) | ایران، استان، کشور یا جهان';
COMMENT ON COLUMN observations.locality IS 'County, city or district, where less than a province | شهرستان، شهر یا بخش';
COMMENT ON COLUMN observations.modality IS 'actual, target or negated | واقعی، هدف یا نفی‌شده';
COMMENT ON COLUMN observations.period_type IS 'Kind of period (claims.period_type) | گونه دوره';
COMMENT ON COLUMN observations.period_start IS 'First day, Gregorian | نخستین روز، میلادی';
COMMENT ON COLUMN observations.period_end IS 'Last day, Gregorian, inclusive | واپسین روز، میلادی، با خود آن روز';
COMMENT ON COLUMN observations.register IS 'Who keeps the register or gave the licence | دارنده دفتر ثبت یا دهنده مجوز';
COMMENT ON COLUMN observations.speaker IS 'Who said so, without titles | گوینده، بی‌لقب';
COMMENT ON COLUMN observations.speaker_role IS 'Their office | سمت گوینده';
COMMENT ON COLUMN observations.official IS 'Whether an official is named as saying so (official_roles) | آیا مقامی رسمی گوینده آن است';
COMMENT ON COLUMN observations.value IS 'The number in the unit; the lower end where bound is between | عدد در واحد؛ کران پایین اگر bound برابر between باشد';
COMMENT ON COLUMN observations.bound IS 'The closest bound that a claim gives it: exact, between, about, at_least or at_most | دقیق‌ترین کرانی که ادعایی به آن می‌دهد';
COMMENT ON COLUMN observations.low IS 'Lowest number that all of its claims allow; null: none | کمترین عددی که همه ادعاهایش روا می‌دارند؛ تهی: بی‌کران';
COMMENT ON COLUMN observations.high IS 'Highest number that all of its claims allow; null: none | بیشترین عددی که همه ادعاهایش روا می‌دارند؛ تهی: بی‌کران';
COMMENT ON COLUMN observations.claims IS 'Claims that it is made of | ادعاهایی که از آن‌ها ساخته شد';
COMMENT ON COLUMN observations.reports IS 'Reports that say so, copies not counted | گزارش‌هایی که چنین می‌گویند، بی رونوشت‌ها';
COMMENT ON COLUMN observations.outlets IS 'Outlets that carry it, copies too | رسانه‌هایی که آن را آورده‌اند، رونوشت‌ها نیز';
COMMENT ON COLUMN observations.first_reported IS 'First day on which it was published | نخستین روز انتشار';
COMMENT ON COLUMN observations.last_reported IS 'Last day | واپسین روز';
COMMENT ON COLUMN observations.claim_id IS 'The claim with the best evidence (claims.claim_id) | ادعایی با بهترین گواه';
COMMENT ON COLUMN observations.evidence IS 'Its evidence | گواه آن';
COMMENT ON COLUMN observations.recorded_at IS 'UTC time from which the row is held as it stands here | زمان (UTC) که از آن پس سطر چنین است';
COMMENT ON COLUMN observations.superseded_at IS 'UTC time from which it is held no more; null in the tables of today, set in the schema history | زمان (UTC) که از آن پس دیگر چنین نیست؛ در جدول‌های امروز تهی است و در history پر';
