import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import { refusalOf } from '../../domain/case/graph.ts';
import { withdraw } from '../../domain/case/handing-in.ts';
import type { IntakeDeps } from '../../deps.ts';
import { caseProblems } from '../../problems/case.ts';
import { settle } from './carry-out.ts';
import { timeFirst } from './time-first.ts';

/** Read with its form, because a draft's version is its form's. */
export const withdrawApplication =
  (deps: IntakeDeps) =>
  async (call: Call<unknown, { reason: string }>): Promise<HttpResponse> => {
    const { params, body, scope, cause } = call;
    const found = await deps.applications.getWithForm(scope, params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    const moved = await timeFirst(found.application, cause.at, deps);
    const application = moved ?? found.application;
    const refused = refusalOf(application, 'withdraw', scope);
    if (refused) return refuse(caseProblems[moved ? 'deadline-passed' : refused]);
    const acting = { at: cause.at, body, by: scope, calendar: await deps.calendars.current(), task: 0 };
    return settle(withdraw(application, acting), call, deps);
  };
