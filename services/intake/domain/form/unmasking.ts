import type { Form, Mask } from './form.ts';
import { below, masked } from './masking.ts';

/** A form that staff send back: with what its masks stand for, and where a mask stands for nothing known. */
export interface SentBack {
  form: Form;
  unknown: (string | number)[][];
}

/**
 * Staff edit a draft with its masks on. A mask that comes back where it was shown means the value it hides: otherwise a
 * correction elsewhere would overwrite a name by its stars.
 */
export function unmasked(sent: Form, kept: Form, masks: readonly Mask[]): SentBack {
  const shown = masked(kept, masks);
  const entries = Object.entries(sent).map(([name, value]): [string, unknown] => [
    name,
    restored(value, shown[name], kept[name]),
  ]);
  const form = Object.fromEntries(entries);
  return { form, unknown: entries.flatMap(([name, value]) => stars(value, below(masks, name), [name])) };
}

function restored(value: unknown, shown: unknown, kept: unknown): unknown {
  if (typeof value === 'string') return value === shown ? kept : value;
  if (Array.isArray(value)) return value.map((entry, n) => restored(entry, part(shown, n), part(kept, n)));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, inner]) => [name, restored(inner, part(shown, name), part(kept, name))]),
  );
}

function part(whole: unknown, name: string | number): unknown {
  if (typeof whole !== 'object' || whole === null) return undefined;
  return Object.entries(whole).find(([key]) => key === String(name))?.[1];
}

/** Where a personal field holds a mask still; no name, number or address has a star. */
function stars(value: unknown, masks: readonly Mask[], path: (string | number)[]): (string | number)[][] {
  if (masks.length === 0) return [];
  if (typeof value === 'string') return value.includes('*') ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((entry, n) => stars(entry, below(masks, '*'), [...path, n]));
  return Object.entries(value ?? {}).flatMap(([name, inner]) => stars(inner, below(masks, name), [...path, name]));
}
