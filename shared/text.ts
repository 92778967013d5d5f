import * as z from 'zod';
import type { Saying } from '#shared/locale';
import { isStorable, unstorable } from '#shared/unstorable';

// A name, an address: with a line end in it a paper would show two.
const longestLine = 120;
const moreLines: Saying = { zh: '此项只能填写一行。', en: 'This is one line.' };

/**
 * A text that a person writes: trimmed, not empty, at most `max` characters, without what `isStorable` knows as dishonest. One
 * of at most 120 characters is one line.
 */
export const text = (max: number) => {
  const storable = z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine(isStorable, { params: { code: 'unstorable', ...unstorable } });
  return max > longestLine
    ? storable
    : storable.refine((value) => !/[\t\n\r]/.test(value), { params: { code: 'more-lines', ...moreLines } });
};
