-- Whether two whole numbers differ by two neighbouring digits that changed places: 1408 and 1048.
CREATE OR REPLACE MACRO swapped_digits(a, b) AS
    a = trunc(a) AND b = trunc(b) AND a <> b
    AND length(CAST(CAST(a AS HUGEINT) AS VARCHAR)) = length(CAST(CAST(b AS HUGEINT) AS VARCHAR))
    AND list_contains(
        list_transform(
            range(1, length(CAST(CAST(a AS HUGEINT) AS VARCHAR))),
            lambda i: substr(CAST(CAST(a AS HUGEINT) AS VARCHAR), 1, i - 1)
                || substr(CAST(CAST(a AS HUGEINT) AS VARCHAR), i + 1, 1)
                || substr(CAST(CAST(a AS HUGEINT) AS VARCHAR), i, 1)
                || substr(CAST(CAST(a AS HUGEINT) AS VARCHAR), i + 2)
        ),
        CAST(CAST(b AS HUGEINT) AS VARCHAR)
    );

-- Whether one number is the other with its last digits rounded, up or down: 1808 and 1800, 1751 and 1800.
CREATE OR REPLACE MACRO rounded_from(a, b) AS
    abs(a - b) < greatest(roundness(a), roundness(b)) AND greatest(roundness(a), roundness(b)) > 1
    AND greatest(roundness(a), roundness(b)) <= greatest(abs(a), abs(b)) / 5;

-- Whether one number is ten, a hundred or a thousand times the other. It divides, for a thousand times a number may be
-- more than a column holds.
CREATE OR REPLACE MACRO factor_of_ten(a, b) AS
    sign(a) = sign(b) AND round(greatest(abs(a), abs(b)) / nullif(least(abs(a), abs(b)), 0), 9) IN (10, 100, 1000);

-- What may be behind two numbers for the same thing (contradiction_reasons).
CREATE OR REPLACE MACRO likely_reason(a, b, otherwise) AS CASE
    WHEN factor_of_ten(a, b) THEN 'misprint_factor'
    WHEN swapped_digits(a, b) THEN 'misprint_digits'
    WHEN rounded_from(a, b) THEN 'rounding'
    ELSE otherwise
END;

COMMENT ON MACRO swapped_digits IS 'Whether two neighbouring digits changed places | آیا دو رقم کنار هم جابه‌جا شده';
COMMENT ON MACRO rounded_from IS 'Whether one number is the other rounded | آیا یکی گردشده دیگری است';
COMMENT ON MACRO factor_of_ten IS 'Whether one number is ten, a hundred or a thousand times the other | آیا یکی ده، صد یا هزار برابر دیگری است';
COMMENT ON MACRO likely_reason IS 'What may be behind two numbers for the same thing | دلیل محتمل دو عدد برای یک چیز';
