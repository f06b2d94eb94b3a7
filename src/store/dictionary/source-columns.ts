import { COVERAGES } from '../schema/dataset.ts';
import { type ColumnDescriptions, count, instant, integer, json, rowNumber, text } from './description.ts';
import { oneOf } from './description.ts';

/** Columns about datasets, their publications and dimensions; a name means the same wherever it stands. */
export const SOURCE_COLUMNS: ColumnDescriptions = {
  id: rowNumber('Radens nummer', 'Number of the row'),
  code: text('Kode', 'Code', 'K.3301'),
  dataset: text('Datasettets kode', 'Code of the dataset', 'employed-by-industry', 'a value of dataset.code'),
  dataset_id: rowNumber('Datasettet raden hører til', 'The dataset the row belongs to', 'dataset.id'),
  table_id: text(
    'Tabellnummer hos Statistisk sentralbyrå; tomt for importerte filer',
    "Statistics Norway's table number; empty for imported files",
    '07984',
    'five digits',
  ),
  alternative: text(
    'Hvilken av spørringene i datasettet tallene kommer fra',
    "Which of the dataset's queries the figures come from",
    'municipalities-today',
  ),
  alternative_reason: text(
    'Hvorfor den spørringen ble valgt',
    'Why that query was chosen',
    'The first alternative is offered.',
  ),
  in_use: {
    no: '1 når spørringen er den som brukes nå, ellers 0',
    en: '1 when the query is the one in use now, otherwise 0',
    type: 'boolean',
    unit: '0 or 1',
    allowed: '0, 1',
    example: '1',
  },
  coverage: oneOf('Hvor langt ned tallene rekker', 'How far down the figures reach', COVERAGES),
  title: text('Tittel', 'Title (Norwegian)', 'Sysselsatte per 4. kvartal'),
  title_en: text('Tittel på engelsk', 'Title in English', 'Employed persons per 4th quarter'),
  source: text(
    'Hvem som gir ut tallene, slik kilden skriver det',
    'Who publishes the figures, as the source writes it',
    'Statistisk sentralbyrå',
  ),
  licence: text('Lisensen tallene er gitt ut med', 'The licence the figures are published under', 'CC BY 4.0'),
  attribution: text(
    'Kildehenvisning som skal stå ved tallene',
    'The words to attribute the figures with (Norwegian)',
    'Kilde: Statistisk sentralbyrå, tabell 07984',
  ),
  attribution_en: text(
    'Kildehenvisning på engelsk',
    'The words to attribute the figures with, in English',
    'Source: Statistisk sentralbyrå, table 07984',
  ),
  table_address: text(
    'Tabellens side hos Statistisk sentralbyrå; tomt for importerte filer',
    "The table's page at Statistics Norway; empty for imported files",
    'https://www.ssb.no/statbank/table/07984',
    'https addresses',
  ),
  notes: json('Merknader fra kilden', 'Notes from the source', '["Tall for 2024 er foreløpige."]'),
  updated_at: instant('Når kilden sist oppdaterte tabellen', 'When the source last updated the table'),
  retrieved_at: instant('Når tallene ble hentet', 'When the figures were retrieved'),
  checked_at: instant(
    'Når kilden sist svarte, enten det var noe nytt eller ikke',
    'When the source last answered, whether anything was new or not',
  ),
  next_check_at: instant('Når kilden spørres igjen', 'When the source is asked again'),
  newest_period: text('Siste periode med et tall', 'The newest period with a number', '2024'),
  publication_id: rowNumber(
    'Publiseringen tallet eller raden kommer fra',
    'The publication the figure or row comes from',
    'publication.id',
  ),
  sha256: text(
    'Fingeravtrykk (SHA-256) av svaret eller filen slik den kom',
    'Fingerprint (SHA-256) of the reply or file as it came',
    '3f8c0e5a7b1d4926c8e0f2a4b6d8091b3d5f7a9c1e3b5d7f90a2c4e6081b3d5f',
    '64 hexadecimal digits',
  ),
  request: json(
    'Forespørslene som ble sendt, eller filnavnet',
    'The requests sent, or the name of the file',
    '["GET https://data.ssb.no/api/pxwebapi/v2/tables/07984/data"]',
  ),
  query: text(
    'Kjennemerke for spørsmålet publiseringen svarte på',
    'Mark of the question the publication answered',
    '1b2c3d4e5f60718a',
  ),
  cells: count('Antall celler', 'Number of cells', '324'),
  contract: json(
    'Kategorier og måleenheter publiseringen hadde; neste publisering sammenliknes med dem',
    'Categories and units the publication had; the next one is compared with them',
    '{"categories":{"Region":["K.3301"]},"units":{"SysselsatteArb":"personer"}}',
  ),
  regions: json(
    'Hvordan regionkodene leses',
    'How the region codes are read',
    '{"dimension":"Region","form":"grouped","prefix":"K."}',
  ),
  quantities: json(
    'Hvilke tall som kan summeres (count) og hvilke som ikke kan det (percentage)',
    'Which figures may be summed (count) and which may not (percentage)',
    '{"SysselsatteArb":"count"}',
  ),
  latest_period: integer(
    'Den nyeste perioden datasettet hadde publisert da: der en celle har et tall som ikke er 0, er skjermet eller har et ukjent symbol; tomt når det ikke er noen',
    'The newest period the dataset had published by then: in which a cell has a number other than 0, is withheld or carries an unknown symbol; empty when there is none',
    'period number',
    '2024000',
    'a value of time_period.period',
  ),
  body: {
    no: 'Svaret slik det kom, pakket med gzip; tomt i analytikernes kopi',
    en: "The reply as it came, gzip; empty in the analysts' copy",
    type: 'binary',
    unit: null,
    allowed: 'bytes',
    example: "X'1F8B08'",
  },
  dimension_id: rowNumber('Dimensjonen kategorien hører til', 'The dimension the category belongs to', 'dimension.id'),
  category_id: rowNumber('Kategori', 'Category', 'category.id'),
  label: text('Navn', 'Label (Norwegian)', 'Region'),
  label_en: text('Navn på engelsk', 'Label in English', 'region'),
  position: integer('Plass i rekkefølgen', 'Place in the order', 'position', '1', 'whole numbers from 0'),
  decimals: count('Antall desimaler kilden gir', 'Number of decimals the source gives', '1'),
  note: text('Merknad fra kilden', 'Note from the source', 'Brudd i tidsserien i 2015.'),
  region_id: rowNumber('Kategorien som er region', 'The category that is the region', 'category.id'),
  contents_id: rowNumber(
    'Kategorien som er statistikkvariabel',
    'The category that is the contents variable',
    'category.id',
  ),
};
