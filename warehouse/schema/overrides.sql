CREATE TABLE overrides (
    run_id VARCHAR NOT NULL,
    check_name VARCHAR NOT NULL,
    offending BIGINT NOT NULL,
    reason VARCHAR NOT NULL,
    recorded_at TIMESTAMP NOT NULL
);

COMMENT ON TABLE overrides IS 'Publications that went out although a check failed, and why | انتشارهایی که با وجود شکست آزمون انجام شد، و چرا';
COMMENT ON COLUMN overrides.run_id IS 'Run (runs.run_id) | اجرا';
COMMENT ON COLUMN overrides.check_name IS 'Check that failed | آزمونی که شکست خورد';
COMMENT ON COLUMN overrides.offending IS 'Rows that offended it | سطرهای ناسازگار';
COMMENT ON COLUMN overrides.reason IS 'Why it was overridden | چرا نادیده گرفته شد';
COMMENT ON COLUMN overrides.recorded_at IS 'When, UTC | زمان (UTC)';
