CREATE TABLE documents (
    document_id VARCHAR NOT NULL,
    key VARCHAR NOT NULL,
    article VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    title VARCHAR,
    text VARCHAR NOT NULL,
    published DATE,
    outlet VARCHAR,
    origin VARCHAR,
    url VARCHAR,
    lang VARCHAR,
    text_hash VARCHAR NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    superseded_at TIMESTAMP,
    run_id VARCHAR NOT NULL,
    batch_id VARCHAR NOT NULL
);

COMMENT ON TABLE documents IS 'Articles as they were read | خبرها، همان‌گونه که خوانده شد';
COMMENT ON COLUMN documents.document_id IS 'Hash of key and text | چکیده کلید و متن';
COMMENT ON COLUMN documents.key IS 'The record''s url, else its id, else the file''s stem | نشانی سند، وگرنه شناسه، وگرنه نام پرونده';
COMMENT ON COLUMN documents.article IS 'The record''s id, else the file''s stem | شناسه سند، وگرنه نام پرونده';
COMMENT ON COLUMN documents.source IS 'Where it was read from; not part of its identity | جایی که از آن خوانده شد؛ بخشی از هویت آن نیست';
COMMENT ON COLUMN documents.title IS 'Title | عنوان';
COMMENT ON COLUMN documents.text IS 'The text, unchanged | متن، بی‌تغییر';
COMMENT ON COLUMN documents.published IS 'Day of publication, Gregorian | روز انتشار، میلادی';
COMMENT ON COLUMN documents.outlet IS 'Outlet as named | رسانه، چنان که نامیده شد';
COMMENT ON COLUMN documents.origin IS 'Agency that the outlet quotes | خبرگزاری‌ای که رسانه از آن نقل می‌کند';
COMMENT ON COLUMN documents.url IS 'Address | نشانی';
COMMENT ON COLUMN documents.lang IS 'Language code, where given | کد زبان، اگر داده شده';
COMMENT ON COLUMN documents.text_hash IS 'Hash of the text alone | چکیده خود متن';
COMMENT ON COLUMN documents.recorded_at IS 'UTC time from which the row is held as it stands here | زمان (UTC) که از آن پس سطر چنین است';
COMMENT ON COLUMN documents.superseded_at IS 'UTC time from which it is held no more; null in the tables of today, set in the schema history | زمان (UTC) که از آن پس دیگر چنین نیست؛ در جدول‌های امروز تهی است و در history پر';
COMMENT ON COLUMN documents.run_id IS 'Run that brought it (runs.run_id) | اجرایی که آن را آورد';
COMMENT ON COLUMN documents.batch_id IS 'Batch that brought it (batches.batch_id) | دسته‌ای که آن را آورد';
