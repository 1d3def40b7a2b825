-- The measures of the data are within their bands (seeds/bands.csv). Those that only warn are no matter of a check.
SELECT measure, value, low, high, note
FROM out_of_band
WHERE effect = 'block'
ORDER BY measure;
