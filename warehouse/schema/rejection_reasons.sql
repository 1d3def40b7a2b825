CREATE TABLE rejection_reasons (
    reason VARCHAR PRIMARY KEY,
    name_fa VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL
);

COMMENT ON TABLE rejection_reasons IS 'Why a number is no claim | چرا یک عدد ادعا نیست';
COMMENT ON COLUMN rejection_reasons.reason IS 'Code | کد';
COMMENT ON COLUMN rejection_reasons.name_fa IS 'In Persian | به فارسی';
COMMENT ON COLUMN rejection_reasons.name_en IS 'In English | به انگلیسی';
