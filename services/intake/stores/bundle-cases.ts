import type { Scope } from '#shared/access';
import type { Table } from '#shared/table';
import type { Bundle } from '../domain/bundle/bundle.ts';
import { casesOf, seesByCases } from '../domain/bundle/view.ts';
import { visible } from './applications.ts';
import { recordKey } from './rows.ts';

/** Whether an office sees one of the cases that have come of a bundle so far. */
export async function seesOneCase(table: Pick<Table, 'getAll'>, scope: Scope, found: Bundle): Promise<boolean> {
  const made = seesByCases(scope) ? casesOf(found) : [];
  const rows = made.length > 0 ? await table.getAll(made.map(recordKey)) : [];
  return rows.some((row) => visible(scope, row) !== undefined);
}
