import nock from 'nock';
import { beforeAll, describe, expect, test } from 'vitest';
import { type SimulatedYear, simulateYear } from '../support/year/simulated-year.ts';

const ALL = 'jobs+employment+new-companies+emissions+innovation+skills';
/** In the order they are asked for. */
const DATASETS = [
  'employed-by-industry',
  'employed-by-industry-rounded',
  'employed-total',
  'employment-rate',
  'new-enterprises',
  'establishments',
  'national-emissions',
  'product-innovation',
  'education-level',
  'vacancies',
];

let year: SimulatedYear;

// Real requests to the stand-in on loopback.
beforeAll(async () => {
  nock.restore();
  year = await simulateYear();
}, 1_800_000);

const quiet = /^\S+ schedule [a-z-]+ unchanged [01]$/;
/** At a job's own slot, on the day of a table of its to be read whole, whatever the source says of news. */
const turn = /^\S+T0[67]:(?:22|26|31|37|43|49) schedule [a-z-]+ unchanged (?:[2-9]|[12]\d)$/;

describe('a year alone, with what is published, withheld and revised, zeros, a closed code, a lock and two outages', () => {
  test('has just these runs besides the quiet ones and those that read a table whole', () => {
    expect(year.runs.filter((run) => !quiet.test(run) && !turn.test(run))).toEqual([
      `2026-03-02T10:00 catch-up ${ALL} succeeded 35`,
      // The source gives no answer for three days.
      '2026-04-14T06:22 schedule jobs failed 4',
      '2026-04-14T06:26 schedule employment failed 4',
      '2026-04-14T06:31 schedule new-companies failed 4',
      '2026-04-14T06:37 schedule emissions failed 4',
      '2026-04-14T06:43 schedule innovation failed 4',
      '2026-04-14T06:49 schedule skills failed 4',
      '2026-04-14T07:00 schedule jobs+employment+new-companies+emissions+innovation failed 4',
      '2026-04-14T07:30 schedule skills failed 4',
      '2026-04-14T08:30 schedule jobs+employment+new-companies+emissions+innovation failed 4',
      '2026-04-14T09:00 schedule skills failed 4',
      '2026-04-14T12:00 schedule jobs+employment+new-companies+emissions+innovation failed 4',
      '2026-04-14T12:30 schedule skills failed 4',
      ...['2026-04-15', '2026-04-16'].flatMap((day) => [
        `${day}T06:22 schedule jobs failed 4`,
        `${day}T06:26 schedule employment failed 4`,
        `${day}T06:31 schedule new-companies failed 4`,
        `${day}T06:37 schedule emissions failed 4`,
        `${day}T06:43 schedule innovation failed 4`,
        `${day}T06:49 schedule skills failed 4`,
      ]),
      '2026-06-05T06:37 schedule emissions succeeded 3',
      '2026-06-19T06:37 schedule emissions succeeded 3',
      '2026-08-18T06:31 schedule new-companies succeeded 7',
      '2026-08-25T06:31 schedule new-companies succeeded 7',
      // Somebody has the write lock when the figures are in: the run cannot even write how it ended.
      '2026-09-15T06:26 schedule employment interrupted 0',
      // Read within half an hour of being updated, and so once more, though the reading run could not say that it did.
      '2026-09-15T06:45 schedule employment unchanged 3',
      // The process was away for three days.
      `2026-10-23T12:00 catch-up ${ALL} unchanged 28`,
      '2026-11-05T07:26 schedule employment succeeded 3',
      '2026-11-12T07:26 schedule employment succeeded 3',
      '2027-02-11T07:31 schedule new-companies succeeded 6',
      '2027-02-25T07:22 schedule jobs succeeded 19',
      '2027-02-25T07:26 schedule employment succeeded 3',
      '2027-02-25T07:45 schedule jobs+employment unchanged 14',
    ]);
  });

  test('has a run of every job on every weekday but those the process was away', () => {
    const days = (job: string) =>
      new Set(year.runs.filter((run) => run.split(' ')[2]?.split('+').includes(job)).map((run) => run.slice(0, 10)))
        .size;
    // 262 weekdays from 2 March to 2 March, less 21 and 22 October.
    expect(ALL.split('+').map(days)).toEqual(ALL.split('+').map(() => 260));
  });

  test('asks one question on a day on which nothing is to be read', () => {
    const days = [...new Set(year.runs.map((run) => run.slice(0, 10)))];
    const byDay = days.map((day) => year.runs.filter((run) => run.startsWith(day)));
    const quietDays = byDay.filter((runs) => runs.every((run) => quiet.test(run)));
    const questions = quietDays.map((runs) => runs.reduce((sum, run) => sum + Number(run.split(' ').at(-1)), 0));
    expect(new Set(questions)).toEqual(new Set([1]));
  });

  test('reads every table whole each week, so few in a run that it keeps within the quota', () => {
    const turns = year.runs.filter((run) => turn.test(run));
    // Nine tables in 52 weeks, less the weeks in which a table was read with its news; two of a job in one run.
    expect(turns.length).toBeGreaterThan(6 * 50);
    expect(Math.max(...turns.map((run) => Number(run.split(' ').at(-1))))).toBeLessThan(40);
  });

  test('has as many requests on record as the source has seen', () => {
    const recorded = year.runs.reduce((sum, run) => sum + Number(run.split(' ').at(-1)), 0);
    // All but those of the run that could not write how it ended.
    expect(year.requests).toBe(recorded + 4);
    expect(year.requests).toBeLessThan(4000);
  });

  test('asks Klass once a week, and at a time when nothing is published', () => {
    const gaps = year.daysOfKlass.slice(1).map((day, index) => {
      const before = year.daysOfKlass[index] ?? day;
      return (Date.parse(day) - Date.parse(before)) / 86_400_000;
    });
    expect(year.daysOfKlass[0]).toBe('2026-03-03');
    expect(Math.min(...gaps)).toBe(7);
    // A week that ends on a day the process is away, or that has a publication, is as much longer.
    expect(Math.max(...gaps)).toBeLessThanOrEqual(10);
    expect(year.daysOfKlass.length).toBeGreaterThanOrEqual(50);
  });

  test('ends in its own time when told to, and goes on where it was killed', () => {
    expect(year.exitCodes).toEqual([null, 0]);
  });

  test('tells staff of what was published, withheld, revised and mended, each with its period and cause', () => {
    expect(year.staff.map(({ line }) => line)).toEqual([
      '2026-03-02 industry-diversity nothing → on-track 2025 first-assessment',
      '2026-03-02 skills-gap nothing → ambition-not-set 2025 first-assessment',
      '2026-03-02 business-emissions nothing → on-track 2024 first-assessment',
      '2026-03-02 product-innovation nothing → off-track 2022-2024 first-assessment',
      '2026-03-02 job-growth nothing → on-track 2025 first-assessment',
      '2026-03-02 new-enterprises nothing → partly-met 2025 first-assessment',
      '2026-03-02 employment-rate nothing → stable 2025 first-assessment',
      // Manufacturing is withheld, and filled in a fortnight later with a figure that was never there before.
      '2026-06-05 business-emissions on-track → insufficient 2025 new-period',
      '2026-06-19 business-emissions insufficient → on-track 2025 revision',
      // 972 new enterprises become 0, and 972 again.
      '2026-08-18 new-enterprises partly-met → insufficient 2025 withdrawn',
      '2026-08-25 new-enterprises insufficient → partly-met 2025 restored',
      // Taken in under somebody else's lock, and told all the same.
      '2026-09-15 employment-rate stable → on-track 2025 revision',
      // A peer's rate becomes 0.0, and what it was.
      '2026-11-05 employment-rate on-track → insufficient 2025 withdrawn',
      '2026-11-12 employment-rate insufficient → on-track 2025 restored',
      '2027-02-11 new-enterprises partly-met → on-track 2026 new-period',
      '2027-02-25 job-growth on-track → off-track 2026 new-period',
      // The code of a peer has ended.
      '2027-02-25 employment-rate on-track → insufficient 2026 new-period',
    ]);
  });

  test('names to staff what is missing, and shows what was known last as such', () => {
    const insufficient = year.staff.filter(({ line }) => line.includes('→ insufficient'));
    expect(insufficient.map(({ text }) => text)).toEqual([
      expect.stringMatching(/Industri og bergverk.* i 2025.*Sist vurdert: Oppfylt i 2024/),
      // The year itself is known no more: what was known last is the year before, by the figures in force.
      expect.stringMatching(/viser 0 for Drammen i 2025.*Sist vurdert: Delvis oppfylt i 2024/),
      expect.stringMatching(/viser 0 for 4601 Bergen i 2025.*Sist vurdert: Ikke oppfylt i 2024/),
      expect.stringMatching(/5501 Tromsø i 2026.*Sist vurdert: Oppfylt i 2025/),
    ]);
  });

  test('makes up in the very next run for what a lock left unassessed', () => {
    expect(year.runs.filter((run) => run.startsWith('2026-09-15')).slice(0, 4)).toEqual([
      '2026-09-15T06:22 schedule jobs unchanged 1',
      '2026-09-15T06:26 schedule employment interrupted 0',
      '2026-09-15T06:27 schedule employment unchanged 0',
      '2026-09-15T06:31 schedule new-companies unchanged 0',
    ]);
    expect(year.staff.flatMap(({ at }) => (at.startsWith('2026-09') ? [at] : []))).toEqual(['2026-09-15T06:27']);
  });

  test('tells operations of a source without an answer, of zeros and of a code that has ended, and when it is over', () => {
    expect(year.operations.map(({ line }) => line)).toEqual([
      // Two mornings in a row without an answer, and an answer on the third.
      ...DATASETS.map((id) => `2026-04-15 trouble dataset:${id}`),
      ...DATASETS.map((id) => `2026-04-17 trouble-over dataset:${id}`),
      // Figures that are made up name another source.
      '2026-06-05 notice service:descriptions',
      // Published on 5 February, and every quarter.
      '2026-06-25 trouble dataset:vacancies',
      // Closed on Wednesday, and seen with the reading of its own day.
      '2026-07-20 trouble table:10309',
      '2026-08-18 trouble zero:new-enterprises:3301/2025',
      '2026-08-25 trouble-over zero:new-enterprises:3301/2025',
      '2026-11-05 trouble zero:employment-rate:4601/2025',
      '2026-11-12 trouble-over zero:employment-rate:4601/2025',
      // A twin has a year more.
      '2027-01-26 trouble table:09429',
      '2027-02-25 trouble service:places',
      // The label by which the code ended.
      '2027-02-25 notice service:descriptions',
    ]);
  });

  test('tells operations what to do', () => {
    const begun = year.operations.filter(({ line }) => line.includes(' trouble '));
    expect(begun.map(({ text }) => text)).toEqual([
      ...DATASETS.map((): unknown =>
        expect.stringMatching(
          /^Det er ikke kommet svar for .+ siden 13\. april 2026\. Tjenesten hos kilden er nede \(svar 500\)\. Du trenger ikke gjøre noe\./,
        ),
      ),
      expect.stringMatching(
        /^SSB-tabell 08771 er forsinket: siste publisering var 5\. februar 2026, og det ventes nye tall minst hver 140\. dag\./,
      ),
      expect.stringMatching(/^SSB har avsluttet tabell 10309, som ikke får nye tall\. .* Tabell 15309 \(/),
      'SSB-tabell 14623 viser 0 for Drammen i 2025. Det kan ikke være et tall, så tallet regnes som manglende. Er 0 riktig, ' +
        'kjør `naeringspuls ingest --accept new-enterprises:3301/2025`. Ellers trenger du ikke gjøre noe.',
      'SSB-tabell 06445 viser 0 for Bergen i 2025. Det kan ikke være et tall, så tallet regnes som manglende. Er 0 riktig, ' +
        'kjør `naeringspuls ingest --accept employment-rate:4601/2025`. Ellers trenger du ikke gjøre noe.',
      expect.stringMatching(/^SSB-tabell 09429 står stille, .* Siste periode er 2025\. Tabell 15429 \(/),
      'Kilden brukte 5501 («Tromsø (2024-2025)») i 2024–2025, og innstillingene bruker koden lenger for Tromsø. Tall for ' +
        "2026 regnes som manglende. Skriv dette under `codes` for Tromsø i `config/regions.yaml` (`naeringspuls config places` skriver ut oppføringen som gjelder):\n- { code: '5501', from: 2024, to: 2025 }",
    ]);
  });
});
