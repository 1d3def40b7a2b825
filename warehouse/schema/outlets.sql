CREATE TABLE outlets (
    outlet VARCHAR PRIMARY KEY,
    domain VARCHAR,
    domain_aliases VARCHAR,
    name_fa VARCHAR,
    name_en VARCHAR,
    kind VARCHAR,
    province VARCHAR
);

COMMENT ON TABLE outlets IS 'News outlets | رسانه‌ها';
COMMENT ON COLUMN outlets.outlet IS 'Short code | کد کوتاه';
COMMENT ON COLUMN outlets.domain IS 'Web domain | دامنه وب';
COMMENT ON COLUMN outlets.domain_aliases IS 'Other domains, joined by | | دامنه‌های دیگر با | میانشان';
COMMENT ON COLUMN outlets.name_fa IS 'Persian name | نام فارسی';
COMMENT ON COLUMN outlets.name_en IS 'English name | نام انگلیسی';
COMMENT ON COLUMN outlets.kind IS 'Kind of outlet | گونه رسانه';
COMMENT ON COLUMN outlets.province IS 'Province of a provincial outlet | استان رسانه استانی';
