import { isObject } from '../json.ts';

/** Tests the values found at one member; none were found when the list is empty. */
export type ValueTest = (values: unknown[]) => boolean;

type Test = (value: unknown) => boolean;

const isScalar = (value: unknown): value is string | number | boolean | null =>
  value === null || ['string', 'number', 'boolean'].includes(typeof value);

function unsupported(filter: unknown): never {
  throw new Error(`the pattern ${JSON.stringify(filter)} is not known to the local cloud`);
}

const textOf = (value: unknown, filter: unknown): string => (typeof value === 'string' ? value : unsupported(filter));

/** A text, or `{ "equals-ignore-case": text }` for the same without regard to case. */
function textTest(given: unknown, compare: (value: string, wanted: string) => boolean): Test {
  if (isObject(given)) {
    const wanted = textOf(given['equals-ignore-case'], given).toLowerCase();
    return (value) => typeof value === 'string' && compare(value.toLowerCase(), wanted);
  }
  const wanted = textOf(given, given);
  return (value) => typeof value === 'string' && compare(value, wanted);
}

const literally = (character: string): string => character.replace(/[.*+?^${}()|[\]\\]/, String.raw`\$&`);

/** `*` stands for any run of characters and `\*` for itself. */
function wildcard(given: unknown): Test {
  const source = textOf(given, given).replaceAll(/\\(.)|\*|./gs, (part, escaped: string | undefined) =>
    part === '*' ? '.*' : literally(escaped ?? part),
  );
  const pattern = new RegExp(`^${source}$`, 's');
  return (value) => typeof value === 'string' && pattern.test(value);
}

const comparisons: Record<string, (value: number, limit: number) => boolean> = {
  '=': (value, limit) => value === limit,
  '<': (value, limit) => value < limit,
  '<=': (value, limit) => value <= limit,
  '>': (value, limit) => value > limit,
  '>=': (value, limit) => value >= limit,
};

function numeric(given: unknown): Test {
  if (!Array.isArray(given) || given.length === 0 || given.length % 2 !== 0) return unsupported(given);
  const tests = Array.from({ length: given.length / 2 }, (_, index) => {
    const compare = comparisons[String(given[2 * index])];
    const limit: unknown = given[2 * index + 1];
    if (!compare || typeof limit !== 'number') return unsupported(given);
    return (value: number) => compare(value, limit);
  });
  return (value) => typeof value === 'number' && tests.every((test) => test(value));
}

function oneOf(given: unknown, test: (each: unknown) => Test): Test {
  const tests = (Array.isArray(given) ? given : [given]).map(test);
  return (value) => tests.some((each) => each(value));
}

const simple: Record<string, (given: unknown) => Test> = {
  prefix: (given) => textTest(given, (value, wanted) => value.startsWith(wanted)),
  suffix: (given) => textTest(given, (value, wanted) => value.endsWith(wanted)),
  'equals-ignore-case': (given) => textTest({ 'equals-ignore-case': given }, (value, wanted) => value === wanted),
  wildcard,
  numeric,
};

function anythingBut(given: unknown): Test {
  if (!isObject(given)) {
    const excluded = oneOf(given, (each) => (isScalar(each) ? (value) => value === each : unsupported(given)));
    return (value) => !excluded(value);
  }
  const [[kind, argument] = ['', undefined]] = Object.entries(given);
  const make = kind === 'numeric' ? undefined : simple[kind];
  if (!make) return unsupported(given);
  const excluded = oneOf(argument, make);
  return (value) => !excluded(value);
}

/** Compiles one entry of a pattern's list. Throws on a filter the local cloud does not know. */
export function contentFilter(filter: unknown): ValueTest {
  if (isScalar(filter)) return (values) => values.includes(filter);
  if (!isObject(filter) || Object.keys(filter).length !== 1) return unsupported(filter);
  const [[kind, argument] = ['', undefined]] = Object.entries(filter);
  if (kind === 'exists') return (values) => values.length > 0 === argument;

  const make = kind === 'anything-but' ? anythingBut : simple[kind];
  if (!make) return unsupported(filter);
  const test = make(argument);
  return (values) => values.some(test);
}
