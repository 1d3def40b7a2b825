-- Search for words, however they are spelt
-- جست‌وجوی واژه‌ها به هر املایی
--
-- Which claims speak of charity centres? ي and ی, ك and ک, ZWNJ or a space, ۱ and 1 are all one to it. `search` looks
-- in evidence, speaker, locality and title; `matches(column, 'words')` in any column.
SELECT published, outlet, place, value, evidence
FROM search('مركز نيكوكاري')
WHERE kind = 'count'
ORDER BY published DESC, outlet, value DESC, claim_id
LIMIT 20
