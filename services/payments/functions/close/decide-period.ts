import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { approve, isAnother, propose, reject, type PeriodChange } from '../../domain/close/act.ts';
import { isClosable, type Check } from '../../domain/close/checks.ts';
import { daysOf, kindOfPeriod, type Period } from '../../domain/close/period.ts';
import { recorded } from '../../domain/person.ts';
import * as refused from '../../problems/close.ts';
import type { rejectBody, signBody } from '../../schemas/close.ts';
import { ageingOf, digestOf } from './ageing-of.ts';
import { checksOf } from './checks-of.ts';
import { actedOn } from './show-period.ts';

/** Finance says that a day, month or year can be shut; of a month or a year with what is open by age, which another signs. */
export const proposeClose =
  (deps: PaymentsDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const id = call.params['id'] ?? '';
    const [found, checks] = await Promise.all([deps.periods.load(id), checksOf(id, call.cause.at, deps)]);
    if (!checks) return refuse(problems.notFound);
    if (!isClosable(checks)) return barred(checks);
    const signed = kindOfPeriod(id) === 'day' ? undefined : await ageingOf(daysOf(id).last, deps);
    const said = { ...recorded(call.scope.actor), at: call.cause.at };
    return saved(propose(found, said, signed && digestOf(signed)), call, deps);
  };

/** Another person agrees; of a month or a year he names the ageing that he signs. */
export const approveClose =
  (deps: PaymentsDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof signBody>>>): Promise<HttpResponse> => {
    const { cause, scope, body } = call;
    const found = await deps.periods.load(call.params['id'] ?? '');
    const fault = faultOf(found, call);
    if (fault) return fault;
    const checks = await checksOf(found.id, cause.at, deps);
    if (!checks || !isClosable(checks)) return barred(checks ?? []);
    if (found.ageing !== body.ageing) return refuse(refused.otherAgeing);
    return saved(approve(found, { ...recorded(scope.actor), at: cause.at }), call, deps);
  };

export const rejectClose =
  (deps: PaymentsDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof rejectBody>>>): Promise<HttpResponse> => {
    const { cause, scope, body } = call;
    const found = await deps.periods.load(call.params['id'] ?? '');
    const fault = faultOf(found, call);
    if (fault) return fault;
    return saved(reject(found, { ...recorded(scope.actor), at: cause.at, reason: body.reason }), call, deps);
  };

function faultOf(found: Period, { ifMatch, scope }: Call): Refusal | undefined {
  if (found.version === 0) return refuse(problems.notFound);
  if (found.version !== ifMatch) return refuse(problems.versionStale);
  return found.state === 'proposed' && !isAnother(found, scope.actor) ? refuse(refused.ownClose) : undefined;
}

/** Each that stands in the way by its name. */
function barred(checks: readonly Check[]): Refusal {
  const faults = checks.flatMap(({ check, bars }) =>
    bars.map(({ of, why, owner, since }) => {
      const message = `${of}: ${why} (${owner}, ${since.toISOString()})`;
      return { pointer: `/checks/${check}`, code: why.split(' ').at(-1) ?? check, message };
    }),
  );
  return refuse(refused.notClosable, faults.slice(0, 100));
}

async function saved(
  change: PeriodChange | undefined,
  { cause }: Pick<Call, 'cause'>,
  { periods }: PaymentsDeps,
): Promise<HttpResponse> {
  if (!change) return refuse(refused.periodMoved);
  // What may be done next is another person's, or the run's.
  const reply = actedOn(change.period, []);
  await periods.save(change, { ...cause, reply });
  return reply;
}
