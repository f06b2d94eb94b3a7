import { Refusal, emptyReply, jsonReply } from '../reply.ts';

/** SSB's flat error object, misspellings and all. HTTP status and body status differ in places: both are given. */
function problem(httpStatus: number, title: string, bodyStatus = httpStatus, detail?: string): Refusal {
  const body = { type: 'Parameter error', title, status: bodyStatus };
  return new Refusal(jsonReply(httpStatus, detail === undefined ? body : { ...body, detail }));
}

export const nonExistentVariable = (): Refusal => problem(400, 'Non-existent variable');
export const nonExistentValue = (): Refusal => problem(400, 'Non-existent value');
export const nonExistentCodeListOnData = (): Refusal => problem(400, 'Non-existent codelist');
export const nonExistentCodeList = (): Refusal => problem(404, 'Non-existent codelist', 400);
export const missingSelection = (): Refusal => problem(400, 'Missing selection for mandantory variable');
export const illegalExpression = (): Refusal => problem(400, 'Illegal selection expression');
export const tooManyCells = (): Refusal => problem(400, 'Too many cells selected', 400, 'Too many cells selected');
export const unsupportedFormat = (): Refusal =>
  problem(400, 'Unsupported output format', 400, 'Unsupported output format');
export const unsupportedLanguage = (): Refusal => problem(400, 'Unsupported language');
export const nonExistentTable = (): Refusal => problem(404, 'Non-existent table');
/** On `/data` the unknown table is HTTP 400 with 404 in the body. */
export const nonExistentTableOnData = (): Refusal => problem(400, 'Non-existent table', 404);
export const nonExistentPage = (): Refusal => problem(404, 'Non-existent page', 404, 'Non-existent page');
/** The same literal code twice, and broken search syntax. */
export const serverFault = (): Refusal => new Refusal(emptyReply(500));
export const unsupportedMediaType = (): Refusal => new Refusal(emptyReply(415));

/** The framework's own shape for a malformed key or body. */
export function validationProblem(field: string, message: string): Refusal {
  const body = {
    type: 'https://tools.ietf.org/html/rfc9110#section-15.5.1',
    title: 'One or more validation errors occurred.',
    status: 400,
    errors: { [field]: [message] },
    traceId: '00-00000000000000000000000000000000-0000000000000000-00',
  };
  return new Refusal({ ...jsonReply(400, body), contentType: 'application/problem+json; charset=utf-8' });
}
