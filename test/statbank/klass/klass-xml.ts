import type { CodeChange, KlassCode } from './klass.ts';
import type { Reply } from '../reply.ts';

const XML_TYPE = 'application/xml; charset=utf-8';

function escaped(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

function element(name: string, content: string | null): string {
  return content === null ? `<${name}/>` : `<${name}>${content}</${name}>`;
}

function page(root: string, items: readonly string[]): Reply {
  return {
    status: 200,
    contentType: XML_TYPE,
    body: `<?xml version="1.0" encoding="UTF-8"?>${element(root, items.join(''))}`,
  };
}

function fields(record: object): string {
  return Object.entries(record)
    .map(([name, value]) => element(name, value === null ? null : escaped(String(value))))
    .join('');
}

/** Change rows as XML, what a client gets that forgets to ask for JSON. */
export function changesXml(changes: readonly CodeChange[]): Reply {
  return page(
    'codeChangeList',
    changes.map((change) => element('codeChangeItem', fields(change))),
  );
}

/** Codes as XML. */
export function codesXml(codes: readonly KlassCode[]): Reply {
  return page(
    'codeList',
    codes.map((code) => element('codeItem', fields(code))),
  );
}
