CREATE TABLE reviews (
    review_id VARCHAR NOT NULL,
    claim_id VARCHAR NOT NULL,
    document_key VARCHAR NOT NULL,
    text_hash VARCHAR NOT NULL,
    decision VARCHAR NOT NULL,
    corrections JSON,
    reason VARCHAR NOT NULL,
    reviewer VARCHAR,
    decided_at TIMESTAMP NOT NULL,
    CHECK (decision IN ('accept', 'correct', 'reject'))
);

COMMENT ON TABLE reviews IS 'What reviewers decided, as the files in reviews/ say | رأی بازبینان، چنان که در پرونده‌های reviews آمده';
COMMENT ON COLUMN reviews.review_id IS 'Hash of the decision | چکیده رأی';
COMMENT ON COLUMN reviews.claim_id IS 'Claim that it is about, as the document gives it (appearances.appearance_id) | ادعایی که درباره آن است';
COMMENT ON COLUMN reviews.document_key IS 'Key of its document (documents.key) | کلید سندش';
COMMENT ON COLUMN reviews.text_hash IS 'Hash of the text that was looked at (documents.text_hash) | چکیده متنی که دیده شد';
COMMENT ON COLUMN reviews.decision IS 'accept, correct or reject | پذیرش، اصلاح یا رد';
COMMENT ON COLUMN reviews.corrections IS 'correct: the fields and what they should be | اصلاح: فیلدها و مقدار درستشان';
COMMENT ON COLUMN reviews.reason IS 'Why, in the reviewer''s words | چرا، به گفته بازبین';
COMMENT ON COLUMN reviews.reviewer IS 'Who decided | چه کسی رأی داد';
COMMENT ON COLUMN reviews.decided_at IS 'When it was imported, UTC | زمان واردکردن (UTC)';
