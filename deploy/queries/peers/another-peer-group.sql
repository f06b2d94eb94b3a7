-- How would growth in jobs stand against other peers: each group of the settings, less the regions that are left out?
-- Per cent since the year before, the jobs of all members together. There is a lead only where every member has a figure
-- in both years. Leave out other regions: write their names below, or none of them.
WITH asked (region_left_out) AS (VALUES ('kristiansand')),
member AS (
	SELECT DISTINCT peer_group, title, municipality_code
	FROM out_peer_group
	WHERE region NOT IN (SELECT region_left_out FROM asked)
		AND municipality_code NOT IN (SELECT place_code FROM out_place WHERE is_own = 1 AND level = 'municipality')
),
jobs AS (
	SELECT member.peer_group, member.title, member.municipality_code, jobs.year, jobs.period, jobs.value, before.value AS value_before
	FROM member
	JOIN out_employed_total AS jobs ON jobs.municipality_code = member.municipality_code
	JOIN out_employed_total AS before ON before.series_id = jobs.series_id AND before.year = jobs.year - 1
	WHERE jobs.value IS NOT NULL AND before.value IS NOT NULL
),
own AS (
	SELECT year, growth
	FROM out_indicator_series
	WHERE indicator_id = 'job-growth' AND role = 'own' AND growth IS NOT NULL
),
growth AS (
	SELECT
		jobs.peer_group,
		jobs.title,
		jobs.year,
		jobs.period,
		100.0 * (sum(jobs.value) - sum(jobs.value_before)) / sum(jobs.value_before) AS growth,
		count(*) AS with_figures,
		(SELECT count(*) FROM member WHERE member.peer_group = jobs.peer_group) AS members
	FROM jobs
	GROUP BY jobs.peer_group, jobs.title, jobs.year, jobs.period
)
SELECT
	growth.peer_group,
	growth.title,
	growth.period,
	round(own.growth, 2) AS own_growth,
	round(growth.growth, 2) AS peers_growth,
	CASE WHEN growth.with_figures = growth.members THEN round(own.growth - growth.growth, 2) END AS lead,
	growth.with_figures,
	growth.members
FROM growth
JOIN own ON own.year = growth.year
ORDER BY growth.peer_group, growth.period;
