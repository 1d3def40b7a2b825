CREATE TABLE calibration (
    rule VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    claims INTEGER NOT NULL,
    correct INTEGER NOT NULL,
    confidence DOUBLE NOT NULL,
    PRIMARY KEY (rule, kind, subject),
    CHECK ((rule = '*') = (kind = '*')),
    CHECK (rule = '*' OR subject = '*'),
    CHECK (correct BETWEEN 0 AND claims),
    CHECK (confidence > 0 AND confidence < 1)
);

COMMENT ON TABLE calibration IS 'How often claims were right on annotated text: in all, by rule and kind, by subject; claims_readable makes confidence of it | ادعاها در متن‌های نشانه‌گذاری‌شده چند بار درست بودند: روی هم، به تفکیک قاعده و گونه، و به تفکیک موضوع؛ claims_readable از آن confidence را می‌سازد';
COMMENT ON COLUMN calibration.rule IS 'Rule (claims.rule); * for all | قاعده؛ * برای همه';
COMMENT ON COLUMN calibration.kind IS 'Kind (claims.kind); * for all | گونه؛ * برای همه';
COMMENT ON COLUMN calibration.subject IS 'Subject (subjects.subject); * for all | موضوع؛ * برای همه';
COMMENT ON COLUMN calibration.claims IS 'Annotated claims that this is learned from | ادعاهای نشانه‌گذاری‌شده‌ای که این از آن‌ها آموخته شد';
COMMENT ON COLUMN calibration.correct IS 'Of them, right in number, kind, unit and subject | از آن‌ها، درست در عدد، گونه، واحد و موضوع';
COMMENT ON COLUMN calibration.confidence IS 'Share that is right, drawn towards the whole where claims are few | سهم درست‌ها، هرجا ادعا کم است نزدیک‌شده به کل';
