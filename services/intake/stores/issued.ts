import type { Key, Row, Table } from '#shared/table';
import { issued, type Issued } from '../domain/case/issued.ts';
import { recordKey } from './rows.ts';

export const issuedKey = (caseId: string): Key => ({ pk: recordKey(caseId).pk, sk: 'ISSUED' });

/** Apart from the record: few acts look at it, and the number of a person stands in it. */
export function issuedRow(caseId: string, given: Issued | undefined): (Key & Row) | undefined {
  return given && { ...issuedKey(caseId), schema: 1, ...given };
}

export const readIssued = (row: Row): Issued => issued().parse(row);

/** What the grants of these cases have given, by case. */
export async function issuedBy(table: Table, caseIds: readonly string[]): Promise<ReadonlyMap<string, Issued>> {
  if (caseIds.length === 0) return new Map();
  const rows = await table.getAll(caseIds.map(issuedKey));
  const read = (row: Row | undefined, n: number): [string, Issued][] =>
    row ? [[caseIds[n] ?? '', readIssued(row)]] : [];
  return new Map(rows.flatMap(read));
}
