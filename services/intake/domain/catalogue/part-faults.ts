import type { CatalogueFault } from './faults.ts';
import type { Outline } from './outline.ts';

const lists = ['departments', 'items', 'bundles', 'withdraw', 'grounds'] as const;

/** All that the parts of an edition say; the first says whether that is the whole catalogue, and from when. */
export function joined(parts: readonly Outline[]): Outline {
  const [first] = parts;
  return {
    departments: parts.flatMap(({ departments }) => departments),
    items: parts.flatMap(({ items }) => items),
    bundles: parts.flatMap(({ bundles }) => bundles),
    withdraw: parts.flatMap(({ withdraw }) => withdraw),
    grounds: parts.flatMap(({ grounds = [] }) => grounds),
    whole: first?.whole ?? false,
    ...(first?.from && { from: first.from }),
  };
}

/** Parts that were announced and have not come. */
export function missingParts(parts: number, there: readonly number[]): number[] {
  return Array.from({ length: parts }, (_, n) => n + 1).filter((part) => !there.includes(part));
}

export const missingFaults = (missing: readonly number[]): CatalogueFault[] =>
  missing.map((part) => ({ path: ['parts', part], code: 'part-missing', about: String(part) }));

/** A fault of the whole where it stands among the parts in which that came: `/parts/3/items/7`. */
export function placedIn(parts: readonly Outline[], fault: CatalogueFault): CatalogueFault {
  const [name, n, ...rest] = fault.path;
  const list = lists.find((one) => one === name);
  if (parts.length < 2 || !list || typeof n !== 'number') return fault;
  const ends = parts.map((_, last) =>
    parts.slice(0, last + 1).reduce((sum, part) => sum + (part[list]?.length ?? 0), 0),
  );
  const part = ends.findIndex((end) => n < end);
  return { ...fault, path: ['parts', part + 1, list, n - (ends[part - 1] ?? 0), ...rest] };
}
