CREATE TABLE population (
    place VARCHAR NOT NULL,
    county_code VARCHAR NOT NULL,
    date DATE NOT NULL,
    population BIGINT NOT NULL,
    basis VARCHAR NOT NULL,
    source VARCHAR NOT NULL,
    PRIMARY KEY (place, county_code, date, basis),
    CHECK (basis IN ('census', 'estimate')),
    CHECK (population > 0)
);

COMMENT ON TABLE population IS 'Population by census or estimate | جمعیت بر پایه سرشماری یا برآورد';
COMMENT ON COLUMN population.place IS 'Province code, or IR | کد استان یا IR';
COMMENT ON COLUMN population.county_code IS 'County (counties.county_code); empty for a province or the country | شهرستان؛ برای استان و کشور خالی';
COMMENT ON COLUMN population.date IS 'Reference date | تاریخ مرجع';
COMMENT ON COLUMN population.population IS 'Number of people | شمار افراد';
COMMENT ON COLUMN population.basis IS 'census or estimate | سرشماری یا برآورد';
COMMENT ON COLUMN population.source IS 'Where the figure is from | منبع رقم';
