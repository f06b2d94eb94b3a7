import { px } from './look.ts';

export type Position = readonly [x: number, y: number];

/** The path that goes through some places in order. */
export function pathThrough(positions: readonly Position[]): string {
  return positions.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${px(x)},${px(y)}`).join('');
}
