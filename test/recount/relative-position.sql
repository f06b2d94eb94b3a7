-- relative-position: has the gap to the peers' unweighted mean moved the way the ambition wants?
-- Both gaps are taken over the peers that have figures in both periods.
-- :indicator is its id, :rules the JSON of the rules it was judged by.
WITH setting AS (
	SELECT
		CASE json_extract(:rules, '$.definition.rule.direction') WHEN 'increase' THEN 1 ELSE -1 END AS way,
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
		now.dataset,
		now.year,
		before.year AS year_before,
		now.level,
		now.level_missing,
		before.level AS level_before,
		before.level_missing AS level_before_missing
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
required AS (
	SELECT max(1, min(coalesce(asked, count(*)), count(*))) AS number FROM setting, pair WHERE role = 'peer'
),
means AS (
	SELECT
		count(*) AS complete,
		round(sum(level) / count(*), 10) AS mean,
		round(sum(level_before) / count(*), 10) AS mean_before
	FROM pair
	WHERE role = 'peer' AND level IS NOT NULL AND level_before IS NOT NULL
),
-- The gap of each period, over the peers that have a figure in it: what is shown.
gaps AS (
	SELECT own.year, own.sub_period, round(own.level - round(sum(peer.level) / count(peer.level), 10), 10) AS gap
	FROM setting
	JOIN series AS own ON own.role = 'own' AND own.level IS NOT NULL
	JOIN series AS peer ON peer.role = 'peer' AND peer.period = own.period
	GROUP BY own.period
	HAVING count(peer.level) >= max(1, min(coalesce(asked, count(*)), count(*)))
),
judged AS (
	SELECT
		round(round(own.level - means.mean, 10) - round(own.level_before - means.mean_before, 10), 10) AS change,
		(SELECT count(level) FROM series WHERE role = 'own') = 0 AS unmeasured,
		own.year_before IS NULL
		OR complete < required.number
		OR coalesce(own.level_missing, '') NOT IN ('', 'border-change')
		OR coalesce(own.level_before_missing, '') NOT IN ('', 'border-change') AS insufficient,
		'border-change' IN (own.level_missing, own.level_before_missing)
		OR EXISTS (
			SELECT 1 FROM json_each(:rules, '$.breaks') AS declared
			WHERE json_extract(declared.value, '$.dataset') = own.dataset
				AND own.year_before < substr(json_extract(declared.value, '$.period'), 1, 4) + 0
				AND substr(json_extract(declared.value, '$.period'), 1, 4) + 0 <= own.year
		) AS broken
	FROM required
	JOIN means
	LEFT JOIN own
)
SELECT
	CASE
		WHEN unmeasured THEN 'not-measured'
		WHEN broken THEN 'break'
		WHEN insufficient THEN 'insufficient'
		WHEN round(way * change - tolerance, 10) > 0 THEN 'on-track'
		WHEN round(way * change + tolerance, 10) < 0 THEN 'off-track'
		ELSE 'stable'
	END AS status,
	(SELECT gap FROM gaps JOIN latest USING (year, sub_period)) AS value,
	CASE WHEN unmeasured OR insufficient OR broken THEN NULL ELSE change END AS compared
FROM judged, setting;
