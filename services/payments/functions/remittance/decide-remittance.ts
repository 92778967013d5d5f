import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { confirm, isMaker, send, type Remittance, type RemittanceChange } from '../../domain/remittance/remittance.ts';
import { ownRemittance, remittanceMoved, remittanceNotArrived } from '../../problems/remittance.ts';
import type { confirmBody } from '../../schemas/remittance.ts';
import { hasArrived } from './arrived.ts';
import { showRemittance } from './show-remittance.ts';

/** Finance has given the list to the treasury. */
export const sendRemittance = (deps: PaymentsDeps) => (call: Call) =>
  decide(call, deps, async (found) => send(found, call.scope.actor));

/** The treasurer has the treasury's receipt for it; somebody else than who drew or sent it. */
export const confirmRemittance =
  (deps: PaymentsDeps) => (call: Call<unknown, z.infer<ReturnType<typeof confirmBody>>>) =>
    decide(call, deps, async (found) => {
      const { actor } = call.scope;
      if (found.version !== call.ifMatch) return refuse(problems.versionStale);
      if (isMaker(found, actor)) return refuse(ownRemittance);
      if (found.state === 'sent' && !(await hasArrived(found, deps))) return refuse(remittanceNotArrived);
      return confirm(found, { by: actor.sub, at: call.cause.at, receipt: call.body.receipt });
    });

async function decide(
  { params, cause }: Call,
  { remittances }: PaymentsDeps,
  by: (found: Remittance) => Promise<RemittanceChange | Refusal | undefined>,
): Promise<HttpResponse> {
  const found = await remittances.load(params['id'] ?? '');
  if (!found) return refuse(problems.notFound);
  const change = await by(found);
  if (!change) return refuse(remittanceMoved);
  if ('problem' in change) return change;
  const { after } = change;
  const reply = { status: 200, headers: { ETag: `"${after.version}"` }, body: showRemittance(after) };
  await remittances.save(change, { ...cause, reply });
  return reply;
}
