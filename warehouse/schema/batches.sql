CREATE TABLE batches (
    batch_id VARCHAR NOT NULL,
    run_id VARCHAR NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    fingerprint VARCHAR NOT NULL,
    documents BIGINT NOT NULL,
    dropped BIGINT NOT NULL,
    claims BIGINT NOT NULL,
    rejections BIGINT NOT NULL,
    quarantined BIGINT NOT NULL
);

COMMENT ON TABLE batches IS 'Batches of the journal that are loaded, each in whole | دسته‌های بارشده دفتر، هر یک یک‌جا';
COMMENT ON COLUMN batches.batch_id IS 'Id; sorts in the order of writing | شناسه؛ به ترتیب نوشتن مرتب می‌شود';
COMMENT ON COLUMN batches.run_id IS 'Run that wrote it | اجرایی که آن را نوشت';
COMMENT ON COLUMN batches.recorded_at IS 'When it was written, UTC | زمان نوشتن (UTC)';
COMMENT ON COLUMN batches.fingerprint IS 'Hash of the rules and words it was read with | چکیده قاعده‌ها و واژه‌هایی که با آن خوانده شد';
COMMENT ON COLUMN batches.documents IS 'Documents read, the dropped ones too | سندهای خوانده‌شده، کنارگذاشته‌ها نیز';
COMMENT ON COLUMN batches.dropped IS 'Documents dropped | سندهای کنارگذاشته';
COMMENT ON COLUMN batches.claims IS 'Claims | ادعاها';
COMMENT ON COLUMN batches.rejections IS 'Rejections | ردها';
COMMENT ON COLUMN batches.quarantined IS 'Inputs in quarantine | ورودی‌های قرنطینه';
