import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { add, compare, divide, fractionOf, multiply, subtract, toNumber, total } from '../../src/model/fraction.ts';
import type { Fraction } from '../../src/model/fraction.ts';
import { examples } from '../support/examples.ts';

/** A decimal, and the same counted in millionths, which know no rounding. */
const decimals = fc
  .tuple(fc.integer({ min: -1_000_000_000, max: 1_000_000_000 }), fc.integer({ min: 0, max: 6 }))
  .map(([digits, places]) => ({
    value: Number(`${digits}e-${places}`),
    millionths: BigInt(digits) * 10n ** BigInt(6 - places),
  }));
const MILLION = 1_000_000n;
const isSame = ({ numerator, denominator }: Fraction, over: bigint, under: bigint) =>
  numerator * under === over * denominator;

describe('a fraction', () => {
  it.each([
    [0.1, 1n, 10n],
    [64.1, 641n, 10n],
    [-0.05, -5n, 100n],
    [1e-7, 1n, 10_000_000n],
    [1.5e21, 1_500_000_000_000_000_000_000n, 1n],
    [-0, 0n, 1n],
    [9_007_199_254_740_991, 9_007_199_254_740_991n, 1n],
  ])('of %d is the decimal it is written as', (value, over, under) => {
    expect(isSame(fractionOf(value), over, under)).toBe(true);
  });

  it.each([NaN, Infinity, -Infinity])('of %d there is none', (value) => {
    expect(() => fractionOf(value)).toThrow(new RangeError(`${value} is not a finite number`));
  });

  it('cannot be divided by 0', () => {
    expect(() => divide(fractionOf(1), fractionOf(0))).toThrow(new RangeError('A number cannot be divided by 0'));
  });

  it('makes 64.1 − 64.0 exactly 0.1, which floating point does not', () => {
    expect(64.1 - 64.0).not.toBe(0.1);
    expect(compare(subtract(fractionOf(64.1), fractionOf(64.0)), fractionOf(0.1))).toBe(0);
  });

  it('keeps a third: three of them are one', () => {
    const third = divide(fractionOf(1), fractionOf(3));
    expect(compare(total([third, third, third]), fractionOf(1))).toBe(0);
    expect(toNumber(third)).toBe(0.3333333333);
  });

  it('of no numbers at all sums to 0', () => {
    expect(toNumber(total([]))).toBe(0);
  });
});

describe('arithmetic with fractions', () => {
  it('is that of whole millionths', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        const [x, y] = [fractionOf(a.value), fractionOf(b.value)];
        expect(isSame(x, a.millionths, MILLION)).toBe(true);
        expect(isSame(add(x, y), a.millionths + b.millionths, MILLION)).toBe(true);
        expect(isSame(subtract(x, y), a.millionths - b.millionths, MILLION)).toBe(true);
        expect(isSame(multiply(x, y), a.millionths * b.millionths, MILLION * MILLION)).toBe(true);
        expect(compare(x, y)).toBe(a.millionths < b.millionths ? -1 : Number(a.millionths > b.millionths));
        fc.pre(b.millionths !== 0n);
        const sign = b.millionths < 0n ? -1n : 1n;
        expect(isSame(divide(x, y), a.millionths * sign, b.millionths * sign)).toBe(true);
      }),
      examples(500),
    );
  });

  it('keeps what it divides by above 0, so that comparing is safe', () => {
    fc.assert(
      fc.property(decimals, decimals, (a, b) => {
        fc.pre(b.millionths !== 0n);
        const quotient = divide(fractionOf(a.value), fractionOf(b.value));
        expect(quotient.denominator > 0n).toBe(true);
        expect(compare(multiply(quotient, fractionOf(b.value)), fractionOf(a.value))).toBe(0);
      }),
      examples(200),
    );
  });

  it('does not depend on the order in which numbers are added', () => {
    const numbers = fc.array(decimals, { maxLength: 12 });
    fc.assert(
      fc.property(numbers, (each) => {
        const fractions = each.map(({ value }) => fractionOf(value));
        expect(total(fractions.toReversed())).toEqual(total(fractions));
      }),
      examples(200),
    );
  });
});

describe('the number shown', () => {
  it('is the decimal itself where it has ten decimals or fewer', () => {
    fc.assert(
      fc.property(decimals, ({ value }) => {
        expect(toNumber(fractionOf(value))).toBe(value === 0 ? 0 : value);
      }),
      examples(300),
    );
  });

  it.each([
    [2, 3, 0.6666666667],
    [-2, 3, -0.6666666667],
    [1, 20_000_000_000, 1e-10],
    [-1, 20_000_000_000, -1e-10],
    [1, 20_000_000_001, 0],
    [-1, 20_000_000_001, 0],
  ])('of %d / %d is rounded at the tenth decimal, half away from zero: %d', (over, under, shown) => {
    expect(toNumber(divide(fractionOf(over), fractionOf(under)))).toBe(shown);
  });
});
