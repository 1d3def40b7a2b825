-- Money as a table to export: provinces down, kinds across
-- پول به شکل جدول: استان‌ها در سطر، گونه‌ها در ستون
--
-- The largest sum of each kind in each province, ready for a spreadsheet: put `COPY (…) TO 'money.csv'` around it.
PIVOT (SELECT place_en, place_fa, subject, billion_toman FROM money WHERE modality = 'actual' AND place LIKE 'IR-%')
ON subject IN ('budget', 'donation', 'endowment', 'grant', 'loan')
USING max(billion_toman)
GROUP BY place_en, place_fa
ORDER BY place_en
