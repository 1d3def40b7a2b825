-- The decision that counts for a claim of a text is the last one. It holds while the page has that text: it is reopened
-- where the same page has brought another text since, and where what was accepted or corrected is not read any more. What
-- is rejected stands in no table of claims, so of it only the text is asked for.
CREATE OR REPLACE VIEW review_states AS
WITH latest AS (
    SELECT *
    FROM reviews
    QUALIFY row_number() OVER (PARTITION BY claim_id, text_hash ORDER BY decided_at DESC, review_id) = 1
), rewritten AS (
    SELECT l.review_id, arg_max(d.document_id, row(d.recorded_at, d.document_id)) AS document_id
    FROM latest AS l
    INNER JOIN documents AS d ON d.key = l.document_key AND d.text_hash <> l.text_hash AND d.recorded_at > l.decided_at
    GROUP BY l.review_id
), states AS (
    SELECT
        l.*,
        d.document_id,
        n.document_id AS newer_document_id,
        CASE
            WHEN d.document_id IS NULL OR n.document_id IS NOT NULL THEN 'reopened'
            WHEN l.decision <> 'reject' AND a.appearance_id IS NULL THEN 'reopened'
            ELSE 'holds'
        END AS state
    FROM latest AS l
    LEFT JOIN documents AS d ON d.key = l.document_key AND d.text_hash = l.text_hash
    LEFT JOIN rewritten AS n USING (review_id)
    LEFT JOIN appearances AS a ON a.appearance_id = l.claim_id
)
SELECT
    review_id, claim_id, state, decision, corrections, reason, reviewer, decided_at, document_key, text_hash, document_id,
    newer_document_id
FROM states;
COMMENT ON VIEW review_states IS 'The last decision on each claim, and whether it holds or is reopened because the text changed or the claim is no longer read | واپسین رأی درباره هر ادعا، و این‌که برقرار است یا چون متن دگرگون شده یا ادعا دیگر خوانده نمی‌شود بازگشوده شده';
