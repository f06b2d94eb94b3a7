-- annual-change: has the value moved the way the ambition wants, by more than the tolerance, or by as much as it demands?
-- :indicator is its id, :rules the JSON of the rules it was judged by.
WITH setting AS (
	SELECT
		CASE json_extract(:rules, '$.definition.rule.direction') WHEN 'increase' THEN 1 ELSE -1 END AS way,
		json_extract(:rules, '$.definition.rule.tolerance.absolute') AS absolute,
		json_extract(:rules, '$.definition.rule.tolerance.percentOfPrevious') AS percent,
		json_extract(:rules, '$.definition.rule.atLeast.absolute') AS demanded,
		json_extract(:rules, '$.definition.rule.atLeast.percentOfPrevious') AS demanded_percent,
		json_extract(:rules, '$.definition.step.count') AS years
),
own AS (
	SELECT * FROM out_indicator_series WHERE indicator_id = :indicator AND role = 'own'
),
latest AS (
	SELECT * FROM own ORDER BY year DESC, sub_period DESC LIMIT 1
),
-- The period a number of years before, or without a number the table's own previous one.
before AS (
	SELECT own.*
	FROM own, latest, setting
	WHERE CASE
		WHEN years IS NULL THEN own.year < latest.year
		ELSE own.year = latest.year - years AND own.sub_period = latest.sub_period
	END
	ORDER BY own.year DESC
	LIMIT 1
),
compared AS (
	SELECT
		round(latest.value - before.value, 10) AS change,
		coalesce(absolute, round(abs(before.value) * percent / 100.0, 10)) AS tolerance,
		coalesce(demanded, round(abs(before.value) * demanded_percent / 100.0, 10)) AS demanded,
		way,
		(SELECT count(*) FROM own WHERE level IS NOT NULL) = 0 AS unmeasured,
		before.period IS NULL
		OR coalesce(latest.level_missing, '') NOT IN ('', 'border-change')
		OR coalesce(before.level_missing, '') NOT IN ('', 'border-change') AS insufficient,
		'border-change' IN (latest.level_missing, before.level_missing)
		OR EXISTS (
			SELECT 1 FROM json_each(:rules, '$.breaks') AS declared
			WHERE json_extract(declared.value, '$.dataset') = latest.dataset
				AND before.year < substr(json_extract(declared.value, '$.period'), 1, 4) + 0
				AND substr(json_extract(declared.value, '$.period'), 1, 4) + 0 <= latest.year
		) AS broken
	FROM setting
	LEFT JOIN latest
	LEFT JOIN before
)
SELECT
	CASE
		WHEN unmeasured THEN 'not-measured'
		WHEN broken THEN 'break'
		WHEN insufficient THEN 'insufficient'
		WHEN demanded IS NOT NULL AND round(way * change - demanded, 10) >= 0 THEN 'on-track'
		WHEN demanded IS NULL AND round(way * change - tolerance, 10) > 0 THEN 'on-track'
		WHEN round(way * change + tolerance, 10) < 0 THEN 'off-track'
		ELSE 'stable'
	END AS status,
	(SELECT value FROM latest) AS value,
	CASE WHEN unmeasured OR insufficient OR broken THEN NULL ELSE change END AS compared
FROM compared;
