-- The best value of a point may lie beyond what its other observations allow: who says it counts before what they say.
SELECT
    observation_id AS id,
    concat_ws(' ', 'the value', value, 'is not between its low', low, 'and its high', high) AS problem
FROM observations
WHERE value < low OR value > high OR low > high
UNION ALL
SELECT point_id, concat_ws(' ', 'the low', low, 'is above the high', high) FROM series WHERE low > high;
