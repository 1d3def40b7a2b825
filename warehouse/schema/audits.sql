CREATE TABLE audits (
    audit_id VARCHAR NOT NULL,
    check_code VARCHAR NOT NULL,
    verdict VARCHAR NOT NULL,
    claim_id VARCHAR NOT NULL,
    claim_ids VARCHAR[] NOT NULL,
    subject VARCHAR NOT NULL,
    place VARCHAR NOT NULL,
    reported DATE,
    expected DECIMAL(38, 6),
    found DECIMAL(38, 6),
    tolerance DECIMAL(38, 6),
    note VARCHAR,
    recorded_at TIMESTAMP NOT NULL,
    superseded_at TIMESTAMP,
    CHECK (verdict IN ('holds', 'fails', 'cannot_tell'))
);

COMMENT ON TABLE audits IS 'Arithmetic audits: what numbers that belong together say of each other | وارسی‌های حسابی: عددهایی که به هم وابسته‌اند درباره یکدیگر چه می‌گویند';
COMMENT ON COLUMN audits.audit_id IS 'Hash of check and claims | چکیده وارسی و ادعاها';
COMMENT ON COLUMN audits.check_code IS 'Which check (audit_checks.check_code) | کدام وارسی';
COMMENT ON COLUMN audits.verdict IS 'holds, fails or cannot_tell | می‌خواند، نمی‌خواند یا نمی‌توان گفت';
COMMENT ON COLUMN audits.claim_id IS 'The claim that is audited (claims.claim_id) | ادعایی که وارسی می‌شود';
COMMENT ON COLUMN audits.claim_ids IS 'Claims that it looks at; the one that is audited first (claims.claim_id) | ادعاهایی که می‌نگرد؛ نخست آن که وارسی می‌شود';
COMMENT ON COLUMN audits.subject IS 'Subject of the audited claim | موضوع ادعای وارسی‌شده';
COMMENT ON COLUMN audits.place IS 'Its place | جای آن';
COMMENT ON COLUMN audits.reported IS 'Day on which it was published | روز انتشار آن';
COMMENT ON COLUMN audits.expected IS 'What the other numbers make of it | آنچه از عددهای دیگر برمی‌آید';
COMMENT ON COLUMN audits.found IS 'What is said | آنچه گفته شد';
COMMENT ON COLUMN audits.tolerance IS 'How far apart the two may be | فاصله رواداشته میان آن دو';
COMMENT ON COLUMN audits.note IS 'What cannot be told, or where the other number is from | چرا نمی‌توان گفت، یا عدد دیگر از کجاست';
COMMENT ON COLUMN audits.recorded_at IS 'UTC time from which the row is held as it stands here | زمان (UTC) که از آن پس سطر چنین است';
COMMENT ON COLUMN audits.superseded_at IS 'UTC time from which it is held no more; null in the tables of today, set in the schema history | زمان (UTC) که از آن پس دیگر چنین نیست؛ در جدول‌های امروز تهی است و در history پر';
