-- The states of the near series, each with the one before it.
SELECT
    s.*,
    lag({'observation_id': observation_id, 'value': value, 'low': low, 'high': high, 'period_end': period_end}) OVER (
        PARTITION BY series_id ORDER BY period_end, point_id
    ) AS before
FROM series AS s
INNER JOIN near_series AS n USING (series_id)
WHERE modality = 'actual' AND period_type = 'as_of' AND kind IN ('count', 'measure', 'ratio')
    AND period_end BETWEEN n.since AND n.until;
