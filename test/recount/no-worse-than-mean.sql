-- no-worse-than-mean: is the latest value no worse than the mean of so many years before it, all of them there?
-- :indicator is its id, :rules the JSON of the rules it was judged by.
WITH setting AS (
	SELECT
		CASE json_extract(:rules, '$.definition.rule.direction') WHEN 'increase' THEN 1 ELSE -1 END AS way,
		json_extract(:rules, '$.definition.rule.periods') AS periods,
		json_extract(:rules, '$.definition.rule.tolerance.absolute') AS absolute,
		json_extract(:rules, '$.definition.rule.tolerance.percentOfPrevious') AS percent,
		json_extract(:rules, '$.definition.step.count') AS years
),
own AS (
	SELECT * FROM out_indicator_series WHERE indicator_id = :indicator AND role = 'own'
),
latest AS (
	SELECT * FROM own ORDER BY year DESC, sub_period DESC LIMIT 1
),
before AS (
	SELECT count(own.value) AS number, sum(own.value) / count(own.value) AS mean, min(own.year) AS first
	FROM setting
	JOIN latest
	JOIN own
		ON own.sub_period = latest.sub_period
		AND own.year < latest.year
		AND own.year >= latest.year - periods * years
		AND (latest.year - own.year) % years = 0
),
previous AS (
	SELECT own.value FROM setting JOIN latest JOIN own ON own.year = latest.year - years AND own.sub_period = latest.sub_period
)
SELECT
	CASE
		WHEN (SELECT count(*) FROM own WHERE level IS NOT NULL) = 0 THEN 'not-measured'
		WHEN EXISTS (
			SELECT 1 FROM json_each(:rules, '$.breaks') AS declared
			WHERE json_extract(declared.value, '$.dataset') = latest.dataset
				AND before.first < substr(json_extract(declared.value, '$.period'), 1, 4) + 0
				AND substr(json_extract(declared.value, '$.period'), 1, 4) + 0 <= latest.year
		) THEN 'break'
		WHEN latest.value IS NULL OR number < periods THEN 'insufficient'
		WHEN round(
			way * (latest.value - mean) + coalesce(absolute, abs((SELECT value FROM previous)) * percent / 100.0), 10
		) < 0 THEN 'off-track'
		ELSE 'on-track'
	END AS status,
	latest.value AS value,
	NULL AS compared
FROM setting
LEFT JOIN latest
LEFT JOIN before;
