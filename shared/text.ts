import * as z from 'zod';
import type { Saying } from '#shared/locale';

// Control characters have no place in what people write, and lone surrogates cannot be stored.
// oxlint-disable-next-line no-control-regex -- the rule is about slips; here they are meant
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

const broken: Saying = { zh: '含有无法保存的字符。', en: 'Some characters of this cannot be stored.' };

/** A text that a person writes: trimmed, not empty, at most `max` characters, well formed. */
export const text = (max: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(max)
    .refine((value) => value.isWellFormed() && !control.test(value), { params: broken });
