CREATE TABLE contradictions (
    contradiction_id VARCHAR NOT NULL,
    observation_a VARCHAR NOT NULL,
    observation_b VARCHAR NOT NULL,
    reason VARCHAR NOT NULL,
    kind VARCHAR NOT NULL,
    subject VARCHAR NOT NULL,
    place VARCHAR NOT NULL,
    reported DATE,
    gap DOUBLE NOT NULL,
    recorded_at TIMESTAMP NOT NULL,
    superseded_at TIMESTAMP,
    CHECK (observation_a <> observation_b)
);

COMMENT ON TABLE contradictions IS 'Pairs of observations that cannot both hold, and what may be the reason | جفت‌هایی از مشاهده‌ها که هر دو نمی‌توانند درست باشند، و دلیل محتمل';
COMMENT ON COLUMN contradictions.contradiction_id IS 'Hash of the two observations | چکیده دو مشاهده';
COMMENT ON COLUMN contradictions.observation_a IS 'The one of the earlier period, then the first reported (observations.observation_id) | آن که دوره‌اش پیش‌تر است، سپس نخست‌گفته';
COMMENT ON COLUMN contradictions.observation_b IS 'The other one | دیگری';
COMMENT ON COLUMN contradictions.reason IS 'What it may be (contradiction_reasons.reason) | دلیل محتمل';
COMMENT ON COLUMN contradictions.kind IS 'Kind of both | گونه هر دو';
COMMENT ON COLUMN contradictions.subject IS 'Subject of both | موضوع هر دو';
COMMENT ON COLUMN contradictions.place IS 'Place of both | جای هر دو';
COMMENT ON COLUMN contradictions.reported IS 'Day on which the later of the two was first reported | روزی که دومی نخست گفته شد';
COMMENT ON COLUMN contradictions.gap IS 'Distance between what the two allow, as a share of the larger | فاصله میان آنچه دو مشاهده روا می‌دارند، به نسبت بزرگ‌تر';
COMMENT ON COLUMN contradictions.recorded_at IS 'UTC time from which the row is held as it stands here | زمان (UTC) که از آن پس سطر چنین است';
COMMENT ON COLUMN contradictions.superseded_at IS 'UTC time from which it is held no more; null in the tables of today, set in the schema history | زمان (UTC) که از آن پس دیگر چنین نیست؛ در جدول‌های امروز تهی است و در history پر';
