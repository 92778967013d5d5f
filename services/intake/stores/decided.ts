import type { Table } from '#shared/table';
import type { Draft } from './applications.ts';
import { applicationIn, formKey, readForm, recordKey } from './rows.ts';

/** Cases that have ended, for what follows from them: it is nobody's request, so nobody's scope is asked. */
export function decidedStore(table: Pick<Table, 'getAll'>) {
  return {
    async get(id: string): Promise<Draft | undefined> {
      const [row, form] = await table.getAll([recordKey(id), formKey(id)]);
      return row && form && { application: applicationIn(row), form: readForm(form) };
    },
  };
}
