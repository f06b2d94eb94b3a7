/** What to load before a program (`node --import`) so that its clock shows another time, and goes on from there. */
export function shiftedTo(instant: string): string {
  const shift = Date.parse(instant) - Date.now();
  const script = `const Real = Date;
    globalThis.Date = class extends Real {
      constructor(...parts) { parts.length === 0 ? super(Real.now() + ${shift}) : super(...parts); }
      static now() { return Real.now() + ${shift}; }
    };`;
  return `data:text/javascript,${encodeURIComponent(script)}`;
}
