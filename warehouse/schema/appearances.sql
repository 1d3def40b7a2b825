CREATE TABLE appearances (
    appearance_id VARCHAR NOT NULL,
    claim_id VARCHAR NOT NULL,
    document_id VARCHAR NOT NULL,
    outlet VARCHAR,
    published DATE,
    copied_from VARCHAR,
    number_text VARCHAR NOT NULL,
    span_start INTEGER NOT NULL,
    span_end INTEGER NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    superseded_at TIMESTAMP
);

COMMENT ON TABLE appearances IS 'Where a claim stands: in the document that says it first, and in every copy | جاهایی که ادعا آمده است: سند نخست و هر رونوشت';
COMMENT ON COLUMN appearances.appearance_id IS 'The id that the claim has in that document alone | شناسه‌ای که ادعا در همان سند دارد';
COMMENT ON COLUMN appearances.claim_id IS 'Claim (claims.claim_id) | ادعا';
COMMENT ON COLUMN appearances.document_id IS 'Document that says it (documents.document_id) | سندی که آن را می‌گوید';
COMMENT ON COLUMN appearances.outlet IS 'Its outlet | رسانه آن';
COMMENT ON COLUMN appearances.published IS 'Its day of publication, Gregorian | روز انتشار آن، میلادی';
COMMENT ON COLUMN appearances.copied_from IS 'Whom the document copies: the outlet of the document that it has its text from, else the agency that it quotes; null where it is its own | سند از که برداشته: رسانه سندی که متن از آن است، وگرنه خبرگزاری نقل‌شده؛ تهی اگر از خود آن است';
COMMENT ON COLUMN appearances.number_text IS 'The number as it stands there | عدد، همان‌گونه که آنجاست';
COMMENT ON COLUMN appearances.span_start IS 'Where it begins in that document, in code points from 0 | جای آغاز در آن سند، به نقطه‌کد از صفر';
COMMENT ON COLUMN appearances.span_end IS 'Where it ends, exclusive | جای پایان، بی خود آن';
COMMENT ON COLUMN appearances.recorded_at IS 'UTC time from which the row is held as it stands here | زمان (UTC) که از آن پس سطر چنین است';
COMMENT ON COLUMN appearances.superseded_at IS 'UTC time from which it is held no more; null in the tables of today, set in the schema history | زمان (UTC) که از آن پس دیگر چنین نیست؛ در جدول‌های امروز تهی است و در history پر';
