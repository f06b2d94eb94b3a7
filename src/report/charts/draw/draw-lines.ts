import { html, type Markup } from '../../markup.ts';
import type { ChartLine, ChartPoint, TimeChart } from '../chart.ts';
import { COLOURS, FONT_SIZE, px } from './look.ts';
import { boundsBar, DASHES, judgedMark, provisionalRing } from './marks.ts';
import { pathThrough } from './path.ts';
import { ABOVE_BOUNDS, type EndLabel, LETTER_ROOM } from './end-labels.ts';
import type { Plot } from './plot.ts';
import { text } from './text.ts';

/** The lines of a chart with their points, and the latest figure of each. */
export function lineMarks(chart: TimeChart, plot: Plot): Markup {
  const own = chart.lines[0]?.points ?? [];
  return html`${chart.lines.toReversed().map((one) => line(one, plot))} ${chart.gap !== null && gapMarks(chart, plot)}
  ${own.map((one) => point(one, chart, plot))} ${plot.ends.map(endLabel)}`;
}

/** Whole up to the first provisional figure and dashed from there; not drawn over a gap or a break. The peers' is dashed throughout. */
function line({ role, points }: ChartLine, { x, y }: Plot): Markup {
  const isOwn = role === 'own';
  const firm: string[] = [];
  const loose: string[] = [];
  points.forEach((point, index) => {
    const before = points[index - 1];
    const from = before?.value ?? null;
    if (point.value === null || before === undefined || from === null || point.startsAnew) return;
    const segment = pathThrough([
      [x(before.at), y(from)],
      [x(point.at), y(point.value)],
    ]);
    const isLoose = isOwn && [before, point].some(({ marks }) => marks.includes('provisional'));
    (isLoose ? loose : firm).push(segment);
  });
  const drawn = (d: string, dash: string | null, kind: string) =>
    d === ''
      ? null
      : html`<path
          class="line ${kind}"
          d="${d}"
          fill="none"
          stroke="${isOwn ? COLOURS.own : COLOURS.peers}"
          stroke-width="${isOwn ? 2.5 : 2}"
          stroke-linejoin="round"
          ${dash === null ? null : html`stroke-dasharray="${dash}"`}
        /> `;
  const peersDash = isOwn ? null : DASHES.peers;
  return html`${drawn(joined(firm), peersDash, role)} ${drawn(joined(loose), '3 3', `${role} loose`)}
  ${!isOwn && lonePeers(points, { x, y })}`;
}

/** Segments that meet are drawn as one, so that dashes run on. */
function joined(segments: readonly string[]): string {
  return segments.reduce((path, segment) => {
    const [start = '', rest = ''] = segment.split('L');
    return path.endsWith(start.slice(1)) && path !== '' ? `${path}L${rest}` : `${path}${segment}`;
  }, '');
}

/** A figure of the peers with none beside it has no line to be seen by. */
function lonePeers(points: readonly ChartPoint[], { x, y }: Pick<Plot, 'x' | 'y'>): readonly Markup[] {
  return points.flatMap(({ at, value, startsAnew }, index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    const isJoined =
      (before !== undefined && before.value !== null && !startsAnew) ||
      (after !== undefined && after.value !== null && !after.startsAnew);
    if (value === null || isJoined) return [];
    return [
      html`<path d="M${px(x(at) - 6)},${px(y(value))}h12" stroke="${COLOURS.peers}" stroke-width="2" fill="none" /> `,
    ];
  });
}

function point({ at, value, bounds, met, marks }: ChartPoint, chart: TimeChart, { x, y }: Plot): Markup | null {
  const height = value ?? bounds?.high ?? null;
  if (height === null) return null;
  const mark = !chart.hasMarks ? 'plain' : met === null ? 'silent' : met ? 'met' : 'not-met';
  // The mark of a figure between bounds stands above its bar: it says nothing of where the figure is.
  const [place, top] = [x(at), y(height) - (value === null ? ABOVE_BOUNDS : 0)];
  const letters = marks.filter((one) => one !== 'provisional').map((one) => chart.letters[one]);
  return html`${value === null && bounds !== null && boundsBar(place, y(bounds.low), y(bounds.high))}
  ${judgedMark(mark, place, top)} ${marks.includes('provisional') && provisionalRing(place, top)}
  ${text({ x: place, y: top - LETTER_ROOM, anchor: 'middle', size: FONT_SIZE - 2, fill: COLOURS.ink }, letters.join(''))}`;
}

/** The latest figure of a line, beside it. */
function endLabel({ role, text: words, x, y, anchor }: EndLabel): Markup | null {
  const isOwn = role === 'own';
  return text({ x, y, anchor, fill: isOwn ? COLOURS.own : COLOURS.peersText, bold: isOwn }, words);
}

/** The latest distance between the two lines, with its figure. */
function gapMarks({ gap, lines, periods }: TimeChart, { x, y, width }: Plot): Markup | null {
  const [own, peers] = lines.map(({ points }) => points.findLast(({ value }) => value !== null));
  if (own === undefined || peers === undefined || own.at !== peers.at || own.at !== periods.at(-1)?.at) return null;
  const [from, to] = [y(own.value ?? 0), y(peers.value ?? 0)];
  return html`<line
      class="gap"
      x1="${px(x(own.at))}"
      x2="${px(x(own.at))}"
      y1="${px(from)}"
      y2="${px(to)}"
      stroke="${COLOURS.own}"
      stroke-width="1.5"
    />
    <g font-style="italic"
      >${text({ x: width - 8, y: (from + to) / 2, anchor: 'end', fill: COLOURS.own }, gap ?? '')}</g
    >`;
}
