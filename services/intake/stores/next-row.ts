import * as z from 'zod';
import { once } from '#shared/once';
import type { Key } from '#shared/table';
import { followKind } from '../domain/case/application.ts';
import { recordKey } from './rows.ts';

/** The cases opened upon one that has ended: a row beside its record, which itself never changes again. */
export const nextKey = (id: string): Key => ({ pk: recordKey(id).pk, sk: 'NEXT' });

export const nextRow = once(() =>
  z.object({
    version: z.int(),
    cases: z.array(z.object({ caseId: z.string(), as: followKind, openedAt: z.string() })),
  }),
);
export type Next = z.infer<ReturnType<typeof nextRow>>;
