-- When was each dataset fetched, and what did it change?
SELECT
	dataset,
	substr(retrieved_at, 1, 10) AS fetched,
	substr(updated_at, 1, 10) AS changed_at_source,
	cells,
	inserted,
	revised,
	withdrawn,
	unit
FROM out_publication
ORDER BY dataset, retrieved_at;
