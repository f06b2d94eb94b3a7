import { evidenceNb } from './evidence/evidence-nb.ts';
import { firstNb } from './first-nb.ts';
import { toldNb } from './told-nb.ts';
import type { PageTexts } from './texts.ts';

/** Plain bokmål. */
export const textsNb: PageTexts = {
  pageTitle: (municipality, plan) => `${plan} – ${municipality}`,
  first: firstNb,
  told: toldNb,
  skip: 'Hopp til innholdet',
  ambition: 'Ambisjon',
  period: 'Periode',
  value: 'Verdi',
  inARow: (status, count) => `${status} ${count} perioder på rad`,
  cause: 'Årsak',
  noValue: 'Ingen måling',
  unchanged: (previousPeriod) => `uendret fra ${previousPeriod}`,
  moved: (up, change, previousPeriod) => `${up ? 'opp' : 'ned'} ${change} fra ${previousPeriod}`,
  leadOver: (ahead, lead) => `${lead} ${ahead ? 'foran' : 'bak'} sammenlikningsgruppen`,
  proposedGroup: 'foreslått sammenlikningsgruppe',
  evidence: evidenceNb,
  past: {
    title: 'Status periode for periode',
    all: 'Verdi og status i hver periode',
    status: 'Status',
    lead: 'Dagens regel brukt på tallene for hver periode.',
  },
  revisions: {
    title: 'Rettelser siden sist',
    none: 'Kilden har ikke rettet noen av tallene som er brukt her.',
    lead: (date) => `Kilden rettet tall ${date}.`,
    peers: (names) => `Tall for ${names} i sammenlikningsgruppen ble også rettet.`,
    before: 'Var',
    after: 'Er nå',
    published: 'Tallet kilden rettet',
    calculated: 'Utregnet av det',
  },
  source: {
    title: 'Kilde',
    source: 'Kilde',
    table: 'Tabell',
    updated: 'Oppdatert av kilden',
    retrieved: 'Hentet',
    licence: 'Lisens',
    terms: (host, isInEnglish) => `vilkårene hos ${host}${isInEnglish ? ' (på engelsk)' : ''}`,
    measurement: 'Måling etter planen',
    references: 'Les mer',
  },
  unmeasured: {
    title: 'Dette måles ikke, eller bare indirekte',
    lead: 'Manglende tall regnes aldri som et godt resultat. Her står det som ikke er målt eller ikke kan vurderes, og hvorfor.',
    none: 'Alt i planen er målt og vurdert.',
  },
  guide: {
    title: 'Slik leses siden',
    statuses: {
      'on-track': 'Ambisjonen var oppfylt i siste periode.',
      'partly-met': 'Noen av kravene i en sammensatt ambisjon var oppfylt, eller tallet lå mellom to grenser.',
      stable: 'Ingen endring ut over marginen. Ambisjonen er ikke oppfylt.',
      alike:
        'Ingen forskjell ut over marginen fra dem det sammenliknes med, eller fra veien mot målet. Ambisjonen er ikke oppfylt.',
      'too-little': 'En endring ut over marginen, men mindre enn planen krever. Ambisjonen er ikke oppfylt.',
      'off-track':
        'Utviklingen gikk feil vei, var svakere enn i sammenlikningsgruppen, eller nådde ikke grensen eller veien mot målet.',
      'ambition-not-set': 'Målt, men det er ikke vedtatt noen ambisjon.',
      'not-measured': 'Det finnes ingen måling ennå.',
      insufficient:
        'Målt, men siste periode kan ikke vurderes. Grunnen, og det som sist var kjent, står ved indikatoren.',
      break: 'De to periodene kan ikke sammenliknes.',
    },
    terms: [
      [
        'Siste periode',
        'Den nyeste perioden kilden har publisert, for hvilket sted det enn er. Mangler et tall i den, kan den ikke vurderes, og det som sist var kjent, står ved siden av.',
      ],
      ['Holdt tilbake', 'Kilden har tallet, men viser det ikke av hensyn til personvernet. Det regnes aldri som 0.'],
    ],
    flagsTitle: 'Merknader',
    flags: {
      proxy: 'Tallet står i stedet for noe som ikke er målt, eller gjelder et større område enn kommunen.',
      provisional: 'Kilden sier at tallet er foreløpig.',
      stale: 'Kilden har ikke kommet med nye tall så ofte som ventet.',
      corrected: 'Kommunen har rettet minst ett av tallene; begrunnelse og referanse står ved tallet.',
      bounded:
        'Noen grupper er holdt tilbake av hensyn til personvernet; begge ender av indeksen er regnet ut og gir samme vurdering.',
      'within-uncertainty': 'Endringen er mindre enn to standardfeil av undersøkelsen.',
      revised: 'Kilden har rettet et av tallene som er brukt.',
      'within-variation': 'Endringen er ikke større enn det som er vanlig fra år til år.',
    },
    proposed: 'Kommunen har ikke vedtatt hvem den sammenlikner seg med, så gruppen er et forslag.',
  },
  quoted: (text) => `«${text}»`,
  toTop: 'Til oversikten',
  annotations: 'Hendelser det er verdt å kjenne til',
  ask: 'Spørsmål om tallene? Kontakt',
  contact: 'Kontakt',
  readPlan: 'Les planen',
};
