import * as z from 'zod';
import { once } from '#shared/once';

const code = once(() => z.string().min(1).max(64));

/** 减缴 takes an amount off a line, 免缴 all of it, 缓缴 moves the day on which it is due. */
export const wish = once(() =>
  z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('reduce'), code: code(), amountFen: z.int().min(1) }),
    z.strictObject({ kind: z.literal('waive'), code: code() }),
    z.strictObject({ kind: z.literal('defer'), until: z.iso.date() }),
  ]),
);
export type Wish = z.infer<ReturnType<typeof wish>>;
