import { sameContent } from '../catalogue/same-content.ts';

interface Shown {
  shown: unknown;
}

/** The texts of an entry's personal fields, by place. */
type Personal = (entry: unknown) => readonly (readonly [string, string])[];

/**
 * Which of the entries that were shown each entry that comes back means: its number, or undefined where nothing says so for
 * certain. Masks of two people may look alike, so a place in a list means nobody; what was shown with it does.
 */
export function rowsMeant(
  sent: readonly unknown[],
  shown: readonly Shown[],
  personal: Personal,
): (number | undefined)[] {
  const looks = sent.map((entry) => shown.flatMap((one, n) => (sameContent(entry, one.shown) ? [n] : [])));
  const taken = new Set<number>();
  const take = (n: number | undefined) => {
    if (n === undefined || taken.has(n)) return undefined;
    taken.add(n);
    return n;
  };
  // Entries that look alike stay in their order, while none of them is missing.
  const asShown = looks.map((alike) => {
    const all = looks.filter(([first]) => first !== undefined && first === alike[0]).length === alike.length;
    return all ? take(alike.find((n) => !taken.has(n))) : undefined;
  });
  const othersStayed = sent.length === shown.length && asShown.filter((n, at) => n === at).length === sent.length - 1;
  return sent.map((entry, at) => {
    if (asShown[at] !== undefined || (looks[at] ?? []).length > 0) return asShown[at];
    const fitting = shown.flatMap((one, n) => (mayBe(personal(entry), personal(one.shown)) ? [n] : []));
    // One entry of a list was changed, and everything else is where it was.
    if (fitting.length > 1) return othersStayed && fitting.includes(at) ? take(at) : undefined;
    return take(fitting[0]);
  });
}

/** Whether all masks that an entry holds are those of another. */
function mayBe(entry: ReturnType<Personal>, other: ReturnType<Personal>): boolean {
  const masks = entry.filter(([, text]) => text.includes('*'));
  const known = new Map(other);
  return masks.length > 0 && masks.every(([place, text]) => known.get(place) === text);
}
