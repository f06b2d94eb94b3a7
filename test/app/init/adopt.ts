/** As the comment of the file tells a person to do it: away with the lines above the hyphens, and with two characters below. */
export function adopt(text: string): string {
  const lines = text.split('\n');
  const from = lines.findIndex((line) => line.startsWith('# No ambition has been adopted yet.'));
  const to = lines.findIndex((line) => /^# -+$/.test(line));
  const below = lines.slice(to + 1).map((line) => line.slice(2));
  return [...lines.slice(0, from), ...below].join('\n');
}
