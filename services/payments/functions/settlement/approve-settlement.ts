import { dayOf } from '#shared/calendar';
import { shippedCalendars } from '#shared/calendars';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import {
  approveSettlement as approve,
  expectSettlement,
  isDrawer,
  settlementCsv,
  type Settlement,
} from '../../domain/settlement/settlement.ts';
import { ownSettlement, settlementMoved } from '../../problems/settlement.ts';
import { expectedWrites } from '../../stores/expected.ts';
import { showSettlement } from './show-settlement.ts';

async function* fileOf(found: Settlement): AsyncGenerator<Uint8Array, void> {
  yield Buffer.from(settlementCsv(found));
}

/** Another person has looked at it: the file for the bank is kept, and the bank is to show the payment. */
export const approveSettlement =
  ({ settlements, statementFiles }: PaymentsDeps) =>
  async ({ params, scope, cause }: Call): Promise<HttpResponse> => {
    const found = await settlements.load(params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    if (isDrawer(found, scope.actor)) return refuse(ownSettlement);
    if (found.state !== 'drawn') return refuse(settlementMoved);
    const key = `settlements/${found.id}.csv`;
    const { sha256 } = await (await statementFiles()).take(key, fileOf(found));
    const change = approve(found, { by: scope.actor.sub, at: cause.at, key, sha256 });
    if (!change) return refuse(settlementMoved);
    const after = expectSettlement(found, dayOf(cause.at), shippedCalendars);
    const headers = { ETag: `"${change.after.version}"` };
    const reply = { status: 200, headers, body: showSettlement(change.after) };
    await settlements.save(change, { ...cause, reply }, expectedWrites({ after }, cause));
    return reply;
  };
