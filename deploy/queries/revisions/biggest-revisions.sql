-- Which revisions were the biggest, in per cent of the number that was replaced?
-- They are chosen among the bare figures, and the labels looked up for those alone.
WITH biggest AS (
	SELECT
		before.series_id,
		before.period,
		before.publication_id,
		abs(later.value - before.value) / abs(before.value) AS size
	FROM out_figure AS before
	JOIN out_figure AS later
		ON later.series_id = before.series_id
		AND later.period = before.period
		AND later.publication_id = before.replaced_by_publication_id
	WHERE before.replaced_by_publication_id IS NOT NULL AND before.value <> 0 AND later.value IS NOT NULL
	ORDER BY size DESC, before.series_id, before.period, before.publication_id
	LIMIT 20
)
SELECT
	revision.dataset,
	revision.region,
	revision.period,
	revision.value_before,
	revision.value_after,
	round(100.0 * (revision.value_after - revision.value_before) / abs(revision.value_before), 2) AS per_cent,
	revision.obs_status_before = 'P' AS was_provisional,
	substr(revision.in_force_until, 1, 10) AS day
FROM biggest
JOIN out_revision AS revision
	ON revision.series_id = biggest.series_id
	AND revision.period = biggest.period
	AND revision.publication_id = biggest.publication_id
ORDER BY biggest.size DESC, revision.dataset, revision.series_key, revision.period;
