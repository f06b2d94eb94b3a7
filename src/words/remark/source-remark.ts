import type { Language } from '../../model/language.ts';
import type { TableStanding } from '../../model/data/source-description.ts';

/** Something about a table that must be said beside what rests on it. */
export type SourceFinding =
  | {
      readonly kind: 'note';
      readonly table: string;
      readonly text: string;
      readonly mandatory: boolean;
      /** What it stands on, as the table calls it; `null` for the table itself. */
      readonly on: string | null;
    }
  | {
      readonly kind: 'label';
      readonly table: string;
      readonly code: string;
      readonly variable: string;
      readonly before: string;
      readonly after: string;
    }
  | { readonly kind: 'standing'; readonly standing: TableStanding }
  | { readonly kind: 'symbol'; readonly table: string; readonly symbol: string };

const REMARKS: Readonly<Record<Language, (finding: SourceFinding) => string>> = {
  nb: inBokmal,
  nn: inNynorsk,
  en: inEnglish,
};

/** It as a sentence for staff; the source's own words stand as it wrote them. */
export function sourceRemark(finding: SourceFinding, language: Language): string {
  return REMARKS[language](finding);
}

function inBokmal(finding: SourceFinding): string {
  switch (finding.kind) {
    case 'note': {
      const on = finding.on === null ? '' : ` (${finding.on})`;
      const which = finding.mandatory ? 'Merknad fra SSB som skal leses sammen med tallene,' : 'Ny merknad fra SSB,';
      return `${which} tabell ${finding.table}${on}: «${oneLine(finding.text)}»`;
    }
    case 'label':
      return `Tabell ${finding.table} kaller nå ${finding.code} (${finding.variable}) «${finding.after}»; før het det «${finding.before}».`;
    case 'symbol':
      return `SSB bruker symbolet «${finding.symbol}» i tabell ${finding.table}, og ingen har forklart hva det betyr.`;
    case 'standing': {
      const { kind, table, lastPeriod, successor } = finding.standing;
      const last = lastPeriod === null ? '' : ` Siste periode er ${lastPeriod}.`;
      const next =
        successor === null ? '' : ` Den ser ut til å fortsette i tabell ${successor.table} («${successor.label}»).`;
      const said = {
        closed: `Tabell ${table} er avsluttet hos SSB og får ikke nye tall.`,
        gone: `Tabell ${table} finnes ikke lenger hos SSB.`,
        'standing-still': `Tabell ${table} står stille hos SSB, mens en annen tabell har nyere tall.`,
      }[kind];
      return `${said}${last}${next}`;
    }
  }
}

function inNynorsk(finding: SourceFinding): string {
  switch (finding.kind) {
    case 'note': {
      const on = finding.on === null ? '' : ` (${finding.on})`;
      const which = finding.mandatory ? 'Merknad frå SSB som skal lesast saman med tala,' : 'Ny merknad frå SSB,';
      return `${which} tabell ${finding.table}${on}: «${oneLine(finding.text)}»`;
    }
    case 'label':
      return `Tabell ${finding.table} kallar no ${finding.code} (${finding.variable}) «${finding.after}»; før heitte det «${finding.before}».`;
    case 'symbol':
      return `SSB bruker symbolet «${finding.symbol}» i tabell ${finding.table}, og ingen har forklart kva det tyder.`;
    case 'standing': {
      const { kind, table, lastPeriod, successor } = finding.standing;
      const last = lastPeriod === null ? '' : ` Siste periode er ${lastPeriod}.`;
      const next =
        successor === null ? '' : ` Han ser ut til å halde fram i tabell ${successor.table} («${successor.label}»).`;
      const said = {
        closed: `Tabell ${table} er avslutta hos SSB og får ikkje nye tal.`,
        gone: `Tabell ${table} finst ikkje lenger hos SSB.`,
        'standing-still': `Tabell ${table} står stille hos SSB, medan ein annan tabell har nyare tal.`,
      }[kind];
      return `${said}${last}${next}`;
    }
  }
}

function inEnglish(finding: SourceFinding): string {
  switch (finding.kind) {
    case 'note': {
      const on = finding.on === null ? '' : ` (${finding.on})`;
      const which = finding.mandatory
        ? 'Note from Statistics Norway that belongs with the figures,'
        : 'New note from Statistics Norway,';
      return `${which} table ${finding.table}${on}: «${oneLine(finding.text)}»`;
    }
    case 'label':
      return `Table ${finding.table} now calls ${finding.code} (${finding.variable}) «${finding.after}»; it was «${finding.before}».`;
    case 'symbol':
      return `Statistics Norway uses the symbol «${finding.symbol}» in table ${finding.table}, and nobody has explained what it means.`;
    case 'standing': {
      const { kind, table, lastPeriod, successor } = finding.standing;
      const last = lastPeriod === null ? '' : ` Its last period is ${lastPeriod}.`;
      const next = successor === null ? '' : ` It seems to go on in table ${successor.table} («${successor.label}»).`;
      const said = {
        closed: `Table ${table} is closed at Statistics Norway and gets no new figures.`,
        gone: `Table ${table} is no longer at Statistics Norway.`,
        'standing-still': `Table ${table} stands still at Statistics Norway, while another has later figures.`,
      }[kind];
      return `${said}${last}${next}`;
    }
  }
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/g, ' ').trim();
}
