import { isDeepStrictEqual } from 'node:util';
import { marshall, unmarshall } from '@aws-sdk/util-dynamodb';
import type { Condition } from '#shared/table';
import type { Item } from '#shared/table-rules.fake';

// Of DynamoDB's 573 reserved words those that our rows have as attributes: bare in an expression they are refused.
const reserved = new Set(['at', 'data', 'date', 'item', 'items', 'sequence', 'state', 'status', 'time', 'values']);

const absent = /^attribute_not_exists\(([#\w]+)\)$/;
const equal = /^([#\w]+) = (:\w+)$/;

/** Whether an item, or its absence, meets a condition; throws on an expression that this double does not know. */
export function holds(when: Condition | undefined, item: Item | undefined): boolean {
  return when ? when.expression.split(' AND ').every((part) => meets(part, when, item)) : true;
}

function meets(part: string, when: Condition, item: Item | undefined): boolean {
  const gone = absent.exec(part)?.[1];
  if (gone) return item?.[nameOf(gone, when)] === undefined;
  const [, name, placeholder] = equal.exec(part) ?? [];
  if (!name || !placeholder) throw new Error(`the double does not know the condition: ${part}`);
  const value = item?.[nameOf(name, when)];
  return (
    value !== undefined &&
    isDeepStrictEqual(unmarshall({ value }), unmarshall(marshall({ value: when.values?.[placeholder] })))
  );
}

function nameOf(written: string, { names }: Condition): string {
  if (written.startsWith('#')) {
    const name = names?.[written];
    if (!name) throw new Error(`the condition does not say which attribute ${written} is`);
    return name;
  }
  if (!reserved.has(written)) return written;
  throw Object.assign(new Error(`Attribute name is a reserved keyword; reserved keyword: ${written}`), {
    name: 'ValidationException',
  });
}
