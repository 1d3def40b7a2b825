CREATE TABLE subjects (
    subject VARCHAR PRIMARY KEY,
    name_fa VARCHAR NOT NULL,
    name_en VARCHAR NOT NULL,
    subject_group VARCHAR NOT NULL,
    CHECK (subject_group IN ('organisation', 'people', 'doing', 'money', 'other'))
);

COMMENT ON TABLE subjects IS 'Subjects: what is counted, ranked or paid | موضوع‌ها: آنچه شمرده، رتبه‌بندی یا پرداخت می‌شود';
COMMENT ON COLUMN subjects.subject IS 'Code of the claim model | کد مدل ادعا';
COMMENT ON COLUMN subjects.name_fa IS 'Persian name | نام فارسی';
COMMENT ON COLUMN subjects.name_en IS 'English name | نام انگلیسی';
COMMENT ON COLUMN subjects.subject_group IS 'Group: organisation, people, doing, money, other | گروه: سازمان، مردم، کار، پول، دیگر';
