import { HOSTILE_TEXTS, HOSTILE_VALUES } from '../support/hostile.ts';
import type { Random } from '../support/random.ts';
import { RAW_MARK, TWIN_MARK } from './write-json.ts';

type Container = unknown[] | Record<string, unknown>;

/** One change of a JSON document at a place that `random` chooses. */
type Change = (place: Place, random: Random) => void;

interface Place {
  readonly root: Container;
  readonly container: Container;
  readonly key: string;
}

const DEEP = 20_000;
const HUGE = 30_000;

/** Number literals that JSON allows and a double cannot hold as written, and nesting no reader can follow by calling itself. */
const RAW_TEXTS: readonly string[] = [
  '1e999',
  '-1e999',
  '-0',
  '1e-999',
  '123456789012345678901234567890',
  `${'['.repeat(DEEP)}${']'.repeat(DEEP)}`,
  `${'{"a":'.repeat(DEEP)}1${'}'.repeat(DEEP)}`,
  'NaN',
  '01',
];

export const CHANGES = {
  remove: ({ container, key }) => {
    if (Array.isArray(container)) container.splice(Number(key), 1);
    else Reflect.deleteProperty(container, key);
  },
  'give another value': ({ container, key }, random) => set(container, key, hostileValue(random)),
  'give another text': ({ container, key }, random) => set(container, key, random.pick(HOSTILE_TEXTS)),
  'write as it should not be written': ({ container, key }, random) =>
    set(container, key, `${RAW_MARK}${random.pick(RAW_TEXTS)}`),
  retype: ({ container, key }) => set(container, key, retyped(get(container, key))),
  'make a little different': ({ container, key }, random) => set(container, key, nudged(get(container, key), random)),
  rename: ({ container, key }, random) => {
    const value = get(container, key);
    if (!Array.isArray(container)) Reflect.deleteProperty(container, key);
    set(container, Array.isArray(container) ? key : random.pick(HOSTILE_TEXTS), value);
  },
  'swap with a sibling': ({ container, key }, random) => {
    const other = random.pick(Object.keys(container));
    const [mine, theirs] = [get(container, key), get(container, other)];
    set(container, key, theirs);
    set(container, other, mine);
  },
  'copy from elsewhere': ({ root, container, key }, random) => {
    const from = choosePlace(root, random);
    set(container, key, structuredClone(get(from.container, from.key)));
  },
  'say twice': ({ container, key }, random) => {
    if (Array.isArray(container)) return void container.splice(Number(key), 0, structuredClone(container[Number(key)]));
    const value = random.below(2) === 0 ? get(container, key) : hostileValue(random);
    set(container, `${TWIN_MARK}${key}`, structuredClone(value));
  },
  cut: ({ container, key }, random) => {
    const value = get(container, key);
    if (Array.isArray(value)) value.length = random.below(value.length + 1);
    else if (typeof value === 'string') set(container, key, value.slice(0, random.below(value.length + 1)));
    else set(container, key, null);
  },
  'make huge': ({ container, key }, random) => {
    const value = get(container, key);
    if (Array.isArray(value)) value.push(...Array.from({ length: HUGE }, () => shortIn(value)));
    else if (typeof value === 'string') set(container, key, (value || 'x').repeat(1 + HUGE / (value.length + 1)));
    else if (typeof value === 'number') set(container, key, value * 10 ** (1 + random.below(12)));
    else if (isContainer(value)) for (let n = 0; n < 2000; n += 1) set(value, `x${n}`, n);
  },
  shuffle: ({ container, key }, random) => {
    const value = get(container, key);
    if (!isContainer(value)) return;
    const entries = Object.entries(value).map(([name, member]) => ({ name, member, at: random.below(1000) }));
    entries.sort((a, b) => a.at - b.at);
    set(
      container,
      key,
      Array.isArray(value)
        ? entries.map(({ member }) => member)
        : Object.fromEntries(entries.map(({ name, member }) => [name, member])),
    );
  },
} as const satisfies Readonly<Record<string, Change>>;

export type ChangeName = keyof typeof CHANGES;
export const CHANGE_NAMES = Object.keys(CHANGES) as ChangeName[];

/** Changes the document in place, somewhere under its root. */
export function mutateTree(root: unknown, change: ChangeName, random: Random): void {
  if (!isContainer(root) || Object.keys(root).length === 0) return;
  CHANGES[change](choosePlace(root, random), random);
}

/** Walks down from the root and stops somewhere: what stands high up is chosen more often than one cell of many. */
function choosePlace(root: Container, random: Random): Place {
  let container = root;
  for (;;) {
    const key = random.pick(Object.keys(container));
    const inner = get(container, key);
    const ends = !isContainer(inner) || Object.keys(inner).length === 0 || random.below(3) === 0;
    if (ends) return { root, container, key };
    container = inner;
  }
}

/** What is repeated, so that what is made huge stays the size of a reply. */
function shortIn([first]: readonly unknown[]): unknown {
  return isContainer(first) || (typeof first === 'string' && first.length > 10) ? 1 : first;
}

function isContainer(value: unknown): value is Container {
  return typeof value === 'object' && value !== null;
}

function get(container: Container, key: string): unknown {
  return (container as Record<string, unknown>)[key];
}

/** As JSON.parse does it: a member called `__proto__` is a member like any other. */
function set(container: Container, key: string, value: unknown): void {
  Object.defineProperty(container, key, { value, enumerable: true, writable: true, configurable: true });
}

function hostileValue(random: Random): unknown {
  return structuredClone(random.pick(HOSTILE_VALUES));
}

function retyped(value: unknown): unknown {
  if (typeof value === 'number') return String(value);
  if (typeof value === 'string') return value.trim() === '' || Number.isNaN(Number(value)) ? [value] : Number(value);
  if (Array.isArray(value)) return Object.fromEntries(value.map((member, position) => [position, member as unknown]));
  return isContainer(value) ? Object.values(value) : [value];
}

function nudged(value: unknown, random: Random): unknown {
  if (typeof value === 'number') return value + random.pick([1, -1, 0.5, 1e-9]);
  if (typeof value === 'string') {
    const at = random.below(value.length + 1);
    return `${value.slice(0, at)}${random.pick(['0', 'x', '|', ' ', 'é'])}${value.slice(at + random.below(2))}`;
  }
  return value;
}
