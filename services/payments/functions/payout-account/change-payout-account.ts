import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { isProposer } from '../../domain/person.ts';
import {
  decideAccount,
  proposeAccount,
  type PayoutAccount,
  type PayoutAccountChange,
} from '../../domain/settlement/payout-account.ts';
import { listUnknownPayee } from '../../problems/charge.ts';
import { accountNumberDiffers, ownPayoutAccount, payoutAccountMoved } from '../../problems/payout-account.ts';
import type * as schemas from '../../schemas/payout-account.ts';
import { showPayoutAccount } from './show-payout-account.ts';

type CallOf<Body extends () => z.ZodType> = Call<unknown, z.infer<ReturnType<Body>>>;

/** One person of finance says where a payee is to be paid. */
export const proposePayoutAccount =
  ({ charges, payoutAccounts, newId }: PaymentsDeps) =>
  async ({ body, scope, cause, language }: CallOf<typeof schemas.payoutAccountBody>): Promise<HttpResponse> => {
    const { payee, ...account } = body;
    const list = await charges.live();
    if (!list?.payees.some(({ key }) => key === payee)) {
      const { code, ...words } = listUnknownPayee;
      return refuse(problems.invalidInput, [{ pointer: '/payee', code, message: words[language] }]);
    }
    const base = (await payoutAccounts.of(payee))?.id;
    const said = { id: newId(), payee, account, ...(base && { base }) };
    const change = proposeAccount(said, { by: scope.actor, at: cause.at });
    const reply = { status: 201, headers: { ETag: '"1"' }, body: showPayoutAccount(change.after) };
    await payoutAccounts.save(change, { ...cause, reply });
    return reply;
  };

/** Another person types the number once more, from the payee's own paper: payments go there from now on. */
export const approvePayoutAccount =
  (deps: PaymentsDeps) =>
  async (call: CallOf<typeof schemas.approvePayoutAccountBody>): Promise<HttpResponse> => {
    const found = await toDecide(call, deps);
    if ('problem' in found) return found;
    const { payoutAccounts } = deps;
    const was = await payoutAccounts.of(found.payee);
    if (was?.id !== found.base) return refuse(payoutAccountMoved);
    if (call.body.number !== found.account.number) return refuse(accountNumberDiffers);
    const change = decideAccount(found, 'approve', { decidedBy: call.scope.actor.sub });
    if (!change) return refuse(payoutAccountMoved);
    const reply = replyOf(change);
    await payoutAccounts.putInForce(change, was && decideAccount(was, 'supersede', {}), { ...call.cause, reply });
    return reply;
  };

/** Another person says that it is not so, and why. */
export const rejectPayoutAccount =
  (deps: PaymentsDeps) =>
  async (call: CallOf<typeof schemas.rejectPayoutAccountBody>): Promise<HttpResponse> => {
    const found = await toDecide(call, deps);
    if ('problem' in found) return found;
    const { scope, body, cause } = call;
    const change = decideAccount(found, 'reject', { decidedBy: scope.actor.sub, rejection: body.reason });
    if (!change) return refuse(payoutAccountMoved);
    const reply = replyOf(change);
    await deps.payoutAccounts.save(change, { ...cause, reply });
    return reply;
  };

/** One that was proposed by somebody else, as he has read it. */
async function toDecide(
  { params, ifMatch, scope }: Call,
  { payoutAccounts }: PaymentsDeps,
): Promise<PayoutAccount | Refusal> {
  const found = await payoutAccounts.load(params['id'] ?? '');
  if (!found) return refuse(problems.notFound);
  if (found.version !== ifMatch) return refuse(problems.versionStale);
  return isProposer(found, scope.actor) ? refuse(ownPayoutAccount) : found;
}

const replyOf = ({ after }: PayoutAccountChange) => ({
  status: 200,
  headers: { ETag: `"${after.version}"` },
  body: showPayoutAccount(after),
});
