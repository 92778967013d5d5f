/** The same content whatever the order in which its keys were written: a map that was stored comes back in another. */
export function sameContent(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

/** A value as JSON with its keys in order. */
export const canonical = (value: unknown): string => JSON.stringify(sorted(value));

function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([key, inner]) => [key, sorted(inner)]),
  );
}
