import * as z from 'zod';
import { once } from '#shared/once';
import { cursorOf, type Page } from '#shared/page';
import type { Table } from '#shared/table';
import type { Held } from '../domain/bill/act.ts';
import type { PageAt } from '#shared/record-page';
import { billedKey, billedPk, codeKey, debtKey, type Office } from './rows.ts';

const pointer = once(() => z.object({ billId: z.uuid() }));
const billed = once(() =>
  z.object({
    billId: z.uuid(),
    /** A hash of what was asked under the reference, and what was answered. */
    asked: z.string(),
    reply: z.object({ headers: z.record(z.string(), z.string()), body: z.unknown() }),
  }),
);
export type Billed = Omit<z.infer<ReturnType<typeof billed>>, 'billId'>;

/** Bills by what others call them: a department's reference, the code on a bill. */
export function billedBooks(table: Table, getAll: (ids: readonly string[]) => Promise<(Held | undefined)[]>) {
  return {
    /** What a department has asked under a reference. */
    async billed(office: Office, reference: string): Promise<Billed | undefined> {
      const row = await table.get(billedKey(office, reference));
      return row && billed().parse(row);
    },

    /** The bill of what a collector asks under that name. */
    async ofDebt(collector: string, debt: string): Promise<Held | undefined> {
      const row = await table.get(debtKey(collector, debt));
      const [found] = row ? await getAll([pointer().parse(row).billId]) : [];
      return found;
    },

    /** The bill of the code on it (缴款码). */
    async byCode(code: string): Promise<Held | undefined> {
      const row = await table.get(codeKey(code));
      const [found] = row ? await getAll([pointer().parse(row).billId]) : [];
      return found;
    },

    /** What a department asks by itself, by its references. */
    async ofOffice(office: Office, { limit, after }: PageAt): Promise<Page<Held>> {
      const start = after && { after: { ...billedKey(office, after[0]) } };
      const { rows, last } = await table.query({ partition: billedPk(office), limit, ...start });
      const found = await getAll(rows.map((row) => billed().parse(row).billId));
      const nextCursor = last ? cursorOf([String(last['sk']).slice('R#'.length), '-']) : null;
      return { items: found.flatMap((one) => one ?? []), nextCursor };
    },
  };
}
