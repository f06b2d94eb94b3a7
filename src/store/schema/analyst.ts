import { integer, primaryKey, real, sqliteTable, text } from 'drizzle-orm/sqlite-core';

/** Every place the settings know, with each code it has or has had. Written anew when the settings differ. */
export const outPlace = sqliteTable(
  'out_place',
  {
    level: text('level').notNull(),
    placeCode: text('place_code').notNull(),
    position: integer('position').notNull(),
    place: text('place').notNull(),
    code: text('code').notNull(),
    name: text('name').notNull(),
    validFrom: text('valid_from'),
    validTo: text('valid_to'),
    isOwn: integer('is_own').notNull(),
  },
  (table) => [primaryKey({ columns: [table.level, table.placeCode, table.position] })],
);

/** Whom each group of peers holds. */
export const outPeerGroup = sqliteTable(
  'out_peer_group',
  {
    peerGroup: text('peer_group').notNull(),
    region: text('region').notNull(),
    municipalityCode: text('municipality_code').notNull(),
    title: text('title').notNull(),
    titleEn: text('title_en').notNull(),
    regionName: text('region_name').notNull(),
    municipality: text('municipality').notNull(),
    confirmed: integer('confirmed').notNull(),
  },
  (table) => [primaryKey({ columns: [table.peerGroup, table.region, table.municipalityCode] })],
);

/** The words for each code that other tables use. */
export const outTerm = sqliteTable(
  'out_term',
  {
    kind: text('kind').notNull(),
    code: text('code').notNull(),
    position: integer('position').notNull(),
    textNb: text('text_nb').notNull(),
    textNn: text('text_nn'),
    textEn: text('text_en').notNull(),
  },
  (table) => [primaryKey({ columns: [table.kind, table.code] })],
);

/** What today's rules say of every period, as the page has it. */
export const outVerdict = sqliteTable(
  'out_verdict',
  {
    indicatorId: text('indicator_id').notNull(),
    period: text('period').notNull(),
    position: integer('position').notNull(),
    title: text('title').notNull(),
    titleEn: text('title_en').notNull(),
    periodStart: text('period_start').notNull(),
    periodEnd: text('period_end').notNull(),
    year: integer('year').notNull(),
    isLatest: integer('is_latest').notNull(),
    status: text('status').notNull(),
    statusNb: text('status_nb').notNull(),
    statusNn: text('status_nn'),
    statusEn: text('status_en').notNull(),
    reason: text('reason'),
    value: real('value'),
    valueRounded: real('value_rounded'),
    decimals: integer('decimals').notNull(),
    unit: text('unit'),
    previousPeriod: text('previous_period'),
    previous: real('previous'),
    change: real('change'),
    peersFigure: real('peers_figure'),
    lead: real('lead'),
    margin: real('margin'),
    flags: text('flags'),
    inARow: integer('in_a_row').notNull(),
    metSincePlan: integer('met_since_plan').notNull(),
    judgedSincePlan: integer('judged_since_plan').notNull(),
  },
  (table) => [primaryKey({ columns: [table.indicatorId, table.period] })],
);

/** The annual report's line for each indicator: rounded, in words, with reservation and source. */
export const outReport = sqliteTable('out_report', {
  indicatorId: text('indicator_id').primaryKey(),
  position: integer('position').notNull(),
  goal: text('goal').notNull(),
  subgoal: text('subgoal').notNull(),
  ambition: text('ambition').notNull(),
  period: text('period'),
  status: text('status').notNull(),
  value: real('value'),
  unit: text('unit'),
  titleNb: text('title_nb').notNull(),
  titleNn: text('title_nn'),
  titleEn: text('title_en').notNull(),
  statusNb: text('status_nb').notNull(),
  statusNn: text('status_nn'),
  statusEn: text('status_en').notNull(),
  valueNb: text('value_nb'),
  valueNn: text('value_nn'),
  valueEn: text('value_en'),
  changeNb: text('change_nb'),
  changeNn: text('change_nn'),
  changeEn: text('change_en'),
  inARowNb: text('in_a_row_nb'),
  inARowNn: text('in_a_row_nn'),
  inARowEn: text('in_a_row_en'),
  sentenceNb: text('sentence_nb').notNull(),
  sentenceNn: text('sentence_nn'),
  sentenceEn: text('sentence_en').notNull(),
  reservationNb: text('reservation_nb'),
  reservationNn: text('reservation_nn'),
  reservationEn: text('reservation_en'),
  nextNb: text('next_nb'),
  nextNn: text('next_nn'),
  nextEn: text('next_en'),
  sourceNb: text('source_nb'),
  sourceNn: text('source_nn'),
  sourceEn: text('source_en'),
});
