import type { Row } from '#shared/table';

/** A value as a row has it: dates as RFC 3339 at any depth, absent values left out. */
export function plain(value: object): Row {
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, inner]) => inner !== undefined)
      .map(([name, inner]) => [name, plainValue(inner)]),
  );
}

function plainValue(value: unknown): unknown {
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plainValue);
  return typeof value === 'object' && value !== null ? plain(value) : value;
}
