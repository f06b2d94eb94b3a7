-- When are the next figures of each indicator expected, and which period is the newest now?
-- Expected from the rhythm in which the source has published before, as the page has it; it is not promised by the source.
SELECT
	report.title_nb AS indicator,
	report.period AS judged_period,
	report.next_nb AS next_figures,
	series.dataset,
	fresh.newest_period,
	substr(fresh.checked_at, 1, 10) AS last_asked
FROM out_report AS report
LEFT JOIN (
	SELECT DISTINCT indicator_id, dataset FROM out_indicator_series WHERE role = 'own'
) AS series ON series.indicator_id = report.indicator_id
LEFT JOIN out_freshness AS fresh ON fresh.dataset = series.dataset
ORDER BY report.position, series.dataset;
