import type * as z from 'zod';
import type { Call, HttpResponse } from '#shared/route';
import type { ReliefAct } from '../../domain/fee/graph.ts';
import { checkRelief, proposeRelief } from '../../domain/fee/relief.ts';
import type { IntakeDeps } from '../../deps.ts';
import type { checkReliefBody, reliefBody } from '../../schemas/fee.ts';
import { onFees, type Decide } from './on-fees.ts';

type Wished = Call<unknown, z.infer<ReturnType<typeof reliefBody>>>;
type Checked = Call<unknown, z.infer<ReturnType<typeof checkReliefBody>>>;

const personOf = ({ scope: { actor } }: Call) => ({ sub: actor.sub, partyId: actor.partyId, ids: actor.ids });

/** 减缴, 缓缴 or 免缴 is proposed, with its basis. */
export const wishRelief =
  (deps: IntakeDeps) =>
  (call: Wished): Promise<HttpResponse> => {
    const { wish, basis } = call.body;
    const decide: Decide = (fees, settling) => proposeRelief(fees, { wish, basis, by: personOf(call) }, settling);
    return onFees(call, { decide }, deps);
  };

const check =
  (act: ReliefAct) =>
  (deps: IntakeDeps) =>
  (call: Checked): Promise<HttpResponse> => {
    const checking = { n: Number(call.params['n']), act, by: personOf(call), opinion: call.body.opinion };
    return onFees(call, { decide: (fees, settling) => checkRelief(fees, checking, settling) }, deps);
  };

export const approveRelief = check('approve');
export const rejectRelief = check('reject');
