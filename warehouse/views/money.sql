-- Billion tomans are of rials only; foreign money keeps its currency in unit.
CREATE OR REPLACE VIEW money AS
SELECT
    subject,
    subject_en,
    subject_fa,
    place,
    place_en,
    place_fa,
    locality,
    field,
    field_en,
    field_fa,
    modality,
    jalali_year,
    period_type,
    period_start,
    period_end,
    value,
    unit,
    CASE WHEN unit = 'IRR' THEN round(CAST(value AS DOUBLE) / 1e10, 3) END AS billion_toman,
    bound,
    low,
    high,
    agreement,
    official,
    speaker,
    evidence,
    reports,
    outlets,
    first_reported,
    point_id,
    claim_id
FROM series_readable
WHERE kind = 'amount' AND subject IN ('budget', 'donation', 'grant', 'loan', 'endowment');
COMMENT ON VIEW money IS 'Money by kind: budget, donation, grant, loan, endowment; rials, and billion tomans beside | پول به تفکیک گونه: اعتبار، کمک مردمی، کمک‌هزینه، وام، موقوفه؛ به ریال و در کنارش میلیارد تومان';
