import { dayOf } from '#shared/calendar';
import type { Cause } from '#shared/cause';
import { markWrites, type Publisher } from '#shared/outbox';
import type { Table } from '#shared/table';
import type { MandateChange } from '../domain/mandate/change.ts';
import { closingSheets } from './closing-sheets.ts';
import { mandateLists } from './mandate-lists.ts';
import { projectCheck } from './mandate-rows.ts';
import { mandateWrites } from './mandate-writes.ts';

/** 代办委托 of the projects of a set. */
export function mandateStore(table: Table, publisher: Publisher) {
  return {
    ...mandateLists(table),
    ...closingSheets(table),

    /** 协议编号: counted by day; one that was taken and not used leaves a gap, none is given twice. */
    async nextNumber(at: Date): Promise<string> {
      const day = dayOf(at);
      const n = await table.count({ pk: `MANDATES#number#${day}`, sk: 'SEQ' });
      return `DB-${publisher.district}-${day.replaceAll('-', '')}-${String(n).padStart(4, '0')}`;
    },

    /** `project`: as it was read, where the act stands on that. */
    save: (change: MandateChange, cause: Cause, project?: { id: string; version: number }) =>
      table.transact([
        ...markWrites(cause),
        ...mandateWrites(publisher, change, cause),
        ...(project ? [projectCheck(project)] : []),
      ]),
  };
}
