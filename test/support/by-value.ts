/** The same without the exact values that calculated figures carry, to be held against figures as they are shown. */
export function byValue(given: unknown): unknown {
  if (Array.isArray(given)) return given.map(byValue);
  if (typeof given !== 'object' || given === null) return given;
  const kept = Object.entries(given).filter(([name]) => name !== 'exact');
  return Object.fromEntries(kept.map(([name, value]) => [name, byValue(value)]));
}
