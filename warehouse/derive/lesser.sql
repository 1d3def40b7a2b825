-- Observations of the points looked at that are only a part: smaller numbers beside a larger one, of one speaker in one
-- report, for what the fields do not tell apart («۱۲ بسته بهداشتی … ۳۰ بسته غذایی … در مجموع ۴۲ بسته»). The largest
-- stands for the whole. What another report tells without the larger one is a number of its own.
SELECT observation_id
FROM (
    SELECT
        o.observation_id,
        o.value < max(o.value) OVER (
            PARTITION BY o.point_id, c.report_id, c.register, folded(coalesce(c.speaker, c.speaker_role))
        ) AS smaller
    FROM observations AS o
    SEMI JOIN looked_at USING (point_id)
    INNER JOIN claims AS c USING (observation_id)
    WHERE o.kind IN ('count', 'amount', 'measure')
)
GROUP BY observation_id
HAVING bool_and(smaller);
