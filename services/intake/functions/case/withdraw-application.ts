import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { refusalOf } from '../../domain/case/graph.ts';
import { withdraw } from '../../domain/case/handing-in.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import type { withdrawCaseBody } from '../../schemas/at-desk.ts';
import { deskEntry } from '../party/at-desk.ts';
import { settle } from './carry-out.ts';
import { timeFirst } from './time-first.ts';

/** Read with its form, because a draft's version is its form's. */
export const withdrawApplication =
  (deps: IntakeDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof withdrawCaseBody>>>): Promise<HttpResponse> => {
    const { params, body, scope, cause } = call;
    const [found, by] = await Promise.all([
      deps.applications.getWithForm(scope, params['id'] ?? ''),
      deps.persons.know(scope, cause.at),
    ]);
    if (!found) return refuse(problems.notFound);
    const moved = await timeFirst(found.application, cause.at, deps);
    const application = moved ?? found.application;
    const refused = refusalOf(application, 'withdraw', by);
    if (refused) return refuse(caseProblems[moved ? 'deadline-passed' : refused]);
    const kept = await deskEntry(body.entry, { ...call, whose: application }, deps);
    if ('problem' in kept) return kept;
    const { reason } = body;
    const acting = { at: cause.at, body: { reason, ...kept }, by, calendar: await deps.calendars.current(), task: 0 };
    return settle(withdraw(application, acting), { ...call, scope: by }, deps);
  };
