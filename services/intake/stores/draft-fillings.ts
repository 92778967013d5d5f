import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import type { Table } from '#shared/table';
import type { Application } from '../domain/case/application.ts';
import { ifOpen } from './applications.ts';
import { formRow as bundleFormRow, type StoredBundleForm } from './bundle-forms.ts';
import { applicationIn, formKey, formRow, readForm, recordKey, type StoredForm } from './rows.ts';

interface Filled<Form> {
  /** The version that was read: whoever saves meanwhile is not overwritten. */
  was: number;
  form: Form;
}

/** Drafts that are filled in by facts, each as long as it is one. */
export function fillingStore(table: Table) {
  return {
    async case(id: string): Promise<{ application: Application; form: StoredForm } | undefined> {
      const [row, form] = await table.getAll([recordKey(id), formKey(id)]);
      return row && form && { application: applicationIn(row), form: readForm(form) };
    },

    async saveCase(id: string, { was, form }: Filled<StoredForm>, cause: Cause): Promise<void> {
      await table.transact([...markWrites(cause), { put: formRow(id, form), when: ifOpen(was) }]);
    },

    async saveBundle(id: string, { was, form }: Filled<StoredBundleForm>, cause: Cause): Promise<void> {
      await table.transact([...markWrites(cause), { put: bundleFormRow(id, form), when: ifOpen(was) }]);
    },
  };
}
