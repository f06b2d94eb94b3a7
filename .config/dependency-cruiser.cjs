/** The floor plan as rules. A rule's comment tells what to do when it is broken. */
const stages =
  'source|files|places|contract|normalise|store|compute|status|schedule|health|words|alert|report|settings|platform';
const pure = 'model|words|places|contract|normalise|compute|status|schedule|health|report';
const wordless = 'source|places|contract|normalise|store|compute|status|schedule|health|settings|platform';

/** One npm package, one door. */
const doors = {
  axios: '^src/platform/http\\.ts$',
  'proxy-from-env': '^src/platform/proxy\\.ts$',
  pino: '^src/platform/logger\\.ts$',
  'pino-pretty': '^src/platform/logger\\.ts$',
  'jsonstat-toolkit': '^src/normalise/json-stat/read-json-stat\\.ts$',
  'better-sqlite3': '^src/store/sqlite-driver\\.ts$',
  'drizzle-orm': '^src/store/',
  '@duckdb/node-api': '^src/store/export/parquet-writer\\.ts$',
  'csv-stringify': '^src/store/export/csv-writer\\.ts$',
  yaml: '^src/settings/read-yaml\\.ts$',
  'csv-parse': '^src/files/survey\\.ts$',
  'read-excel-file': '^src/files/',
  nodemailer: '^src/alert/channels/email\\.ts$',
  'prom-client': '^src/app/service/metrics/metrics\\.ts$',
  'node-cron': '^src/app/service/scheduler\\.ts$',
  commander: '^src/cli/',
  ora: '^src/cli/',
};

module.exports = {
  forbidden: [
    {
      name: 'no cycles',
      severity: 'error',
      comment: 'Two files that need each other are one thing, or a third thing is missing: move what both need.',
      from: {},
      to: { circular: true },
    },
    {
      name: 'model imports nothing',
      severity: 'error',
      comment: 'The vocabulary rests on nothing. Move what needs an import to the room that owns it.',
      from: { path: '^src/model/' },
      to: { pathNot: '^src/model/' },
    },
    {
      name: 'a room imports model and itself',
      severity: 'error',
      comment: 'Hand the value in from app, which knows the rooms.',
      from: { path: `^src/(${stages})/` },
      to: { path: '^src/', pathNot: ['^src/(model|platform|words)/', '^src/$1/'] },
    },
    {
      name: 'what is found has no words',
      severity: 'error',
      comment: 'Hand on what was found, as a value in model; words are made of it where somebody reads them.',
      from: { path: `^src/(${wordless})/` },
      to: { path: '^src/words/' },
    },
    {
      name: 'pure rooms use no platform',
      severity: 'error',
      comment: 'A pure room has no I/O: let app do it and pass the result.',
      from: { path: `^src/(${pure})/` },
      to: { path: '^src/platform/' },
    },
    {
      name: 'pure rooms use no Node module',
      severity: 'error',
      comment: 'A pure room has no I/O, clock or environment: let app pass what it needs.',
      from: { path: `^src/(${pure})/` },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'platform knows no domain',
      severity: 'error',
      comment: 'Tools of the edge know the error class and nothing else of the model.',
      from: { path: '^src/platform/' },
      to: { path: '^src/', pathNot: '^src/(platform/|model/errors\\.ts)' },
    },
    {
      name: 'only cli knows app',
      severity: 'error',
      comment: 'The hallway is entered through the door.',
      from: { path: '^src/', pathNot: '^src/(app|cli)/' },
      to: { path: '^src/(app|cli)/' },
    },
    {
      name: 'cli goes through app',
      severity: 'error',
      comment: 'The command line prints what app answers; it does no work of its own.',
      from: { path: '^src/cli/' },
      to: { path: `^src/(source|files|normalise|contract|store|compute|alert|settings)/` },
    },
    {
      name: 'jobs are data',
      severity: 'error',
      comment: 'A job file states what and when; it imports the type and nothing else.',
      from: { path: '^jobs/', pathNot: '^jobs/index\\.ts$' },
      to: { pathNot: '^src/model/data/job\\.ts$' },
    },
    {
      name: 'nothing imports test',
      severity: 'error',
      comment: 'What the product needs does not live in test.',
      from: { path: '^(src|jobs)/' },
      to: { path: '^test/' },
    },
    ...Object.entries(doors).map(([name, door]) => ({
      name: `${name} has one door`,
      severity: 'error',
      comment: `Import ${name} only in ${door}; elsewhere use what that file exports.`,
      from: { path: '^(src|jobs)/', pathNot: door },
      to: { path: `node_modules/${name}/` },
    })),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
