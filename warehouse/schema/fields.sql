CREATE TABLE fields (
    field VARCHAR PRIMARY KEY,
    name_fa VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    icnpo_group INTEGER NOT NULL,
    icnpo_name VARCHAR NOT NULL,
    CHECK (icnpo_group BETWEEN 1 AND 12)
);

COMMENT ON TABLE fields IS 'Fields of activity | زمینه‌های فعالیت';
COMMENT ON COLUMN fields.field IS 'Code of the claim model | کد مدل ادعا';
COMMENT ON COLUMN fields.name_fa IS 'Persian name | نام فارسی';
COMMENT ON COLUMN fields.name_en IS 'English name | نام انگلیسی';
COMMENT ON COLUMN fields.icnpo_group IS 'Major group of the International Classification of Nonprofit Organizations, 1 to 12 | گروه اصلی طبقه‌بندی بین‌المللی سازمان‌های غیرانتفاعی، ۱ تا ۱۲';
COMMENT ON COLUMN fields.icnpo_name IS 'Name of that group | نام آن گروه';
