-- What makes a series: the indicator and the place. Names and free text count in their folded form.
CREATE OR REPLACE MACRO series_key(kind, subject, unit, field, status, scope, rank_by, place, locality, modality) AS
    md5(concat_ws('|', kind, subject, unit, coalesce(field, ''), coalesce(status, ''), coalesce(folded(scope), ''),
        coalesce(folded(rank_by), ''), place, coalesce(folded(locality), ''), modality));

-- What makes a point of a series: its period.
CREATE OR REPLACE MACRO point_key(series, period_type, period_start, period_end) AS
    md5(concat_ws('|', series, period_type, coalesce(CAST(period_start AS VARCHAR), ''),
        coalesce(CAST(period_end AS VARCHAR), '')));

-- What makes an observation: the number, by whose register, and who said it.
CREATE OR REPLACE MACRO observation_key(point, register, speaker, speaker_role, value, value_high) AS
    md5(concat_ws('|', point, coalesce(register, ''), coalesce(folded(coalesce(speaker, speaker_role)), ''), value,
        coalesce(CAST(value_high AS VARCHAR), '')));

COMMENT ON MACRO series_key IS 'Id of the series of an indicator and place | شناسه سریِ یک شاخص و جا';
COMMENT ON MACRO point_key IS 'Id of the point of a series at a period | شناسه نقطه سری در یک دوره';
COMMENT ON MACRO observation_key IS 'Id of the observation of a number at a point by a speaker | شناسه مشاهده یک عدد در یک نقطه از یک گوینده';
