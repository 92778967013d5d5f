import type { Scope } from '#shared/access';
import { rowsAt } from '#shared/rows-at';
import type { Table } from '#shared/table';
import type { Follower } from '../domain/case/follow-up.ts';
import { becameBy, type Became } from '../domain/case/since.ts';
import { pushIn, type PushOfCase } from '../domain/push/of-case.ts';
import { followingKey } from './follow-rows.ts';
import { draftIn, type Draft } from './applications.ts';
import { nextKey, nextRow, type Next } from './next-row.ts';
import { applicationIn, formKey, recordKey } from './rows.ts';

/** A case opened upon another, and where it stands now. */
export type Followed = Next['cases'][number] & Follower;

/** A case as it is shown, with what supervision after its decision has said. */
export interface Shown extends Draft {
  followedBy: Followed[];
  push?: PushOfCase;
}

/** Cases with those that follow them. */
export function linkStore(table: Pick<Table, 'get' | 'getAll'>) {
  async function standing({ cases }: Next): Promise<Followed[]> {
    if (cases.length === 0) return [];
    const rows = await table.getAll(cases.map(({ caseId }) => recordKey(caseId)));
    return cases.map((one, n) => {
      const { state, outcome } = applicationIn(rows[n] ?? {});
      return { ...one, state, outcome };
    });
  }

  return {
    /** What was opened upon a case, oldest first, with the version that the next one must find. */
    async next(id: string): Promise<Next & { followers: Followed[] }> {
      const row = await table.get(nextKey(id));
      const next = row ? nextRow().parse(row) : { version: 0, cases: [] };
      return { ...next, followers: await standing(next) };
    },

    /** What became of decisions by the cases opened upon them: one read, and one more where there is anything. */
    async became(ids: readonly string[]): Promise<Became> {
      const rows = await table.getAll(ids.map(nextKey));
      const upon = rows.map((row) =>
        row
          ? nextRow()
              .parse(row)
              .cases.map(({ caseId }) => caseId)
          : [],
      );
      const all = [...new Set(upon.flat())];
      const records = await rowsAt(table, all.map(recordKey));
      const became = new Map(all.map((id, n) => [id, becameBy(applicationIn(records[n] ?? {}))]));
      return new Map(ids.map((id, n) => [id, (upon[n] ?? []).flatMap((one) => became.get(one) ?? [])]));
    },

    /** A case with its form and with what follows it, as it is shown. */
    async show(scope: Scope, id: string): Promise<Shown | undefined> {
      // What supervision says is the office's to know (审管联动): its applicant's read does not pay for it.
      const ofOffice = scope.capacities.includes('applicant') ? [] : [followingKey('PUSH', id)];
      const keys = [recordKey(id), formKey(id), nextKey(id), ...ofOffice];
      const [record, form, next, push] = await table.getAll(keys);
      const found = draftIn(scope, record, form);
      const followedBy = next ? await standing(nextRow().parse(next)) : [];
      return found && { ...found, followedBy, ...(push && { push: pushIn(push) }) };
    },
  };
}
