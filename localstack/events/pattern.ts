import { isObject, type JsonObject } from '../json.ts';
import { contentFilter, type ValueTest } from './content-filter.ts';

/** Whether an event, a record or any part of one satisfies a pattern. */
export type Matcher = (event: JsonObject) => boolean;

/** All values at a member, as EventBridge sees them: an array stands for each of its values, absence for none. */
function valuesAt(holder: unknown, name: string): unknown[] {
  const holders: unknown[] = Array.isArray(holder) ? holder : [holder];
  return holders.flatMap((each) => {
    if (!isObject(each) || !(name in each)) return [];
    const value = each[name];
    return Array.isArray(value) ? value : [value];
  });
}

type Part = (holder: unknown) => boolean;

function leaf(name: string, tests: unknown[]): Part {
  const compiled: ValueTest[] = tests.map(contentFilter);
  return (holder) => {
    const values = valuesAt(holder, name);
    return compiled.some((test) => test(values));
  };
}

function either(alternatives: unknown): Part {
  if (!Array.isArray(alternatives) || alternatives.length === 0) throw new Error('$or needs a list of patterns');
  const parts = alternatives.map(compile);
  return (holder) => parts.some((part) => part(holder));
}

function member(name: string, pattern: unknown): Part {
  if (name === '$or') return either(pattern);
  if (Array.isArray(pattern)) return leaf(name, pattern);
  const nested = compile(pattern);
  // Without a value the parts below still decide: `exists: false` is true of what is not there.
  return (holder) => {
    const values = valuesAt(holder, name);
    return values.length === 0 ? nested({}) : nested(values.length === 1 ? values[0] : values);
  };
}

function compile(pattern: unknown): Part {
  if (!isObject(pattern)) throw new Error(`a pattern must be an object or a list, found ${JSON.stringify(pattern)}`);
  const parts = Object.entries(pattern).map(([name, value]) => member(name, value));
  return (holder) => parts.every((part) => part(holder));
}

/** Compiles an EventBridge pattern, which is also the language of Lambda's stream filters. Throws on one it does not know. */
export function compilePattern(pattern: unknown): Matcher {
  return compile(pattern);
}
