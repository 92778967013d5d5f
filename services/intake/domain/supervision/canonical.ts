/**
 * A value as JSON in one form only, whatever the order of its fields (as RFC 8785 has it): the table gives them back in any.
 * Absent values are left out, as the table does. What no row of ours holds (sets, bytes, whole numbers beyond 2^53) is told
 * apart from what one does.
 */
export const canonical = (value: unknown): string => JSON.stringify(inOrder(value));

function inOrder(value: unknown): unknown {
  if (typeof value === 'bigint') return { odd: String(value) };
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  if (value instanceof Set || ArrayBuffer.isView(value)) return { odd: Object.prototype.toString.call(value) };
  return ordered({ ...value });
}

function ordered(value: Record<string, unknown>): Record<string, unknown> {
  const found: Record<string, unknown> = {};
  for (const name of Object.keys(value).toSorted()) found[name] = inOrder(value[name]);
  return found;
}
