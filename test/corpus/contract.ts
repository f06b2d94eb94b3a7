import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type Document, OpenAPIBackend, type ValidationResult } from 'openapi-backend';
import { parse } from 'yaml';
import type { HttpRequest, HttpResponse } from '../../src/platform/http.ts';

/** The published contract of PxWebApi 2; it lies beside the project, not in it, and not on every machine. */
const FILE = fileURLToPath(new URL('../../../shared/reference/pxapi-2.yml', import.meta.url));

export const CONTRACT_IS_HERE = existsSync(FILE);

type Objection = NonNullable<ValidationResult['errors']>[number];

/** A request of the client, and what the stand-in answered. */
export interface Exchange {
  readonly request: HttpRequest;
  readonly response: HttpResponse;
}

export interface Contract {
  /** What the contract objects to in an exchange, each with the operation it is about. */
  objections(exchange: Exchange): readonly string[];
  /** The operation a request is for. */
  operationOf(request: HttpRequest): string;
}

/** Opens the contract; `baseUrl` is where requests are sent. */
export async function openContract(baseUrl: string): Promise<Contract> {
  const api = new OpenAPIBackend({
    definition: readContract(),
    // Whether the contract is itself good OpenAPI is not asked: it writes descriptions beside references.
    quick: true,
    ajvOpts: { strict: false, allErrors: true, coerceTypes: 'array', unicodeRegExp: false },
    customizeAjv: (ajv) => {
      ajv.addFormat('uri', (text) => URL.canParse(text));
      ajv.addFormat('date-time', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/);
      return ajv;
    },
  });
  await api.init();
  const prefix = new URL(baseUrl).pathname.replace(/\/$/, '').length;
  const read = ({ method, url, headers, body }: HttpRequest) => {
    const { pathname, search } = new URL(url);
    const asked = { method, path: pathname.slice(prefix), query: search.slice(1), headers: { ...headers }, body };
    const operation = api.matchOperation(asked);
    if (operation?.operationId === undefined) throw new Error(`The contract has no ${method} ${asked.path}`);
    return { asked, operation, id: operation.operationId };
  };
  return {
    operationOf: (request) => read(request).id,
    objections({ request, response }) {
      const { asked, operation, id } = read(request);
      const document: unknown = JSON.parse(response.body.toString('utf8'));
      const isData = response.status === 200 && id.startsWith('GetTableData');
      // The figures are a dataset such as the contract describes for metadata; for data it says "a text".
      const dataset = isData ? api.validateResponse(document, 'GetMetadataById', 200).errors : [];
      return [
        ...(api.validateRequest(asked, operation).errors ?? []).map((error) => `${id} request: ${describe(error)}`),
        ...(api.validateResponse(document, operation, response.status).errors ?? []).map(
          (error) => `${id} ${response.status}: ${describe(error)}`,
        ),
        ...(dataset ?? []).map((error) => `${id} dataset: ${describe(error)}`),
      ];
    },
  };
}

/** Without its examples, and without a bound that OpenAPI 3.0 writes as a truth value and JSON Schema as a number. */
function readContract(): Document {
  return parse(readFileSync(FILE, 'utf8'), (name: unknown, value: unknown) =>
    name === 'examples' || name === 'exclusiveMaximum' ? undefined : value,
  ) as Document;
}

/** What is wrong and where, the same for every element of a list. */
function describe({ instancePath, message = '', params }: Objection): string {
  const { additionalProperty } = params as { readonly additionalProperty?: string };
  const place = instancePath.replaceAll(/\/\d+/g, '/n') || '/';
  return [place, message, additionalProperty].filter((part) => part !== undefined).join(' ');
}
