CREATE TABLE contradiction_reasons (
    reason VARCHAR PRIMARY KEY,
    name_en VARCHAR NOT NULL,
    name_fa VARCHAR NOT NULL
);

COMMENT ON TABLE contradiction_reasons IS 'Why two observations may not fit | چرا دو مشاهده نمی‌خوانند';
COMMENT ON COLUMN contradiction_reasons.reason IS 'Code | کد';
COMMENT ON COLUMN contradiction_reasons.name_en IS 'In English | به انگلیسی';
COMMENT ON COLUMN contradiction_reasons.name_fa IS 'In Persian | به فارسی';
