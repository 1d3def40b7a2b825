CREATE TABLE runs (
    run_id VARCHAR NOT NULL,
    started_at TIMESTAMP NOT NULL,
    ended_at TIMESTAMP,
    outcome VARCHAR NOT NULL,
    documents BIGINT NOT NULL,
    unchanged BIGINT NOT NULL,
    dropped BIGINT NOT NULL,
    claims BIGINT NOT NULL,
    rejections BIGINT NOT NULL,
    quarantined BIGINT NOT NULL,
    CHECK (outcome IN ('running', 'done', 'held_back', 'failed')),
    CHECK (unchanged + dropped <= documents)
);

COMMENT ON TABLE runs IS 'Runs of the main job | اجراهای کار اصلی';
COMMENT ON COLUMN runs.run_id IS 'Id of the run | شناسه اجرا';
COMMENT ON COLUMN runs.started_at IS 'Start, UTC | آغاز (UTC)';
COMMENT ON COLUMN runs.ended_at IS 'End, UTC; null while it runs or where it was killed | پایان (UTC)؛ تهی تا هنگامی که در جریان است یا اگر ناگهان قطع شد';
COMMENT ON COLUMN runs.outcome IS 'running, done, held_back (a check failed, nothing published) or failed | در جریان، انجام‌شده، نگه‌داشته (آزمونی شکست خورد و چیزی منتشر نشد) یا ناکام';
COMMENT ON COLUMN runs.documents IS 'Documents seen: unchanged, dropped and read | سندهای دیده‌شده: بی‌تغییر، کنارگذاشته و خوانده';
COMMENT ON COLUMN runs.unchanged IS 'Of them, read before with the same text under the same rules | از آن‌ها، پیش‌تر با همین متن و همین قاعده‌ها خوانده‌شده';
COMMENT ON COLUMN runs.dropped IS 'Of them, ended by the cheap look: no civil-society word near a number | از آن‌ها، کنارگذاشته در نگاه نخست';
COMMENT ON COLUMN runs.claims IS 'Claims read | ادعاهای خوانده‌شده';
COMMENT ON COLUMN runs.rejections IS 'Numbers rejected | عددهای ردشده';
COMMENT ON COLUMN runs.quarantined IS 'Inputs that could not be read | ورودی‌هایی که خوانده نشد';
