import { type View, view } from './view.ts';

/** Today's code of the municipality a region code stands for, whatever the table writes it as: `K-3301`, `3301`, `0602`. */
const MUNICIPALITY = `(
		SELECT out_place.place_code FROM out_place
		WHERE out_place.level = 'municipality' AND out_place.code = CASE
			WHEN region.code GLOB '[0-9][0-9][0-9][0-9]' OR region.code GLOB '*[-.][0-9][0-9][0-9][0-9]'
			THEN substr(region.code, -4)
		END
		ORDER BY out_place.valid_to IS NOT NULL, out_place.valid_to DESC, out_place.place_code
		LIMIT 1
	)`;

/** All categories of a series as a text: sorted in a query of its own, which group_concat of older SQLite cannot do. */
function categories(dimension: string, category: string, joins = ''): string {
  return `(
		SELECT group_concat(part, '; ') FROM (
			SELECT ${dimension} || ': ' || ${category} AS part
			FROM series_category
			JOIN category ON category.id = series_category.category_id
			JOIN dimension ON dimension.id = category.dimension_id${joins}
			WHERE series_category.series_id = series.id
			ORDER BY dimension.position
		)
	)`;
}

const LABEL_EN = 'coalesce(category.label_en, category.label)';
const DIMENSION_EN = 'coalesce(dimension.label_en, dimension.label)';

const SERIES = view(
  'out_series',
  'Every series with the labels its categories have today, one row per combination of categories other than time.',
  `
SELECT
	series.id AS series_id,
	dataset.code AS dataset,
	dataset.table_id,
	series.alternative,
	series.alternative = dataset.alternative AS in_use,
	series.series_key,
	region.code AS region_code,
	${MUNICIPALITY} AS municipality_code,
	region.label AS region,
	region.label_en AS region_en,
	contents.code AS contents_code,
	contents.label AS contents,
	contents.label_en AS contents_en,
	contents.unit,
	contents.decimals,
	${categories('dimension.label', 'category.label')} AS categories,
	${categories(DIMENSION_EN, LABEL_EN)} AS categories_en
FROM series
JOIN dataset ON dataset.id = series.dataset_id
LEFT JOIN category AS region ON region.id = series.region_id
LEFT JOIN category AS contents ON contents.id = series.contents_id`,
);

/** The words a category had then, where it has others now. */
function then(category: string): string {
  return `LEFT JOIN category_revision AS ${category}_then ON ${category}_then.category_id = ${category}.id
	AND ${category}_then.replaced_by_publication_id = (
		SELECT min(changed.replaced_by_publication_id) FROM category_revision AS changed
		WHERE changed.category_id = ${category}.id
			AND changed.replaced_by_publication_id >= version.until_publication_id
	)`;
}

function was(category: string, column: string): string {
  return `CASE WHEN ${category}_then.category_id IS NULL THEN ${category}.${column} ELSE ${category}_then.${column} END`;
}

const SERIES_VERSION = view(
  'out_series_version',
  'What each series was called, and its unit, from which publication of its dataset until which.',
  `
SELECT
	series.id AS series_id,
	dataset.code AS dataset,
	version.from_publication_id,
	version.until_publication_id,
	${was('region', 'label')} AS region,
	${was('region', 'label_en')} AS region_en,
	${was('contents', 'label')} AS contents,
	${was('contents', 'label_en')} AS contents_en,
	${was('contents', 'unit')} AS unit,
	${was('contents', 'decimals')} AS decimals,
	${categories('dimension.label', `(${was('category', 'label')})`, `\n\t\t\t${then('category')}`)} AS categories,
	${categories(
    DIMENSION_EN,
    `coalesce(${was('category', 'label_en')}, ${was('category', 'label')})`,
    `\n\t\t\t${then('category')}`,
  )} AS categories_en
FROM series
JOIN dataset ON dataset.id = series.dataset_id
JOIN (
	SELECT
		dataset_id,
		coalesce(lag(until_publication_id) OVER (
			PARTITION BY dataset_id ORDER BY until_publication_id IS NULL, until_publication_id
		), 0) AS from_publication_id,
		until_publication_id
	FROM (
		SELECT dataset.id AS dataset_id, NULL AS until_publication_id FROM dataset
		UNION
		SELECT dimension.dataset_id, category_revision.replaced_by_publication_id
		FROM category_revision
		JOIN category ON category.id = category_revision.category_id
		JOIN dimension ON dimension.id = category.dimension_id
	)
) AS version ON version.dataset_id = series.dataset_id
LEFT JOIN category AS region ON region.id = series.region_id
${then('region')}
LEFT JOIN category AS contents ON contents.id = series.contents_id
${then('contents')}`,
);

const PERIOD = view(
  'out_period',
  'Every period there are figures for, with its first and its last day.',
  `
SELECT
	time_period.code AS period,
	time_period.frequency,
	time_period.year,
	time_period.sub_period,
	CASE time_period.frequency
		WHEN 'half-year' THEN printf('%04d-%02d-01', year, sub_period * 6 - 5)
		WHEN 'quarter' THEN printf('%04d-%02d-01', year, sub_period * 3 - 2)
		WHEN 'month' THEN printf('%04d-%02d-01', year, sub_period)
		-- The first week of a year is the one with 4 January in it.
		WHEN 'week' THEN date(printf('%04d-01-04', year), 'weekday 0', (sub_period * 7 - 13) || ' days')
		WHEN 'interval' THEN printf('%04d-01-01', year - sub_period)
		ELSE printf('%04d-01-01', year)
	END AS period_start,
	CASE time_period.frequency
		WHEN 'half-year' THEN date(printf('%04d-%02d-01', year, sub_period * 6 - 5), '+6 months', '-1 day')
		WHEN 'quarter' THEN date(printf('%04d-%02d-01', year, sub_period * 3 - 2), '+3 months', '-1 day')
		WHEN 'month' THEN date(printf('%04d-%02d-01', year, sub_period), '+1 month', '-1 day')
		WHEN 'week' THEN date(printf('%04d-01-04', year), 'weekday 0', (sub_period * 7 - 7) || ' days')
		ELSE printf('%04d-12-31', year)
	END AS period_end
FROM time_period`,
);

/** Series, what they were called when, and periods. */
export const SERIES_VIEWS: readonly View[] = [SERIES, SERIES_VERSION, PERIOD];
