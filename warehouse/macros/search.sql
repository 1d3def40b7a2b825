-- FROM claims WHERE matches(evidence, 'سازمان‌هاي مردم نهاد'): whether a text holds words, however either is spelt (see
-- folded). Given words that are known beforehand it looks for one pattern, made of them once; the few texts with shapes
-- that a pattern cannot see are folded.
CREATE OR REPLACE MACRO spellings(letter) AS CASE
    WHEN letter = 'ی' THEN '[یيىئ]'
    WHEN letter = 'ک' THEN '[کك]'
    WHEN letter = 'ه' THEN '[هةۀ]'
    WHEN letter = 'ا' THEN '[اأإآ]'
    WHEN letter = 'و' THEN '[وؤ]'
    WHEN letter BETWEEN '0' AND '9' THEN '[' || letter || chr(ord(letter) + 1584) || chr(ord(letter) + 1728) || ']'
    WHEN letter = '%' THEN '[%٪]'
    WHEN letter = ',' THEN '[,٬]'
    WHEN letter = '.' THEN '[.٫]'
    WHEN letter = '-' THEN '[–−-]'
    ELSE regexp_escape(letter)
END;
CREATE OR REPLACE MACRO pattern_of(words) AS '(?i)' || array_to_string(
    [spellings(letter) FOR letter IN string_split(folded(words), '')], '[' || unwritten() || ']*'
);
CREATE OR REPLACE MACRO matches(text, words) AS
    CASE
        WHEN has_shapes(text) OR has_shapes(words) THEN contains(folded(text), folded(words))
        ELSE regexp_matches(text, pattern_of(words))
    END;
COMMENT ON MACRO matches IS 'Whether a text holds words, blind to Arabic letters, half-spaces, spaces, digit shape and case | آیا متن این واژه‌ها را دارد، به هر املایی';

-- FROM search('بهزيستي'): the claims held now whose evidence, speaker, locality or title holds the words. It stands on
-- tables alone, for macros are made before the views.
CREATE OR REPLACE MACRO search(words) AS TABLE
    SELECT c.*, d.title, d.outlet, d.url
    FROM claims AS c
    INNER JOIN documents AS d USING (document_id)
    WHERE
        matches(c.evidence, words)
        OR matches(c.speaker, words)
        OR matches(c.locality, words)
        OR c.document_id IN (SELECT document_id FROM documents WHERE matches(title, words))
    ORDER BY c.published DESC NULLS LAST, c.claim_id;
COMMENT ON MACRO TABLE search IS 'Claims with these words in evidence, speaker, locality or title, however they are spelt | ادعاهایی با این واژه‌ها در گواه، گوینده، محل یا عنوان، به هر املایی';
