CREATE TABLE provinces (
    province VARCHAR PRIMARY KEY,
    sci_code VARCHAR NOT NULL,
    former_code VARCHAR,
    name_fa VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    capital_fa VARCHAR NOT NULL,
    capital_en VARCHAR NOT NULL,
    CHECK (regexp_full_match(province, 'IR-[0-9]{2}'))
);

COMMENT ON TABLE provinces IS 'The 31 provinces of Iran | ۳۱ استان ایران';
COMMENT ON COLUMN provinces.province IS 'ISO 3166-2 code since 24 November 2020 | کد ISO 3166-2 از ۲۴ نوامبر ۲۰۲۰';
COMMENT ON COLUMN provinces.sci_code IS 'Code of the Statistical Centre of Iran | کد مرکز آمار ایران';
COMMENT ON COLUMN provinces.former_code IS 'ISO 3166-2 code before 24 November 2020 | کد ISO 3166-2 پیش از ۲۴ نوامبر ۲۰۲۰';
COMMENT ON COLUMN provinces.name_fa IS 'Persian name | نام فارسی';
COMMENT ON COLUMN provinces.name_en IS 'English name | نام انگلیسی';
COMMENT ON COLUMN provinces.capital_fa IS 'Capital in Persian | مرکز استان به فارسی';
COMMENT ON COLUMN provinces.capital_en IS 'Capital in English | مرکز استان به انگلیسی';
