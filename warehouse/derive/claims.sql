-- A claim once a report: as the document that told it first has it.
SELECT
    claim_id, document_id, report_id, observation_id, published, rule, kind, subject, value, value_high, unit, bound, place,
    locality, period_type, period_start, period_end, status, field, scope, rank_by, modality, speaker, speaker_role,
    register, evidence, number_text, span_start, span_end, review, run_id, batch_id
FROM told
WHERE turn = 1;
