import type { JobDefinition } from '../src/model/data/job.ts';

// The label is looked for because the code `F` is used without it being documented whether it means every enterprise
// or those founded by women.
const everyEnterprise = {
  Kjonn: { labelled: '^(alle|begge|foretak|i alt|totalt)\\b(?!.*(kvinne|menn|mann))', orLeftOut: true },
  OrgFormer: ['_T'],
  NACE2007: ['00-99'],
  AntAnsatte: ['99'],
  AntEtabl: ['00'],
};

const everyEstablishment = { NACE2007: ['00-99'], AntAnsatte: ['99'] };

/** Newly established enterprises, and the stock of establishments as context. */
export const newCompaniesJob = {
  id: 'new-companies',
  title: 'Nyetablerte foretak og bestand av bedrifter',
  schedule: '31 8 * * 1-5',
  timeZone: 'Europe/Oslo',
  datasets: [
    {
      id: 'new-enterprises',
      title: 'Nyetablerte foretak',
      titleEn: 'New enterprises',
      table: '14623',
      allowedAgeDays: 430,
      contents: [{ code: 'EtablertForetak', unit: 'foretak|enterprises', quantity: 'count', nil: 'counts' }],
      alternatives: [
        {
          id: 'municipalities-today',
          coverage: 'municipality',
          regions: { variable: 'Region', places: 'own-and-peers', codeList: { id: 'agg_KommSummer', prefix: 'K-' } },
          select: everyEnterprise,
          otherVariables: 'refuse',
          time: '*',
        },
        {
          id: 'municipality-divisions',
          coverage: 'municipality',
          regions: { variable: 'Region', places: 'own-and-peers' },
          select: everyEnterprise,
          otherVariables: 'refuse',
          time: '*',
        },
        {
          id: 'counties-today',
          coverage: 'county',
          regions: { variable: 'Region', places: 'own-and-peers', codeList: { id: 'agg_KommFylker', prefix: 'F-' } },
          select: everyEnterprise,
          otherVariables: 'refuse',
          time: '*',
        },
        {
          id: 'county-divisions',
          coverage: 'county',
          regions: { variable: 'Region', places: 'own-and-peers' },
          select: everyEnterprise,
          otherVariables: 'refuse',
          time: '*',
        },
      ],
    },
    {
      id: 'establishments',
      title: 'Bedrifter per 1. januar',
      titleEn: 'Establishments on 1 January',
      table: '10309',
      allowedAgeDays: 430,
      contents: [
        { code: 'Virksheter', unit: 'bedrifter|virksomheter|establishments', quantity: 'count', nil: 'counts' },
      ],
      alternatives: [
        {
          id: 'municipalities-today',
          coverage: 'municipality',
          regions: { variable: 'Region', places: 'own-and-peers', codeList: { id: 'agg_KommSummer', prefix: 'K-' } },
          select: everyEstablishment,
          otherVariables: 'refuse',
          time: 'from(2009)',
        },
        {
          id: 'municipality-divisions',
          coverage: 'municipality',
          regions: { variable: 'Region', places: 'own-and-peers' },
          select: everyEstablishment,
          otherVariables: 'refuse',
          time: 'from(2009)',
        },
      ],
    },
  ],
} as const satisfies JobDefinition;
