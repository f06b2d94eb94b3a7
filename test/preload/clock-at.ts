/**
 * Loaded before a command (`node --import`): its clock begins at `CLOCK_AT` and goes on as ever, so that what is said does
 * not depend on the hour at which the tests are run.
 */
const RealDate = Date;
const ahead = RealDate.parse(process.env['CLOCK_AT'] ?? '') - RealDate.now();

globalThis.Date = class extends RealDate {
  constructor(...parts: [] | [number | string | Date]) {
    super(...((parts.length === 0 ? [RealDate.now() + ahead] : parts) as [number]));
  }
  static override now(): number {
    return RealDate.now() + ahead;
  }
} as DateConstructor;
