-- Persian order: پ after ب, گ after ک, و before ه before ی, and an Arabic ي or ك where a Persian ی or ک would stand:
-- ORDER BY fa(name_fa). `COLLATE fa` orders the letters too, but tells the Arabic ones from the Persian.
CREATE OR REPLACE MACRO fa(text) AS icu_sort_key(translate(text, 'يىك', 'ییک'), 'fa');
COMMENT ON MACRO fa IS 'Sort key of a Persian text: ORDER BY fa(name) | کلید ترتیب الفبایی فارسی';
