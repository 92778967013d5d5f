import type { Form, Mask } from './form.ts';
import { below, masked } from './masking.ts';
import { rowsMeant } from './rows-meant.ts';

/** A form that staff send back: with what its masks stand for, and where a mask stands for nothing known. */
export interface SentBack {
  form: Form;
  unknown: (string | number)[][];
}

/**
 * Staff edit a draft with its masks on. A mask that comes back means the value it hides: otherwise a correction elsewhere would
 * overwrite a name by its stars. Entries of lists may have been moved or taken out: whose a mask is must be certain, or it is named.
 */
export function unmasked(sent: Form, kept: Form, masks: readonly Mask[]): SentBack {
  const shown = masked(kept, masks);
  const entries = Object.entries(sent).map(([name, value]): [string, unknown] => [
    name,
    restored(value, { shown: shown[name], kept: kept[name] }, below(masks, name)),
  ]);
  const form = Object.fromEntries(entries);
  return { form, unknown: entries.flatMap(([name, value]) => stars(value, below(masks, name), [name])) };
}

interface Pair {
  shown: unknown;
  kept: unknown;
}

function restored(value: unknown, { shown, kept }: Pair, masks: readonly Mask[]): unknown {
  if (typeof value === 'string') return value === shown ? kept : value;
  if (Array.isArray(value)) {
    const pairs = listOf(shown).map((one, n): Pair => ({ shown: one, kept: listOf(kept)[n] }));
    const inner = below(masks, '*');
    const meant = rowsMeant(value, pairs, (entry) => leavesOf(entry, inner));
    return value.map((entry, n) =>
      restored(entry, pairs[meant[n] ?? -1] ?? { shown: undefined, kept: undefined }, inner),
    );
  }
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [
      name,
      restored(inner, { shown: part(shown, name), kept: part(kept, name) }, below(masks, name)),
    ]),
  );
}

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : []);

function part(whole: unknown, name: string): unknown {
  if (typeof whole !== 'object' || whole === null) return undefined;
  return Object.entries(whole).find(([key]) => key === name)?.[1];
}

/** The texts of the personal fields of an entry, by place. */
function leavesOf(value: unknown, masks: readonly Mask[], path = ''): [string, string][] {
  if (masks.length === 0) return [];
  if (typeof value === 'string') return [[path, value]];
  if (Array.isArray(value)) return value.flatMap((one, n) => leavesOf(one, below(masks, '*'), `${path}/${n}`));
  return Object.entries(value ?? {}).flatMap(([name, one]) => leavesOf(one, below(masks, name), `${path}/${name}`));
}

/** Where a personal field holds a mask still; no name, number or address has a star. */
function stars(value: unknown, masks: readonly Mask[], path: (string | number)[]): (string | number)[][] {
  if (masks.length === 0) return [];
  if (typeof value === 'string') return value.includes('*') ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((entry, n) => stars(entry, below(masks, '*'), [...path, n]));
  return Object.entries(value ?? {}).flatMap(([name, inner]) => stars(inner, below(masks, name), [...path, name]));
}
