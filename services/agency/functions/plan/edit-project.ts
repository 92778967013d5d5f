import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { differenceOf, type Difference } from '../../domain/plan/difference.ts';
import { changed } from '../../domain/project/change.ts';
import type { Project } from '../../domain/project/project.ts';
import type { editBody } from '../../schemas/project.ts';
import { saveAct, toActOn } from '../project/acted.ts';
import { factFaults } from './fact-faults.ts';
import { knownOf, planOn } from './planned.ts';

/** What is said of a project becomes another, and with it its plan: how, is kept and told. */
export const editProject =
  (deps: AgencyDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof editBody>>>): Promise<HttpResponse> => {
    const faults = factFaults(call.body, '', call);
    if (faults.length > 0) return refuse(problems.invalidInput, faults);
    const found = await toActOn(call, deps);
    if ('problem' in found) return found;
    const change = changed(found, 'edit', call.body);
    const planned = change && (await becoming(found, { after: change.project, at: call.cause.at }, deps));
    return saveAct(change && { ...change, planned }, call, deps);
  };

/** Undefined where there is no plan before or after. */
async function becoming(
  before: Project,
  { after, at }: { after: Project; at: Date },
  deps: Pick<AgencyDeps, 'calendars' | 'projectCases'>,
): Promise<Difference | undefined> {
  const known = await knownOf(before.id, deps);
  const [was, is] = [planOn(before, { at, ...known }), planOn(after, { at, ...known })];
  return 'problem' in was || 'problem' in is ? undefined : differenceOf(was.plan, is.plan);
}
