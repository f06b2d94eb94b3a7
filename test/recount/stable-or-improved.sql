-- stable-or-improved: has the value held within the tolerance, or moved the way the ambition wants, since the period
-- before and since the base? A base before a break is replaced by the first period from the break on.
-- A diversity index is reckoned from the figures of the groups: one less the sum of the squared shares.
-- :indicator is its id, :rules the JSON of the rules it was judged by.
WITH setting AS (
	SELECT
		CASE json_extract(:rules, '$.definition.rule.direction') WHEN 'increase' THEN 1 ELSE -1 END AS way,
		json_extract(:rules, '$.definition.rule.tolerance.absolute') AS absolute,
		json_extract(:rules, '$.definition.rule.tolerance.percentOfPrevious') AS percent,
		json_extract(:rules, '$.definition.rule.base.year') AS base_year,
		json_extract(:rules, '$.definition.rule.base.tolerance.absolute') AS base_tolerance,
		json_extract(:rules, '$.definition.step.count') AS years,
		json_extract(:rules, '$.definition.measure') AS measure,
		json_extract(:rules, '$.definition.inputs[0].over') AS over,
		json_extract(:rules, '$.geography.own') AS place
),
series AS (
	SELECT * FROM out_indicator_series WHERE indicator_id = :indicator AND role = 'own'
),
groups AS (
	SELECT observation.period, observation.value
	FROM setting
	JOIN json_each(:rules, '$.definition.inputs[0].terms[0].' || over) AS listed
	JOIN out_observation AS observation
		ON observation.dataset = (SELECT dataset FROM series LIMIT 1)
		AND observation.in_use = 1
		AND substr(observation.region_code, -4) = place
		AND instr('|' || observation.series_key || '|', '|' || listed.value || '|') > 0
	WHERE measure = 'diversity'
),
totals AS (
	SELECT period, sum(value) AS total FROM groups GROUP BY period HAVING count(value) = count(*) AND sum(value) > 0
),
indexes AS (
	SELECT period, round(1 - round(sum((value / total) * (value / total)), 10), 10) AS value
	FROM groups
	JOIN totals USING (period)
	GROUP BY period
),
own AS (
	SELECT
		series.period,
		series.year,
		series.sub_period,
		series.dataset,
		series.value_missing,
		CASE measure WHEN 'diversity' THEN indexes.value ELSE series.level END AS value
	FROM setting
	JOIN series
	LEFT JOIN indexes ON indexes.period = series.period
),
latest AS (
	SELECT * FROM own ORDER BY year DESC, sub_period DESC LIMIT 1
),
before AS (
	SELECT own.*
	FROM own, latest, setting
	WHERE own.year = latest.year - years AND own.sub_period = latest.sub_period
),
breaks AS (
	SELECT substr(json_extract(declared.value, '$.period'), 1, 4) + 0 AS year
	FROM json_each(:rules, '$.breaks') AS declared, latest
	WHERE json_extract(declared.value, '$.dataset') = latest.dataset
),
-- The year the value must not fall behind; none while the latest period is not later.
since AS (
	SELECT coalesce(max(breaks.year), base_year) AS year
	FROM setting
	JOIN latest
	LEFT JOIN breaks ON breaks.year > base_year AND breaks.year <= latest.year
	WHERE base_year < latest.year
),
base AS (
	SELECT since.year, own.value
	FROM since
	JOIN latest ON since.year < latest.year
	LEFT JOIN own ON own.year = since.year
),
compared AS (
	SELECT
		round(latest.value - before.value, 10) AS change,
		round(latest.value - base.value, 10) AS base_change,
		base_tolerance,
		coalesce(absolute, round(abs(before.value) * percent / 100.0, 10)) AS tolerance,
		way,
		(SELECT count(value) FROM own) = 0 AS unmeasured,
		before.period IS NULL
		OR (latest.value IS NULL AND latest.value_missing <> 'border-change')
		OR (before.value IS NULL AND before.value_missing <> 'border-change')
		OR (base.year IS NOT NULL AND base.value IS NULL) AS insufficient,
		'border-change' IN (latest.value_missing, before.value_missing)
		OR EXISTS (SELECT 1 FROM breaks WHERE before.year < breaks.year AND breaks.year <= latest.year) AS broken
	FROM setting
	LEFT JOIN latest
	LEFT JOIN before
	LEFT JOIN base
)
SELECT
	CASE
		WHEN unmeasured THEN 'not-measured'
		WHEN broken THEN 'break'
		WHEN insufficient THEN 'insufficient'
		WHEN round(way * change + tolerance, 10) < 0 THEN 'off-track'
		WHEN round(way * base_change + base_tolerance, 10) < 0 THEN 'off-track'
		ELSE 'on-track'
	END AS status,
	(SELECT value FROM latest) AS value,
	CASE WHEN unmeasured OR insufficient OR broken THEN NULL ELSE change END AS compared
FROM compared;
