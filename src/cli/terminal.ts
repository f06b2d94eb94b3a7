/** As much of a stream as says what it is shown on. */
type Stream = Pick<NodeJS.WriteStream, 'isTTY' | 'columns'>;
type Variables = Readonly<Record<string, string | undefined>>;

/** Where nothing else is known: what a terminal, a mail and a printed page have room for. */
const USUAL_COLUMNS = 80;

/** Characters per line: those of the terminal, else those that COLUMNS says, else 80. */
export function columnsOf(stream: Stream, { COLUMNS = '' }: Variables): number {
  // A terminal whose size is not known has 0.
  if (stream.isTTY && stream.columns > 0) return stream.columns;
  const said = Number(COLUMNS);
  return Number.isInteger(said) && said > 0 ? said : USUAL_COLUMNS;
}

/**
 * Are colours wanted? As Node has it: FORCE_COLOR goes before everything (`0` asks for none), then NO_COLOR, whatever it
 * says; without them they are on a terminal that is not dumb.
 */
export function hasColours(stream: Pick<Stream, 'isTTY'>, { NO_COLOR = '', FORCE_COLOR, TERM }: Variables): boolean {
  if (FORCE_COLOR !== undefined) return FORCE_COLOR !== '0' && FORCE_COLOR !== 'false';
  return NO_COLOR === '' && stream.isTTY && TERM !== 'dumb';
}
