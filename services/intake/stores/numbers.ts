import { dayOf } from '#shared/calendar';
import type { Table } from '#shared/table';
import { caseNumber } from '../domain/case/number.ts';

/** Counts the cases of an item on a day. A number that was taken and not used leaves a gap; none is given twice. */
export function numberStore(table: Pick<Table, 'count'>) {
  return {
    /** The next 办件编号 of an implementing code; undefined when a day's 35,999 are used up. */
    async next(implementingCode: string, at: Date): Promise<string | undefined> {
      const sequence = await table.count({ pk: `SEQ#${implementingCode}#${dayOf(at)}`, sk: 'SEQ' });
      return caseNumber(implementingCode, at, sequence);
    },
  };
}
