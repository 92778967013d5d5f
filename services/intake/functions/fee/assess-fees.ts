import type * as z from 'zod';
import type { Call, HttpResponse } from '#shared/route';
import { isFree } from '../../domain/fee/charges.ts';
import { assess } from '../../domain/fee/assess.ts';
import type { Application } from '../../domain/case/application.ts';
import type { IntakeDeps } from '../../deps.ts';
import type { assessBody } from '../../schemas/fee.ts';
import { itemOf } from '../case/item-of.ts';
import { raise } from '../../domain/supervision/finding.ts';
import { onFees, type Decide } from './on-fees.ts';

type Assessing = Call<unknown, z.infer<ReturnType<typeof assessBody>>>;

/** 核定: quantities of lines of the item's list, as of the version on which the case began. */
export const assessFees =
  (deps: IntakeDeps) =>
  (call: Assessing): Promise<HttpResponse> =>
    onFees(call, { decide: decideOn(call, deps), version: call.ifMatch }, deps);

const decideOn =
  (call: Assessing, deps: IntakeDeps): Decide =>
  async (fees, settling, found) => {
    const list = isFree(found) ? [] : (await itemOf(found, deps)).fee;
    const decided = assess(fees, { ...call.body, list, by: call.scope.actor.sub }, settling);
    if (!('refused' in decided) || decided.refused !== 'charge-off-list') return decided;
    await tell(found, call, deps);
    return isFree(found) ? { refused: 'free-of-charge' } : decided;
  };

/** Refused, and told to the supervisor, once for each version of the case: an illegal charge was tried (行政许可法 art. 75). */
async function tell(found: Application, { body, cause }: Assessing, deps: IntakeDeps): Promise<void> {
  const about = body.lines.map(({ code }) => code).join(', ');
  const calendar = await deps.calendars.current();
  const finding = raise(found, { rule: 'charge-off-list', about }, { at: cause.at, calendar });
  await (await deps.fees()).raise(finding, cause);
}
