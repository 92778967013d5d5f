import * as z from 'zod';
import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { Conflict } from '#shared/conflict';
import { once } from '#shared/once';
import { markWrites } from '#shared/outbox';
import { ifAbsent, type Row, type Table, type Write } from '#shared/table';
import type { Issued } from '../domain/case/issued.ts';
import type { DocumentKind } from '../domain/document/kind.ts';
import type { Form } from '../domain/form/form.ts';
import { documentKey, isMade, padded, reserved, sealedKey, type Reserved, type Sealed } from './document-rows.ts';
import { issuedBy } from './issued.ts';
import { readForm, recordKey } from './rows.ts';

type Wanted = Pick<Reserved, 'version' | 'kind'>;

/** What the maker of documents writes. */
export function documentMaking(table: Table) {
  return {
    /** The numbers of a document, taken once: whoever comes second gets those of the first. */
    async reserve(caseId: string, wanted: Wanted, make: () => Promise<Omit<Reserved, keyof Wanted>>) {
      const key = documentKey(caseId, wanted);
      const found = await table.get(key);
      if (found) return statusOf(found);
      const row = { ...wanted, ...(await make()) };
      try {
        await table.put({ ...key, schema: 1, ...row }, ifAbsent);
        return { reserved: row, isMade: false };
      } catch (error) {
        if (!(error instanceof Conflict)) throw error;
        const first = await table.get(key);
        if (!first) throw error;
        return statusOf(first);
      }
    },

    /** The next number of an office's documents of a kind in a year. One taken and not used leaves a gap; none is given twice. */
    count: (office: string, kind: DocumentKind, year: string) =>
      table.count({ pk: `SEQ#DOC#${office}#${kind}#${year}`, sk: 'SEQ' }),

    formAt: (caseId: string, version: number) => formAt(table, caseId, version),

    /** What the grant of a case has given. */
    issued: async (caseId: string): Promise<Issued | undefined> => (await issuedBy(table, [caseId])).get(caseId),

    /** The acts of a case before a version, oldest first: what they owe is numbered before what that version owes. */
    async actsBefore(caseId: string, version: number): Promise<{ version: number; act: string; at: Date }[]> {
      const rows = await allRows(table, { partition: recordKey(caseId).pk, prefix: 'T#' });
      return rows.filter(({ sk }) => String(sk) < `T#${padded(version)}`).map(actIn);
    },

    /** What an act owed is made: with it goes the mark of the fact, and each can be found by its verification number. */
    async made(documents: readonly Sealed[], cause: Cause): Promise<void> {
      await table.transact([...markWrites(cause), ...documents.flatMap(madeWrites)]);
    },
  };
}

/** What is recorded of a paper that is made: with its case, and under its verification number. */
export function madeWrites(one: Sealed): Write[] {
  const { unshown, ...rest } = one;
  const row = { schema: 1, ...rest, sealedAt: one.sealedAt.toISOString() };
  return [
    { put: { ...documentKey(one.caseId, one), ...row, ...(unshown && { unshown }) }, when: notMade(one) },
    { put: { ...sealedKey(one.verification), ...row }, when: ifAbsent },
  ];
}

/** The form as an act left it: what was corrected later stands beside what it took the place of. */
async function formAt(table: Table, caseId: string, version: number): Promise<Form | undefined> {
  const rows = await allRows(table, { partition: recordKey(caseId).pk, prefix: 'FORM' });
  const row = rows.find(({ sk }) => sk !== 'FORM' && String(sk) >= `FORM#${padded(version)}`) ?? rows[0];
  return row && readForm({ masks: '[]', version: 0, ...row }).form;
}

const told = once(() => z.object({ sk: z.string(), act: z.string(), at: z.coerce.date() }));
function actIn(row: Row): { version: number; act: string; at: Date } {
  const { sk, act, at } = told().parse(row);
  return { version: Number(sk.slice('T#'.length)), act, at };
}

/** The numbers are those that were taken, and nobody has made it since. */
const notMade = ({ verification }: Reserved) => ({
  expression: 'verification = :verification AND attribute_not_exists(sha256)',
  values: { ':verification': verification },
});

const statusOf = (row: Row) => ({ reserved: reserved().parse(row), isMade: isMade(row) });
