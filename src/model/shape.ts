/** Type guard for a value read from outside. */
export type Guard<Type> = (value: unknown) => value is Type;

/** Every key of a type with the guard of its value. */
export type Shape<Type> = { readonly [Key in keyof Type]-?: Guard<Type[Key]> };

/** Is it a text? */
export const isText: Guard<string> = (value) => typeof value === 'string';

/** Is it a number, and a finite one? */
export const isNumber: Guard<number> = (value): value is number => typeof value === 'number' && Number.isFinite(value);

/** Is it true or false? */
export const isTruth: Guard<boolean> = (value) => typeof value === 'boolean';

/** Is it an object with keys, and no list? */
export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Of one exact value. */
export function isExactly<const Value extends string | number>(expected: Value): Guard<Value> {
  return (value): value is Value => value === expected;
}

/** Of one of some words. */
export function isOneOf<const Word extends string>(words: readonly Word[]): Guard<Word> {
  return (value): value is Word => words.some((word) => word === value);
}

/** Of a type, or null. */
export function orNull<Type>(guard: Guard<Type>): Guard<Type | null> {
  return (value): value is Type | null => value === null || guard(value);
}

/** Of a type, or left out. */
export function orNothing<Type>(guard: Guard<Type>): Guard<Type | undefined> {
  return (value): value is Type | undefined => value === undefined || guard(value);
}

/** Of one type or the other. */
export function isEither<One, Other>(one: Guard<One>, other: Guard<Other>): Guard<One | Other> {
  return (value): value is One | Other => one(value) || other(value);
}

/** A list of which every entry is of a type. */
export function isListOf<Type>(guard: Guard<Type>): Guard<readonly Type[]> {
  return (value): value is readonly Type[] => Array.isArray(value) && value.every((entry) => guard(entry));
}

/** An object of which every value is of a type, whatever its keys. */
export function isRecordOf<Type>(guard: Guard<Type>): Guard<Readonly<Record<string, Type>>> {
  return (value): value is Readonly<Record<string, Type>> => isObject(value) && Object.values(value).every(guard);
}

/** An object with the keys of a type, each of its own type; keys beside them are let pass. */
export function hasShape<Type extends object>(shape: Shape<Type>): Guard<Type> {
  const guards = Object.entries<Guard<unknown>>(shape);
  return (value): value is Type => isObject(value) && guards.every(([key, guard]) => guard(value[key]));
}
