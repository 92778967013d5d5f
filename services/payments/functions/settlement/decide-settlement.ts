import type * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse, type Refusal } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { settlementCsv } from '../../domain/settlement/csv.ts';
import {
  approveSettlement as approve,
  expectSettlement,
  isDrawer,
  rejectSettlement as reject,
  type Settlement,
  type SettlementChange,
} from '../../domain/settlement/settlement.ts';
import type { PayoutAccount } from '../../domain/settlement/payout-account.ts';
import { ownSettlement, payoutAccountMissing, settlementMoved } from '../../problems/settlement.ts';
import type { rejectSettlementBody } from '../../schemas/settlement.ts';
import { expectedWrites } from '../../stores/expected.ts';
import { accountOf } from './account-of.ts';
import { showSettlement } from './show-settlement.ts';

async function* fileOf(text: string): AsyncGenerator<Uint8Array, void> {
  yield Buffer.from(text);
}

/** Another person has looked at it: the file for the bank is kept, and the bank is to show the payment. */
export const approveSettlement =
  (deps: PaymentsDeps) =>
  async (call: Call): Promise<HttpResponse> => {
    const found = await toDecide(call, deps);
    if ('problem' in found) return found;
    const { scope, cause } = call;
    const to = await accountOf(found, deps);
    if (!to) return refuse(payoutAccountMissing);
    const key = `settlements/${found.id}.csv`;
    const { sha256 } = await (await deps.statementFiles()).take(key, fileOf(settlementCsv(found, to.account)));
    const change = approve(found, { by: scope.actor.sub, at: cause.at, key, sha256, account: to.id });
    if (!change) return refuse(settlementMoved);
    const after = expectSettlement(found, dayOf(cause.at));
    const reply = replyOf(change, to);
    await deps.settlements.save(change, { ...cause, reply }, expectedWrites({ after }, cause));
    return reply;
  };

/** Another person says no, and why: what it has taken waits again, for one that is drawn anew. */
export const rejectSettlement =
  (deps: PaymentsDeps) =>
  async (call: Call<unknown, z.infer<ReturnType<typeof rejectSettlementBody>>>): Promise<HttpResponse> => {
    const found = await toDecide(call, deps);
    if ('problem' in found) return found;
    const { scope, cause, body } = call;
    const taken = await deps.released.taken(found.sources.map(({ source }) => source));
    const change = reject(found, { by: scope.actor.sub, at: cause.at, reason: body.reason }, taken);
    if (!change) return refuse(settlementMoved);
    const reply = replyOf(change);
    await deps.settlements.reject(change, { ...cause, reply });
    return reply;
  };

/** One that was drawn by somebody else, as he has read it. */
async function toDecide(
  { params, ifMatch, scope }: Call,
  { settlements }: PaymentsDeps,
): Promise<Settlement | Refusal> {
  const found = await settlements.load(params['id'] ?? '');
  if (!found) return refuse(problems.notFound);
  if (found.version !== ifMatch) return refuse(problems.versionStale);
  if (isDrawer(found, scope.actor)) return refuse(ownSettlement);
  return found.state === 'drawn' ? found : refuse(settlementMoved);
}

const replyOf = ({ after }: SettlementChange, to?: PayoutAccount) => ({
  status: 200,
  headers: { ETag: `"${after.version}"` },
  body: showSettlement(after, to),
});
