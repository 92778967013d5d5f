import type { Row, Key, Table, Write } from '#shared/table';
import type { Application } from '../domain/case/application.ts';
import { partyListKey, partyListPlace, recordKey } from './rows.ts';

/** The place of a record in the list of who holds it for a party that was made later: of a case, or of the city's copy of one. */
const heldPlace = 'REC-HELD';

interface Listed extends Key {
  /** Where it stands in the list of its party. */
  sk2: string;
  heldBy?: string | undefined;
}

/** It is written once and names the record alone, so that no act pays for it; nothing where nobody holds it for another. */
export function heldWrites({ pk, sk2, heldBy }: Listed): Write[] {
  return heldBy ? [{ put: { pk, sk: heldPlace, schema: 1, pk2: partyListKey(heldBy), sk2 } }] : [];
}

/** The same of a case of this set. */
export const heldCase = (found: Pick<Application, 'id' | 'createdAt' | 'heldBy'>): Write[] =>
  heldWrites({ ...recordKey(found.id), sk2: partyListPlace(found), heldBy: found.heldBy });

/** Rows of a list of an applicant, each as the record that it names. */
export async function recordsOf(table: Pick<Table, 'getAll'>, rows: readonly Row[]): Promise<Row[]> {
  const held = rows.filter(({ sk }) => sk === heldPlace);
  if (held.length === 0) return [...rows];
  const records = await table.getAll(held.map(({ pk }) => ({ pk: String(pk), sk: 'REC' })));
  const found = new Map(held.map((row, n) => [row, records[n]]));
  return rows.map((row) => found.get(row) ?? row);
}
