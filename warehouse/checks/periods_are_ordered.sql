SELECT claim_id AS id, 'the period ends before it starts' AS problem FROM claims WHERE period_end < period_start;
