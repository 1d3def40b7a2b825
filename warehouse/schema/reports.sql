CREATE TABLE reports (
    report_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    title VARCHAR,
    outlet VARCHAR,
    origin VARCHAR,
    first_published DATE,
    last_published DATE,
    documents BIGINT NOT NULL,
    outlets BIGINT NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    superseded_at TIMESTAMP,
    CHECK (documents > 0)
);

COMMENT ON TABLE reports IS 'Reports: a text with its copies on other sites, once | گزارش‌ها: هر متن با رونوشت‌هایش در رسانه‌های دیگر، یک بار';
COMMENT ON COLUMN reports.report_id IS 'The smallest document_id of its documents | کوچک‌ترین شناسه سندهایش';
COMMENT ON COLUMN reports.document_id IS 'The document that stands for it: the one that copies no other (documents.document_id) | سندی که نماینده آن است: آن که از دیگری برنداشته';
COMMENT ON COLUMN reports.title IS 'Its title | عنوان آن';
COMMENT ON COLUMN reports.outlet IS 'Its outlet | رسانه آن';
COMMENT ON COLUMN reports.origin IS 'Agency that it quotes | خبرگزاری‌ای که از آن نقل می‌کند';
COMMENT ON COLUMN reports.first_published IS 'First day of publication among the documents | نخستین روز انتشار در میان سندها';
COMMENT ON COLUMN reports.last_published IS 'Last day | واپسین روز';
COMMENT ON COLUMN reports.documents IS 'Documents: the text and its copies | سندها: متن و رونوشت‌هایش';
COMMENT ON COLUMN reports.outlets IS 'Outlets among them | رسانه‌های آن‌ها';
COMMENT ON COLUMN reports.recorded_at IS 'UTC time from which the row is held as it stands here | زمان (UTC) که از آن پس سطر چنین است';
COMMENT ON COLUMN reports.superseded_at IS 'UTC time from which it is held no more; null in the tables of today, set in the schema history | زمان (UTC) که از آن پس دیگر چنین نیست؛ در جدول‌های امروز تهی است و در history پر';
