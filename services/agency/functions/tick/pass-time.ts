import { retried } from '#shared/conflict';
import { walkDue } from '#shared/due';
import type { AgencyDeps } from '../../deps.ts';
import { passConsultation } from '../consultation/pass-consultation.ts';
import { expireAuthority } from '../authority/expire-authority.ts';
import { expireMandate } from '../mandate/expire-mandate.ts';
import { reportProgress } from '../report/report-progress.ts';
import { passProblem } from '../problem/pass-problem.ts';
import { passTask } from '../task/pass-task.ts';

type Pass = (id: string, deps: AgencyDeps) => Promise<boolean>;

/** By the kind of a partition (`<kind>#<id>`). One step at a time: what is due still is found again by the same walk or the next. */
const passes: ReadonlyMap<string, Pass> = new Map<string, Pass>([
  ['CONSULTATION', passConsultation],
  ['MANDATE', expireMandate],
  ['PROBLEM', passProblem],
  ['TASK', passTask],
  ['AUTHORITY', expireAuthority],
  ['REPORT', reportProgress],
]);

/** What time does to the records of agency, by the rows that `dueWrites` of `#shared/due` has put where each is due. */
export const passTime = (deps: AgencyDeps) => async (): Promise<Record<string, number>> => {
  const passed = await walkDue(deps.table, deps.now(), ({ pk }) => {
    const [kind = '', id = ''] = pk.split('#');
    return retried(async () => (await passes.get(kind)?.(id, deps)) ?? false, deps.pause);
  });
  return { PassedByTime: passed };
};
