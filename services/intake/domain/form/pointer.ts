import * as z from 'zod';
import { once } from '#shared/once';
import type { Form } from './form.ts';

/** The steps of a JSON pointer (RFC 6901). */
export function stepsOf(pointer: string): string[] {
  return pointer
    .split('/')
    .slice(1)
    .map((step) => step.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** What stands where a pointer leads; undefined where nothing does. */
export function valueAt(form: Form, pointer: string): unknown {
  return stepsOf(pointer).reduce<unknown>((at, step) => {
    if (typeof at !== 'object' || at === null || !Object.hasOwn(at, step)) return undefined;
    return new Map(Object.entries(at)).get(step);
  }, form);
}

/** The JSON pointer of some steps. */
export function pointerTo(path: readonly string[]): string {
  return path.map((step) => `/${step.replaceAll('~', '~0').replaceAll('/', '~1')}`).join('');
}

/** The pointers to which a path leads in a form; `*` in it stands for every entry of a list. */
export function placesOf(form: Form, path: readonly string[]): string[] {
  return path.reduce<string[]>(
    (places, step) => {
      if (step !== '*') return places.map((place) => place + pointerTo([step]));
      return places.flatMap((place) => {
        const list = valueAt(form, place);
        return Array.isArray(list) ? list.map((_, n) => `${place}/${n}`) : [];
      });
    },
    [''],
  );
}

/** Whether a pointer leads to a place, or to something in it. */
export const isWithin = (pointer: string, place: string): boolean =>
  pointer === place || pointer.startsWith(`${place}/`);

/** A form with one value put where a pointer leads; what is on the way and missing is made. */
export function assign(form: Form, { pointer, value }: { pointer: string; value: unknown }): Form {
  const [first, ...rest] = stepsOf(pointer);
  return first === undefined ? form : { ...form, [first]: placed(form[first], rest, value) };
}

function placed(at: unknown, [first, ...rest]: readonly string[], value: unknown): unknown {
  if (first === undefined) return value;
  if (Array.isArray(at)) {
    const list: unknown[] = at;
    const n = first === '-' ? list.length : Number(first);
    if (!Number.isInteger(n) || n < 0 || n > list.length) return at;
    return [...list.slice(0, n), placed(list[n], rest, value), ...list.slice(n + 1)];
  }
  // What begins with its first entry is a list.
  if (at === undefined && (first === '-' || first === '0')) return [placed(undefined, rest, value)];
  const within = typeof at === 'object' && at !== null ? Object.fromEntries(Object.entries(at)) : {};
  return { ...within, [first]: placed(within[first], rest, value) };
}

const node = once(() =>
  z.looseObject({ properties: z.record(z.string(), z.unknown()).optional(), items: z.unknown().optional() }),
);

/** Whether a form's rules describe the place to which a pointer leads. */
export function isDescribed(schema: unknown, pointer: string): boolean {
  const end = stepsOf(pointer).reduce((at: unknown, step) => {
    const found = node().safeParse(at).data;
    if (!found) return undefined;
    // Rules by cases are not looked into: the place may be among them.
    if ('anyOf' in found || 'oneOf' in found || 'allOf' in found || '$ref' in found) return found;
    const { properties = {}, items } = found;
    if (Object.hasOwn(properties, step)) return properties[step];
    return /^(\d+|-)$/.test(step) ? items : undefined;
  }, schema);
  return end !== undefined;
}

/**
 * Whether a value may be put where a pointer leads, on its own: in a list that is an entry that is there, or the next one
 * (`-`), but nothing within an entry that is not there, as the rest of it would be missing.
 */
export function isPlace(form: Form, pointer: string): boolean {
  const steps = stepsOf(pointer);
  return steps.every((step, n) => {
    const at = n === 0 ? form : valueAt(form, pointerTo(steps.slice(0, n)));
    const entries = entriesAt(at, step);
    if (!entries || Object.hasOwn(entries, step)) return true;
    return n === steps.length - 1 && (step === '-' || step === String(entries.length));
  });
}

/** The list into which a step leads, empty where it is still to be made; undefined where it leads to a field. */
function entriesAt(at: unknown, step: string): readonly unknown[] | undefined {
  if (Array.isArray(at)) return at;
  return at === undefined && /^(\d+|-)$/.test(step) ? [] : undefined;
}

/** The pointer with the number of the entry that `-` at its end stands for now. */
export function numbered(form: Form, pointer: string): string {
  const list = stepsOf(pointer).slice(0, -1);
  const at = valueAt(form, pointerTo(list));
  return pointer.endsWith('/-') ? pointerTo([...list, String(Array.isArray(at) ? at.length : 0)]) : pointer;
}
