CREATE TABLE cities (
    name_fa VARCHAR NOT NULL,
    name_en VARCHAR,
    province VARCHAR NOT NULL,
    PRIMARY KEY (name_fa, province)
);

COMMENT ON TABLE cities IS 'Cities with their province; some names stand in more than one | شهرها با استانشان؛ برخی نام‌ها در بیش از یک استان است';
COMMENT ON COLUMN cities.name_fa IS 'Persian name | نام فارسی';
COMMENT ON COLUMN cities.name_en IS 'English name, where known | نام انگلیسی، اگر معلوم باشد';
COMMENT ON COLUMN cities.province IS 'Province (provinces.province) | استان';
