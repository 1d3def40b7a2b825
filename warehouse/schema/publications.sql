CREATE TABLE publications (
    published_at TIMESTAMP NOT NULL,
    run_id VARCHAR NOT NULL,
    table_name VARCHAR NOT NULL,
    rows BIGINT NOT NULL,
    CHECK (rows >= 0)
);

COMMENT ON TABLE publications IS 'What was published before this, and how much: growth is measured against the last of them | آنچه پیش از این منتشر شد و چه اندازه؛ رشد نسبت به واپسین آن‌ها سنجیده می‌شود';
COMMENT ON COLUMN publications.published_at IS 'When, UTC | زمان (UTC)';
COMMENT ON COLUMN publications.run_id IS 'The newest run that it held (runs.run_id); empty: none | تازه‌ترین اجرایی که در آن بود؛ خالی: هیچ';
COMMENT ON COLUMN publications.table_name IS 'Table | جدول';
COMMENT ON COLUMN publications.rows IS 'Rows that it had | سطرهای آن';
