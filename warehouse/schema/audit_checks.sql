CREATE TABLE audit_checks (
    check_code VARCHAR PRIMARY KEY,
    name_en VARCHAR NOT NULL,
    name_fa VARCHAR NOT NULL
);

COMMENT ON TABLE audit_checks IS 'What is audited | آنچه وارسی می‌شود';
COMMENT ON COLUMN audit_checks.check_code IS 'Code | کد';
COMMENT ON COLUMN audit_checks.name_en IS 'In English | به انگلیسی';
COMMENT ON COLUMN audit_checks.name_fa IS 'In Persian | به فارسی';
