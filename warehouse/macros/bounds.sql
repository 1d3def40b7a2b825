-- The numbers that a bound allows (docs/method.md): `about` a tenth to either side; what is said to be more or less than
-- a number is open on that side. Of a decline (below zero) more means further down. Null: no limit.
CREATE OR REPLACE MACRO tenth(value) AS
    CAST(CASE WHEN abs(value) >= 1000 THEN round(abs(value) / 10) ELSE abs(value) / 10 END AS DECIMAL(38, 6));

CREATE OR REPLACE MACRO lowest(value, value_high, bound) AS CASE
    WHEN bound = 'about' THEN value - tenth(value)
    WHEN (bound = 'at_most' AND value >= 0) OR (bound = 'at_least' AND value < 0) THEN NULL
    ELSE least(value, coalesce(value_high, value))
END;

CREATE OR REPLACE MACRO highest(value, value_high, bound) AS CASE
    WHEN bound = 'about' THEN value + tenth(value)
    WHEN (bound = 'at_least' AND value >= 0) OR (bound = 'at_most' AND value < 0) THEN NULL
    ELSE greatest(value, coalesce(value_high, value))
END;

-- How close a bound comes to the number: 1 exact, 2 between, 3 about, 4 open to one side.
CREATE OR REPLACE MACRO closeness(bound) AS CASE bound
    WHEN 'exact' THEN 1 WHEN 'between' THEN 2 WHEN 'about' THEN 3 ELSE 4
END;

-- The power of ten down to which a number is round: 100 for 1800, 1 for 1808.
CREATE OR REPLACE MACRO roundness(value) AS CASE
    WHEN value = 0 OR value <> trunc(value) THEN 1
    WHEN value % 1000000000 = 0 THEN 1000000000
    WHEN value % 1000000 = 0 THEN 1000000
    WHEN value % 100000 = 0 THEN 100000
    WHEN value % 10000 = 0 THEN 10000
    WHEN value % 1000 = 0 THEN 1000
    WHEN value % 100 = 0 THEN 100
    WHEN value % 10 = 0 THEN 10
    ELSE 1
END;

COMMENT ON MACRO lowest IS 'Lowest number that a value and its bound allow | کمترین عددی که مقدار و کرانش روا می‌دارند';
COMMENT ON MACRO highest IS 'Highest number that a value and its bound allow | بیشترین عددی که مقدار و کرانش روا می‌دارند';
COMMENT ON MACRO closeness IS 'How close a bound comes to the number: 1 exact to 4 open | نزدیکی کران به عدد: از ۱ دقیق تا ۴ باز';
COMMENT ON MACRO roundness IS 'Power of ten down to which a number is round | توانی از ده که عدد تا آن گرد است';
COMMENT ON MACRO tenth IS 'A tenth of a number: what `about` leaves to either side | یک‌دهم عدد: رواداری «حدود»';
