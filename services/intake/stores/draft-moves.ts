import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import { ifAbsent, ifVersion, type Table } from '#shared/table';
import { ifOpen, type Draft } from './applications.ts';
import { caseRows, draftVersion, formRow } from './rows.ts';

/** Drafts that go on under another item. */
export function draftMoveStore(table: Table) {
  return {
    /** Record and form together. The record keeps the version of a draft's; the form's rises, as with every saving. */
    async save({ application, form }: Draft, cause: Cause): Promise<void> {
      const told = { ...application, version: form.version };
      const { record, entry } = caseRows(told, { act: 'move-to-successor' }, cause);
      await table.transact([
        ...markWrites(cause),
        { put: record, when: ifVersion(draftVersion) },
        { put: formRow(application.id, form), when: ifOpen(form.version - 1) },
        { put: entry, when: ifAbsent },
      ]);
    },
  };
}
