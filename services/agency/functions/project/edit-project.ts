import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { changed } from '../../domain/project/change.ts';
import type { editBody } from '../../schemas/project.ts';
import { saveAct, toActOn } from './acted.ts';
import { factFaults } from './fact-faults.ts';
import { becoming } from '../plan/becoming.ts';

/** What is said of a project becomes another, and with it its plan: how, is kept and told. */
export const editProject =
  (deps: AgencyDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof editBody>>>): Promise<HttpResponse> => {
    const faults = factFaults(call.body, '', call);
    if (faults.length > 0) return refuse(problems.invalidInput, faults);
    const found = await toActOn(call, deps);
    if ('problem' in found) return found;
    const change = changed(found, 'edit', call.body);
    return saveAct(
      change && { ...change, ...(await becoming(found, change, { ...deps, at: call.cause.at })) },
      call,
      deps,
    );
  };
