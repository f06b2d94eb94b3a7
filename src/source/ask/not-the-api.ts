import { PipelineError } from '../../model/errors.ts';
import { isForeignForm } from './parse-json.ts';

/**
 * The error of an address under which no PxWebApi 2 answers, from how the first question to it failed: with 404, or with
 * JSON of another form. It ends every question, as its context `outOfReach` says, and counts as one that may pass: a
 * gateway before the source answers so, too, while that is being moved. `null` for any other failure.
 */
export function notTheApi(failure: unknown, baseUrl: string): PipelineError | null {
  if (!(failure instanceof PipelineError)) return null;
  const problem = isNowhere(failure)
    ? 'it answers with 404'
    : isForeignForm(failure)
      ? 'what it gives has another form'
      : null;
  if (problem === null) return null;
  const { origin, pathname } = new URL(baseUrl);
  const address = `${origin}${pathname === '/' ? '' : pathname}`;
  return new PipelineError(
    'source-unavailable',
    `SSB_API_URL names ${address}, where no PxWebApi 2 answers: ${problem}.`,
    {
      hint: "Correct SSB_API_URL in the environment; without it Statistics Norway's own address is used. Where it is right, wait and run again: what is stored stays in force.",
      context: { ...failure.context, outOfReach: 'address' },
      cause: failure,
    },
  );
}

/** The API's own 404 names what does not exist. */
function isNowhere({ context: { status, title } }: PipelineError): boolean {
  return status === 404 && (title === undefined || /^not found$/i.test(String(title)));
}
