import type { DeliveryReport } from '../app/messages/deliver-due.ts';
import type { Language } from '../model/language.ts';
import { terminalTextsOf } from '../words/terminal/language.ts';
import { exitCodeOf } from './exit-codes.ts';
import type { Output } from './print.ts';

/** Says on standard error what could not be delivered, and gives the exit code that says so; 0 when all went well. */
export function reportDelivery(output: Output, { problem }: DeliveryReport, language: Language): number {
  if (problem === null) return 0;
  output.err(`${terminalTextsOf(language).alerts.undelivered(problem)}\n`);
  return exitCodeOf('delivery-failed');
}
