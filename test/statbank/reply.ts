/** An answer before it is sent: the gateway adds rate headers, compression and whatever the mode does to it. */
export interface Reply {
  readonly status: number;
  /** Empty for none, as where there is no body. */
  readonly contentType: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const JSON_TYPE = 'application/json; charset=utf-8';
const JSON_STAT_TYPE = 'application/json; charset=UTF-8';
const HTML_TYPE = 'text/html; charset=utf-8';

export function jsonReply(status: number, body: unknown): Reply {
  return { status, contentType: JSON_TYPE, body: JSON.stringify(body) };
}

/** Data of a table, with the file name SSB proposes. */
export function datasetReply(dataset: unknown, tableId: string): Reply {
  const headers = { 'content-disposition': `inline; filename="${tableId}.json"` };
  return { status: 200, contentType: JSON_STAT_TYPE, body: JSON.stringify(dataset), headers };
}

export function htmlReply(status: number, title: string): Reply {
  const body = `<!DOCTYPE html>\n<html><head><title>${title}</title></head><body><h1>${title}</h1></body></html>\n`;
  return { status, contentType: HTML_TYPE, body };
}

export function emptyReply(status: number): Reply {
  return { status, contentType: '', body: '' };
}

/** What the web server in front says when the query string is too long or the path is none of ours. */
export function notFoundPage(): Reply {
  return htmlReply(404, '404 - File or directory not found.');
}

/** A refusal that a route throws and the server turns into its reply. */
export class Refusal extends Error {
  readonly reply: Reply;

  constructor(reply: Reply) {
    super(reply.body);
    this.name = 'Refusal';
    this.reply = reply;
  }
}
