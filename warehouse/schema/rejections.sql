CREATE TABLE rejections (
    rejection_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    number_text VARCHAR NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    reason VARCHAR NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    superseded_at TIMESTAMP,
    run_id VARCHAR NOT NULL,
    batch_id VARCHAR NOT NULL
);

COMMENT ON TABLE rejections IS 'Candidate numbers that are no claims, with the reason | عددهایی که ادعا نیستند، با دلیل';
COMMENT ON COLUMN rejections.rejection_id IS 'Hash of document and span | چکیده سند و جا';
COMMENT ON COLUMN rejections.document_id IS 'Document (documents.document_id) | سند';
COMMENT ON COLUMN rejections.number_text IS 'The number as it stands | عدد، همان‌گونه که هست';
COMMENT ON COLUMN rejections.span_start IS 'Where it begins, in code points | جای آغاز، به نقطه‌کد';
COMMENT ON COLUMN rejections.span_end IS 'Where it ends, exclusive | جای پایان، بی خود آن';
COMMENT ON COLUMN rejections.reason IS 'Why (rejection_reasons.reason) | دلیل';
COMMENT ON COLUMN rejections.recorded_at IS 'UTC time from which the row is held as it stands here | زمان (UTC) که از آن پس سطر چنین است';
COMMENT ON COLUMN rejections.superseded_at IS 'UTC time from which it is held no more; null in the tables of today, set in the schema history | زمان (UTC) که از آن پس دیگر چنین نیست؛ در جدول‌های امروز تهی است و در history پر';
COMMENT ON COLUMN rejections.run_id IS 'Run that brought it (runs.run_id) | اجرایی که آن را آورد';
COMMENT ON COLUMN rejections.batch_id IS 'Batch that brought it (batches.batch_id) | دسته‌ای که آن را آورد';
