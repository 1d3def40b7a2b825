CREATE TABLE quarantine (
    quarantine_id VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    detail VARCHAR NOT NULL,
    sample VARCHAR NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    run_id VARCHAR NOT NULL,
    batch_id VARCHAR NOT NULL
);

COMMENT ON TABLE quarantine IS 'Input that could not be read | ورودی‌هایی که خوانده نشد';
COMMENT ON COLUMN quarantine.quarantine_id IS 'Hash of source, reason, detail and sample | چکیده منبع، دلیل، شرح و نمونه';
COMMENT ON COLUMN quarantine.source IS 'Where it stands: a path, with the line for JSONL | جای آن: مسیر، با شماره سطر در JSONL';
COMMENT ON COLUMN quarantine.reason IS 'Short code of the reason | کد کوتاه دلیل';
COMMENT ON COLUMN quarantine.detail IS 'What is wrong and what to do | چه نادرست است و چه باید کرد';
COMMENT ON COLUMN quarantine.sample IS 'The first characters | نخستین نویسه‌ها';
COMMENT ON COLUMN quarantine.recorded_at IS 'UTC time of the batch that first brought the row as it is now | زمان (UTC) دسته‌ای که این سطر را به شکل کنونی آورد';
COMMENT ON COLUMN quarantine.run_id IS 'Run that brought it (runs.run_id) | اجرایی که آن را آورد';
COMMENT ON COLUMN quarantine.batch_id IS 'Batch that brought it (batches.batch_id) | دسته‌ای که آن را آورد';
