/** What a reader looks up of one indicator, dataset or place: each is to take at most 50 ms however much is in the file. */
export const LOOKUPS: Readonly<Record<string, string>> = {
  'verdicts-of-an-indicator': "SELECT * FROM out_verdict WHERE indicator_id = 'job-growth'",
  'series-of-an-indicator': "SELECT * FROM out_indicator_series WHERE indicator_id = 'job-growth'",
  'history-of-an-indicator': "SELECT * FROM out_status_history WHERE indicator_id = 'job-growth'",
  'publications-of-a-dataset': "SELECT * FROM out_publication WHERE dataset = 'made-up-2'",
  'freshness-of-a-dataset': "SELECT * FROM out_freshness WHERE dataset = 'made-up-2'",
  'series-of-a-dataset-at-a-place': "SELECT * FROM out_series WHERE dataset = 'made-up-2' AND region_code = '0103'",
  'newest-of-a-dataset': 'SELECT max(period) FROM out_made_up_2',
  'place-and-year-in-a-dataset': "SELECT * FROM out_made_up_2 WHERE region_code = '0103' AND period = '2024'",
  'municipality-in-a-dataset':
    "SELECT period, sum(value) FROM out_made_up_2 WHERE municipality_code = '0103' GROUP BY period",
  'place-and-year-with-labels':
    "SELECT * FROM out_observation WHERE dataset = 'made-up-2' AND alternative = 'all' AND region_code = '0103' AND period = '2024'",
  'series-of-a-municipality': "SELECT * FROM out_series WHERE municipality_code = '0103' LIMIT 1000",
  'vintages-of-a-series':
    "SELECT * FROM out_vintage WHERE series_id = (SELECT max(series_id) FROM out_series WHERE dataset = 'made-up-2')",
  'place-by-an-old-code': "SELECT * FROM out_place WHERE code = '0103'",
};
