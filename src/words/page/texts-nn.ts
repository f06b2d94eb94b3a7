import { evidenceNn } from './evidence/evidence-nn.ts';
import { firstNn } from './first-nn.ts';
import { toldNn } from './told-nn.ts';
import type { PageTexts } from './texts.ts';

/** Plain nynorsk. */
export const textsNn: PageTexts = {
  pageTitle: (municipality, plan) => `${plan} – ${municipality}`,
  first: firstNn,
  told: toldNn,
  skip: 'Hopp til innhaldet',
  ambition: 'Ambisjon',
  period: 'Periode',
  value: 'Verdi',
  inARow: (status, count) => `${status} ${count} periodar på rad`,
  cause: 'Årsak',
  noValue: 'Inga måling',
  unchanged: (previousPeriod) => `uendra frå ${previousPeriod}`,
  moved: (up, change, previousPeriod) => `${up ? 'opp' : 'ned'} ${change} frå ${previousPeriod}`,
  leadOver: (ahead, lead) => `${lead} ${ahead ? 'framfor' : 'bak'} samanlikningsgruppa`,
  proposedGroup: 'føreslått samanlikningsgruppe',
  evidence: evidenceNn,
  past: {
    title: 'Status periode for periode',
    all: 'Verdi og status i kvar periode',
    status: 'Status',
    lead: 'Regelen i dag, brukt på tala for kvar periode.',
  },
  revisions: {
    title: 'Rettingar sidan sist',
    none: 'Kjelda har ikkje retta noko tal som er brukt her.',
    lead: (date) => `Kjelda retta tal ${date}.`,
    peers: (names) => `Tal for ${names} i samanlikningsgruppa vart òg retta.`,
    before: 'Var',
    after: 'Er no',
    published: 'Talet kjelda retta',
    calculated: 'Rekna ut av det',
  },
  source: {
    title: 'Kjelde',
    source: 'Kjelde',
    table: 'Tabell',
    updated: 'Oppdatert av kjelda',
    retrieved: 'Henta',
    licence: 'Lisens',
    terms: (host, isInEnglish) => `vilkåra hos ${host}${isInEnglish ? ' (på engelsk)' : ''}`,
    measurement: 'Måling etter planen',
    references: 'Les meir',
  },
  unmeasured: {
    title: 'Dette blir ikkje målt, eller berre indirekte',
    lead: 'Tal som manglar, blir aldri rekna som eit godt resultat. Her står det som ikkje er målt eller ikkje kan vurderast, og kvifor.',
    none: 'Alt i planen er målt og vurdert.',
  },
  guide: {
    title: 'Slik les du sida',
    statuses: {
      'on-track': 'Ambisjonen var oppfylt i siste periode.',
      'partly-met': 'Nokre av krava i ein samansett ambisjon var oppfylte, eller talet låg mellom to grenser.',
      stable: 'Inga endring ut over marginen. Ambisjonen er ikkje oppfylt.',
      alike:
        'Ingen skilnad ut over marginen frå dei det blir samanlikna med, eller frå vegen mot målet. Ambisjonen er ikkje oppfylt.',
      'too-little': 'Ei endring ut over marginen, men mindre enn planen krev. Ambisjonen er ikkje oppfylt.',
      'off-track':
        'Utviklinga gjekk feil veg, var svakare enn i samanlikningsgruppa, eller nådde ikkje grensa eller vegen mot målet.',
      'ambition-not-set': 'Målt, men det er ikkje vedteke nokon ambisjon.',
      'not-measured': 'Det finst inga måling enno.',
      insufficient:
        'Målt, men siste periode kan ikkje vurderast. Grunnen, og det som sist var kjent, står ved indikatoren.',
      break: 'Dei to periodane kan ikkje samanliknast.',
    },
    terms: [
      [
        'Siste periode',
        'Den nyaste perioden kjelda har publisert, same kva stad det er for. Manglar eit tal i perioden, kan han ikkje vurderast, og det som sist var kjent, står ved sida av.',
      ],
      [
        'Tilbakehalde tal',
        'Kjelda har talet, men viser det ikkje av omsyn til personvernet. Det blir aldri rekna som 0.',
      ],
    ],
    flagsTitle: 'Merknader',
    flags: {
      proxy: 'Talet står i staden for noko som ikkje er målt, eller gjeld eit større område enn kommunen.',
      provisional: 'Kjelda seier at talet er førebels.',
      stale: 'Kjelda har ikkje kome med nye tal så ofte som venta.',
      corrected: 'Kommunen har retta minst eitt av tala; grunngiving og referanse står ved talet.',
      bounded:
        'Nokre grupper er haldne tilbake av omsyn til personvernet; begge endane av indeksen er rekna ut og gir same vurdering.',
      'within-uncertainty': 'Endringa er mindre enn to standardfeil av undersøkinga.',
      revised: 'Kjelda har retta eit av tala som er brukte.',
      'within-variation': 'Endringa er ikkje større enn det som er vanleg frå år til år.',
    },
    proposed: 'Kommunen har ikkje vedteke kven han samanliknar seg med, så gruppa er eit forslag.',
  },
  quoted: (text) => `«${text}»`,
  toTop: 'Til oversikta',
  annotations: 'Hendingar det er verdt å kjenne til',
  ask: 'Spørsmål om tala? Kontakt',
  contact: 'Kontakt',
  readPlan: 'Les planen',
};
