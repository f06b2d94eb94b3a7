/** A document that is not read: a part of the reason given, and whose fault it is that the toolkit reads it otherwise. */
export interface Refusal {
  readonly reason: string;
  readonly fault: string;
}

/** Every dataset of the corpus that is not read, though jsonstat-toolkit opens it. */
export const REFUSED_DATASETS: Readonly<Record<string, Refusal>> = {
  'jsonstat-corpus/edge/rjstat-bundle.json': {
    reason: 'holds 2 datasets (dataset, dataset2)',
    fault: 'nobody: a reply holds one dataset, and these have no time',
  },
  'jsonstat-corpus/edge/rjstat-dataset.json': {
    reason: 'has no time dimension',
    fault: 'nobody: JSON-stat needs no time, but a figure without a period cannot be followed',
  },
  'jsonstat-corpus/edge/rjstat-dataset2.json': {
    reason: 'has no time dimension',
    fault: 'nobody: JSON-stat needs no time, but a figure without a period cannot be followed',
  },
  'jsonstat-corpus/edge/sample_data-no-values.json': {
    reason: 'has no time dimension',
    fault: 'nobody: JSON-stat needs no time, but a figure without a period cannot be followed',
  },
  'jsonstat-corpus/edge/three_dim_size_as_string_v2.json': {
    reason: 'is the text "2", not a whole number',
    fault: 'the document: sizes are numbers, and the toolkit takes texts for them',
  },
  'jsonstat-corpus/eurostat/eurostat-nama_gdp_c-geo_IT.json': {
    reason: 'has an entry for "value", which is not a valid position',
    fault: 'the document: the toolkit passes over a status that belongs to no cell',
  },
  'jsonstat-corpus/eurostat/eurostat-nama_gdp_c.json': {
    reason: 'has an entry for "value", which is not a valid position',
    fault: 'the document: the toolkit passes over a status that belongs to no cell',
  },
  'jsonstat-corpus/fhi-norway/fhi-query-flags.json': {
    reason: 'has no time dimension',
    fault: 'the document: it holds years and calls them a classification',
  },
  'jsonstat-corpus/json-stat.org/hierarchy.json': {
    reason: 'has no time dimension',
    fault: 'nobody: JSON-stat needs no time, but a figure without a period cannot be followed',
  },
  'jsonstat-corpus/json-stat.org/oecd-canada-bundle-1.x.json': {
    reason: 'holds 2 datasets (oecd, canada)',
    fault: 'nobody: a reply holds one dataset; each of the two is read by itself',
  },
  'jsonstat-corpus/json-stat.org/order.json': {
    reason: 'has no time dimension',
    fault: 'nobody: JSON-stat needs no time, but a figure without a period cannot be followed',
  },
  'jsonstat-corpus/pxwebapi-v2-reference/MetadataById_tab001_js2.json': {
    reason: 'has no figures: it describes a table',
    fault: 'nobody: metadata without figures, where the toolkit makes every figure null',
  },
  'jsonstat-corpus/pxwebapi-v2-reference/MetadataById_tab003_js2.json': {
    reason: 'has no figures: it describes a table',
    fault: 'nobody: metadata without figures, where the toolkit makes every figure null',
  },
  'jsonstat-corpus/pxwebapi-v2-reference/MetadataById_tab004_js2.json': {
    reason: 'has no figures: it describes a table',
    fault: 'nobody: metadata without figures, where the toolkit makes every figure null',
  },
  'jsonstat-corpus/pxwebapi-v2-reference/table-metadata-example-jsonstat.json': {
    reason: 'has the size 1 but 102 categories',
    fault: 'the document: metadata cut short, its sizes are those of another',
  },
  'jsonstat-corpus/scb-sweden/TAB6471_metadata-v2.json': {
    reason: 'says it has 2006784 cells',
    fault: 'nobody: metadata without figures, of more cells than a reply can have',
  },
  'ssb/11118/metadata-v2-beta.json': {
    reason: 'The "value" of',
    fault: 'the source: a value that is null, as the beta wrote metadata',
  },
};

/**
 * Documents of other kinds than datasets (collections, catalogues, metadata of the older API, Klass, settings), with a
 * part of the reason given: whatever comes, the answer is a typed error.
 */
