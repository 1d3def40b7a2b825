CREATE TABLE bands (
    measure VARCHAR PRIMARY KEY,
    low DOUBLE,
    high DOUBLE,
    effect VARCHAR NOT NULL,
    note VARCHAR NOT NULL,
    CHECK (effect IN ('block', 'warn'))
);

COMMENT ON TABLE bands IS 'Bands of the measures of the data; beyond them a publication is held back, or warned of | بازه‌های سنجه‌های داده؛ بیرون از آن‌ها انتشار نگه داشته یا هشدار داده می‌شود';
COMMENT ON COLUMN bands.measure IS 'Measure (measures.measure) | سنجه';
COMMENT ON COLUMN bands.low IS 'Lowest value that is well; null: none | کمترین مقدار درست';
COMMENT ON COLUMN bands.high IS 'Highest value | بیشترین مقدار';
COMMENT ON COLUMN bands.effect IS 'block or warn | نگه‌داشتن یا هشدار';
COMMENT ON COLUMN bands.note IS 'What a value outside may mean | معنای احتمالی مقدار بیرون از بازه';
