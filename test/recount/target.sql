-- target: is it reached, or on the straight path from the base to it, or better? After its year the path is flat.
-- :indicator is its id, :rules the JSON of the rules it was judged by.
WITH setting AS (
	SELECT
		CASE json_extract(:rules, '$.definition.rule.direction') WHEN 'increase' THEN 1 ELSE -1 END AS way,
		json_extract(:rules, '$.definition.rule.value') AS written,
		json_extract(:rules, '$.definition.rule.change.absolute') AS change,
		json_extract(:rules, '$.definition.rule.change.percentOfBase') AS percent,
		json_extract(:rules, '$.definition.rule.base') AS base,
		json_extract(:rules, '$.definition.rule.year') AS deadline,
		json_extract(:rules, '$.definition.rule.path') AS path,
		json_extract(:rules, '$.definition.rule.tolerance.absolute') AS tolerance
),
own AS (
	SELECT * FROM out_indicator_series WHERE indicator_id = :indicator AND role = 'own'
),
latest AS (
	SELECT * FROM own ORDER BY year DESC, sub_period DESC LIMIT 1
),
base AS (
	SELECT own.value FROM setting JOIN latest JOIN own ON own.year = setting.base AND own.sub_period = latest.sub_period
),
goal AS (
	SELECT
		coalesce(written, base.value + coalesce(change, base.value * percent / 100.0)) AS goal,
		base.value AS start,
		setting.base IS NOT NULL AND base.value IS NULL AS baseless
	FROM setting
	LEFT JOIN base
),
course AS (
	SELECT
		goal,
		baseless,
		CASE
			WHEN latest.year >= deadline THEN goal
			WHEN path = 'straight' AND latest.year >= setting.base
				THEN start + (goal - start) * (latest.year - setting.base) / (0.0 + deadline - setting.base)
		END AS wanted
	FROM setting
	JOIN goal
	LEFT JOIN latest
)
SELECT
	CASE
		WHEN (SELECT count(*) FROM own WHERE level IS NOT NULL) = 0 THEN 'not-measured'
		WHEN EXISTS (
			SELECT 1 FROM json_each(:rules, '$.breaks') AS declared
			WHERE json_extract(declared.value, '$.dataset') = latest.dataset
				AND setting.base < substr(json_extract(declared.value, '$.period'), 1, 4) + 0
				AND substr(json_extract(declared.value, '$.period'), 1, 4) + 0 <= latest.year
		) THEN 'break'
		WHEN latest.value IS NULL OR baseless THEN 'insufficient'
		WHEN round(way * (latest.value - goal), 10) >= 0 THEN 'on-track'
		WHEN wanted IS NULL THEN 'insufficient'
		WHEN round(way * (latest.value - wanted), 10) >= 0 THEN 'on-track'
		WHEN round(way * (latest.value - wanted) + tolerance, 10) < 0 THEN 'off-track'
		ELSE 'stable'
	END AS status,
	latest.value AS value,
	NULL AS compared
FROM setting
JOIN course
LEFT JOIN latest;
