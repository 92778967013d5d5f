import * as z from 'zod';
import { once } from '#shared/once';
import type { Form } from './form.ts';
import { placesOf, valueAt } from './pointer.ts';

/** A text that may be no longer is one line: a name or an address. With a line end in it a paper would show two. */
const longestLine = 120;

/** What is said of one that is more. */
export const moreLines = {
  zh: '此项只能填写一行，不能换行或者使用制表符。',
  en: 'This is one line: without line ends and tabs.',
};

const described = once(() =>
  z.looseObject({
    type: z.unknown().optional(),
    maxLength: z.number().optional(),
    'x-identifier': z.unknown().optional(),
    properties: z.record(z.string(), z.unknown()).optional(),
    items: z.unknown().optional(),
  }),
);

/** Where a form has texts of one line; `*` stands for every entry of a list. A number has its spaces taken out anyway. */
export function oneLineFields(schema: unknown, path: readonly string[] = []): (readonly string[])[] {
  const node = described().safeParse(schema).data;
  if (!node) return [];
  const { type, maxLength = Infinity, 'x-identifier': number, properties = {}, items } = node;
  return [
    ...(type === 'string' && maxLength <= longestLine && number === undefined ? [path] : []),
    ...Object.entries(properties).flatMap(([name, inner]) => oneLineFields(inner, [...path, name])),
    ...(items === undefined ? [] : oneLineFields(items, [...path, '*'])),
  ];
}

/** The places of those that are more. */
export function brokenLines(form: Form, fields: readonly (readonly string[])[]): string[] {
  return fields.flatMap((path) =>
    placesOf(form, path).filter((pointer) => {
      const value = valueAt(form, pointer);
      return typeof value === 'string' && /[\t\n\r]/.test(value);
    }),
  );
}
