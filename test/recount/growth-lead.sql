-- growth-lead: is own growth better than the peers' by more than the tolerance, in percentage points?
-- The peers' growth is that of all of them together (pooled), the mean or median of theirs, or the hardest to beat (each).
-- :indicator is its id, :rules the JSON of the rules it was judged by.
WITH setting AS (
	SELECT
		CASE json_extract(:rules, '$.definition.rule.direction') WHEN 'decrease' THEN -1 ELSE 1 END AS way,
		json_extract(:rules, '$.definition.rule.against') AS against,
		json_extract(:rules, '$.definition.rule.tolerance.absolute') AS tolerance,
		json_extract(:rules, '$.definition.requiredPeers') AS asked,
		json_extract(:rules, '$.definition.step.count') AS years
),
series AS (
	SELECT * FROM out_indicator_series WHERE indicator_id = :indicator
),
latest AS (
	SELECT year, sub_period FROM series ORDER BY year DESC, sub_period DESC LIMIT 1
),
pair AS (
	SELECT
		now.role,
		now.place,
		now.dataset,
		now.year,
		before.year AS year_before,
		now.level,
		now.level_missing,
		before.level AS level_before,
		before.level_missing AS level_before_missing,
		CASE WHEN before.level > 0 THEN round(100 * (now.level / before.level - 1), 10) END AS growth
	FROM setting
	JOIN latest
	JOIN series AS now ON now.year = latest.year AND now.sub_period = latest.sub_period
	LEFT JOIN series AS before
		ON before.role = now.role
		AND before.place = now.place
		AND before.year = latest.year - years
		AND before.sub_period = latest.sub_period
),
own AS (
	SELECT * FROM pair WHERE role = 'own'
),
peers AS (
	SELECT * FROM pair WHERE role = 'peer' AND level IS NOT NULL AND level_before IS NOT NULL
),
-- All of the peers must have figures, or as many as the settings ask for.
required AS (
	SELECT max(1, min(coalesce(asked, count(*)), count(*))) AS number FROM setting, pair WHERE role = 'peer'
),
ranked AS (
	SELECT growth, row_number() OVER (ORDER BY growth) AS place, count(*) OVER () AS number
	FROM peers
	WHERE growth IS NOT NULL
),
averages AS (
	SELECT
		CASE WHEN sum(level_before) > 0 THEN round(100 * (sum(level) / sum(level_before) - 1), 10) END AS pooled,
		round(sum(growth) / count(growth), 10) AS mean,
		(SELECT round(avg(growth), 10) FROM ranked WHERE place IN ((number + 1) / 2, number / 2 + 1)) AS median,
		max(growth) AS highest,
		min(growth) AS lowest,
		count(*) AS complete,
		count(growth) AS growths
	FROM peers
),
compared AS (
	SELECT
		round(
			own.growth - CASE
				WHEN complete < required.number THEN NULL
				WHEN against = 'pooled' THEN pooled
				WHEN growths < required.number THEN NULL
				WHEN against = 'mean' THEN mean
				WHEN against = 'median' THEN median
				WHEN way = 1 THEN highest
				ELSE lowest
			END,
			10
		) AS lead,
		complete >= required.number AND CASE WHEN against = 'pooled' THEN pooled IS NOT NULL ELSE growths >= required.number END
			AS comparable,
		own.*
	FROM setting
	JOIN required
	JOIN averages
	LEFT JOIN own
),
judged AS (
	SELECT
		*,
		(SELECT count(level) FROM series WHERE role = 'own') = 0 AS unmeasured,
		year_before IS NULL
		OR NOT comparable
		OR coalesce(level_missing, '') NOT IN ('', 'border-change')
		OR coalesce(level_before_missing, '') NOT IN ('', 'border-change')
		OR coalesce(level_before, 1) <= 0 AS insufficient,
		'border-change' IN (level_missing, level_before_missing)
		OR EXISTS (
			SELECT 1 FROM json_each(:rules, '$.breaks') AS declared
			WHERE json_extract(declared.value, '$.dataset') = compared.dataset
				AND year_before < substr(json_extract(declared.value, '$.period'), 1, 4) + 0
				AND substr(json_extract(declared.value, '$.period'), 1, 4) + 0 <= year
		) AS broken
	FROM compared
)
SELECT
	CASE
		WHEN unmeasured THEN 'not-measured'
		WHEN broken THEN 'break'
		WHEN insufficient THEN 'insufficient'
		WHEN round(way * lead - tolerance, 10) > 0 THEN 'on-track'
		WHEN round(way * lead + tolerance, 10) < 0 THEN 'off-track'
		ELSE 'stable'
	END AS status,
	growth AS value,
	CASE WHEN unmeasured OR insufficient OR broken THEN NULL ELSE lead END AS compared
FROM judged, setting;