export const OTHER_DOCUMENTS: Readonly<Record<string, string>> = {
  'jsonstat-corpus/edge/rjstat-collection.json': 'class of the reply is the text "collection"',
  'jsonstat-corpus/edge/rjstat-nonexistent-collection.json': 'class of the reply is the text "collection"',
  'jsonstat-corpus/iceland/hagstofa_man02005_metadata-v1.json': 'is not a JSON-stat dataset',
  'jsonstat-corpus/json-stat.org/collection-areas.json': 'class of the reply is the text "collection"',
  'jsonstat-corpus/json-stat.org/collection-entry-point.json': 'class of the reply is the text "collection"',
  'jsonstat-corpus/json-stat.org/collection.json': 'class of the reply is the text "collection"',
  'jsonstat-corpus/json-stat.org/dimension-age5.json': 'class of the reply is the text "dimension"',
  'jsonstat-corpus/json-stat.org/dimension-usstates.json': 'class of the reply is the text "dimension"',
  'jsonstat-corpus/json-stat.org/dimension.json': 'class of the reply is the text "dimension"',
  'jsonstat-corpus/json-stat.org/oecd-canada-col.json': 'class of the reply is the text "collection"',
  'jsonstat-corpus/pxwebapi-v2-reference/ListAllTables.json': 'is not a JSON-stat dataset',
  'jsonstat-corpus/pxwebapi-v2-reference/codelists-agg_RegionNUTS2_2008-response.json': 'is not a JSON-stat dataset',
  'jsonstat-corpus/pxwebapi-v2-reference/codelists-vs_RegionLan07.json': 'is not a JSON-stat dataset',
  'jsonstat-corpus/pxwebapi-v2-reference/config-response-older.json': 'is not a JSON-stat dataset',
  'jsonstat-corpus/pxwebapi-v2-reference/config-response.json': 'is not a JSON-stat dataset',
  'jsonstat-corpus/pxwebapi-v2-reference/navigation-root-response.json': 'is not a JSON-stat dataset',
  'jsonstat-corpus/pxwebapi-v2-reference/tables-table-response.json': 'is not a JSON-stat dataset',
  'jsonstat-corpus/pxwebapi-v2-reference/tables-tables-response.json': 'is not a JSON-stat dataset',
  'jsonstat-corpus/scb-sweden/table_variables-v1.json': 'is not a JSON-stat dataset',
  'jsonstat-corpus/scb-sweden/tables-search-v2.json': 'is not a JSON-stat dataset',
  'jsonstat-corpus/scb-sweden/tables-v2.json': 'is not a JSON-stat dataset',
  'jsonstat-corpus/validator/cases.json': 'is not a JSON object',
  'jsonstat-corpus/validator/rules-manifest.json': 'is not a JSON-stat dataset',
  'jsonstat-corpus/validator/schema-collection.json': 'is not a JSON-stat dataset',
  'jsonstat-corpus/validator/schema-dataset.json': 'has no list of dimension ids',
  'jsonstat-corpus/validator/schema-dimension.json': 'is not a JSON-stat dataset',
  'jsonstat-corpus/validator/schema-index.json': 'is not a JSON-stat dataset',
  'ssb/05300/metadata-v0.json': 'is not a JSON-stat dataset',
  'ssb/12134/spike-2026-04-25-recording.json': 'is not a JSON-stat dataset',
  'ssb/13861/metadata-v0.json': 'is not a JSON-stat dataset',
  'ssb/errors/v2-errors.json': 'is not a JSON object',
  'ssb/klass/changes-137-sn2002-sn2007.json': 'is not a JSON-stat dataset',
  'ssb/klass/classifications-106-changes.json': 'is not a JSON-stat dataset',
  'ssb/klass/classifications-106-codes.json': 'is not a JSON-stat dataset',
  'ssb/klass/classifications-106-codesAt-a.json': 'is not a JSON-stat dataset',
  'ssb/klass/classifications-106-codesAt-b.json': 'is not a JSON-stat dataset',
  'ssb/klass/classifications-131-changes-2rows.json': 'is not a JSON-stat dataset',
  'ssb/klass/classifications-131-codesAt-2026-01-01.json': 'is not a JSON-stat dataset',
  'ssb/klass/classifications-131-codesAt-old.json': 'is not a JSON-stat dataset',
  'ssb/klass/classifications-6-codesAt-all.json': 'is not a JSON-stat dataset',
  'ssb/klass/classifications-6-codesAt-level1-en.json': 'is not a JSON-stat dataset',
  'ssb/klass/classifications-6-codesAt-level1-nb.json': 'is not a JSON-stat dataset',
  'ssb/v2-api/config.json': 'is not a JSON-stat dataset',
  'ssb/v2-api/navigation-pp-no.json': 'is not a JSON-stat dataset',
  'ssb/v2-api/navigation-root-en.json': 'is not a JSON-stat dataset',
  'ssb/v2-api/table-03013-beta.json': 'is not a JSON-stat dataset',
  'ssb/v2-api/table-03013-en-2026.json': 'is not a JSON-stat dataset',
  'ssb/v2-api/table-05810-en.json': 'is not a JSON-stat dataset',
  'ssb/v2-api/tables-no-page1-2026.json': 'is not a JSON-stat dataset',
  'ssb/v2-api/tables-no-page2-2026.json': 'is not a JSON-stat dataset',
  'ssb/v2-api/tables-query-befolkning-page2.json': 'is not a JSON-stat dataset',
};
