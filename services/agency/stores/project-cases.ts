import type { Envelope } from '#events/event';
import { allRows } from '#shared/all-rows';
import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import { parkedKey, parkWrite, readParked, unparkWrite, type Parked } from '#shared/parking';
import { plain } from '#shared/plain';
import { ifAbsent, ifVersion, type Key, type Row, type Table } from '#shared/table';
import { caseCopy, type CaseCopy } from '../domain/plan/case-copy.ts';
import { projectKey } from './project-rows.ts';

export const casePrefix = 'C#';
interface Named {
  projectId: string;
  caseId: string;
}
export const copyKey = ({ projectId, caseId }: Named): Key => ({
  pk: projectKey(projectId).pk,
  sk: `${casePrefix}${caseId}`,
});
const copyRow = (copy: CaseCopy) => ({ ...copyKey(copy), schema: 1, ...plain(copy) });
export const copyIn = ({ pk, sk, schema, ...row }: Row): CaseCopy => caseCopy().parse(row);

/** The cases of projects, copied from facts beside the project. */
export function projectCaseStore(table: Table) {
  return {
    async of(projectId: string): Promise<CaseCopy[]> {
      return (await allRows(table, { partition: projectKey(projectId).pk, prefix: casePrefix })).map(copyIn);
    },

    /** What is known of a case, and whether there is such a project here at all. */
    async find(named: Named): Promise<{ isOurs: boolean; copy: CaseCopy | undefined; parked: Parked }> {
      const keys = [projectKey(named.projectId), copyKey(named), parkedKey(named.caseId)];
      const [project, copy, parked] = await table.getAll(keys);
      return {
        isOurs: project !== undefined,
        copy: copy && copyIn(copy),
        parked: readParked(named.caseId, parked),
      };
    },

    /** Without a mark: what a copy holds twice says nothing new, and what follows from it is to be tried again. */
    begin: (copy: CaseCopy, parked: Parked) =>
      table.transact([{ put: copyRow(copy), when: ifAbsent }, unparkWrite(parked)]),

    follow: (copy: CaseCopy, seen: number) => table.transact([{ put: copyRow(copy), when: ifVersion(seen) }]),

    /** Kept until the case that it is of has become known. */
    park: (named: Named, { parked, event }: { parked: Parked; event: Envelope }, cause: Cause) =>
      table.transact([
        ...markWrites(cause),
        parkWrite(parked, event, cause),
        { check: copyKey(named), when: ifAbsent },
      ]),
  };
}
