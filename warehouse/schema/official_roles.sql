CREATE TABLE official_roles (
    word VARCHAR PRIMARY KEY,
    note VARCHAR
);

COMMENT ON TABLE official_roles IS 'Words of an office that speaks for a public body | واژه‌های سمتی که از سوی نهادی عمومی سخن می‌گوید';
COMMENT ON COLUMN official_roles.word IS 'A word of the office | واژه‌ای از سمت';
COMMENT ON COLUMN official_roles.note IS 'Note | یادداشت';
