CREATE TABLE counties (
    county_code VARCHAR PRIMARY KEY,
    name_fa VARCHAR NOT NULL,
    name_en VARCHAR,
    province VARCHAR NOT NULL
);

COMMENT ON TABLE counties IS 'Counties with their province | شهرستان‌ها با استانشان';
COMMENT ON COLUMN counties.county_code IS 'Code of the Statistical Centre of Iran | کد مرکز آمار ایران';
COMMENT ON COLUMN counties.name_fa IS 'Persian name | نام فارسی';
COMMENT ON COLUMN counties.name_en IS 'English name, where known | نام انگلیسی، اگر معلوم باشد';
COMMENT ON COLUMN counties.province IS 'Province (provinces.province) | استان';
