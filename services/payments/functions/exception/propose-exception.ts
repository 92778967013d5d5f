import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { propose } from '../../domain/exception/act.ts';
import { planned } from '../../domain/exception/planned.ts';
import { recorded } from '../../domain/person.ts';
import { exceptionMoved } from '../../problems/exception.ts';
import type { proposeExceptionBody } from '../../schemas/exception.ts';
import { refusePlan } from './refuse-plan.ts';
import { showActed } from './show-exception.ts';
import { situationOf } from './situation-of.ts';

/** One person of finance says what is to be done, and sees what it would write; another decides. */
export const proposeException =
  (deps: PaymentsDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof proposeExceptionBody>>>): Promise<HttpResponse> => {
    const { params, body: details, scope, cause } = call;
    const found = await deps.exceptions.load(params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    if (found.version !== call.ifMatch) return refuse(problems.versionStale);
    const { situation } = await situationOf(found, { wish: details, at: cause.at }, deps);
    const plan = planned(situation, details);
    if ('fault' in plan) return refusePlan(plan.fault);
    const change = propose(found, { details, ...recorded(scope.actor), at: cause.at }, plan);
    if (!change) return refuse(exceptionMoved);
    const { version } = change.after;
    const reply = { status: 200, headers: { ETag: `"${version}"` }, body: showActed(change.after) };
    await deps.exceptions.save(change, { ...cause, reply });
    return reply;
  };
