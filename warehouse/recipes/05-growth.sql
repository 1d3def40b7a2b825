-- Growth by year
-- رشد سالانه
--
-- How did the number of NGOs grow from one Jalali year to the next that is known? `yearly_percent` is the even yearly
-- rate where years lie between. A jump may be another way of counting: look at the evidences.
SELECT place_en, place_fa, previous_year, previous_value, year, value, difference, growth_percent, yearly_percent
FROM growth
WHERE calendar = 'jalali' AND subject = 'ngo' AND nature = 'stock' AND field IS NULL AND locality IS NULL
ORDER BY place, status NULLS FIRST, year
