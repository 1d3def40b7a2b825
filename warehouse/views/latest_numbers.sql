-- One number of each thing in each place and field: of what has no status, is active, registered or licensed the
-- latest, and of two on one day the larger, for a part is smaller than its whole. What was dissolved, applied for or
-- covered is another thing: see latest_stocks.
CREATE OR REPLACE VIEW latest_numbers AS
SELECT *
FROM latest_stocks
WHERE coalesce(status, 'active') IN ('active', 'registered', 'licensed')
QUALIFY row_number() OVER (
    PARTITION BY subject, subject_group, field, place, locality
    ORDER BY period_end DESC, value DESC, status NULLS FIRST, point_id
) = 1;
COMMENT ON VIEW latest_numbers IS 'The latest number of each thing in each place and field, one row each | آخرین عدد هر چیز در هر جا و زمینه، هر یک یک سطر';
