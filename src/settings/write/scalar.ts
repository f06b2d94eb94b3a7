/** A text as YAML has it on a line of its own: in quotes where it would else be read as something other than itself. */
export function scalar(text: string): string {
  const isPlain = /^\p{L}[\p{L}\p{N} .()/-]*$/u.test(text) && !/^(true|false|null|yes|no|on|off|y|n)$/i.test(text);
  return isPlain ? text : `'${text.replaceAll("'", "''")}'`;
}
