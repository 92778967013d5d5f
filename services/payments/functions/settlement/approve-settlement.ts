import { createHash } from 'node:crypto';
import { dayOf } from '#shared/calendar';
import { shippedCalendars } from '#shared/calendars';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { PaymentsDeps } from '../../deps.ts';
import { approveSettlement as approve, expectSettlement, settlementCsv } from '../../domain/settlement/settlement.ts';
import { ownSettlement, settlementMoved } from '../../problems/settlement.ts';
import { expectedWrites } from '../../stores/expected.ts';
import { showSettlement } from './show-settlement.ts';

/** Another person has looked at it: the file for the bank is kept, and the bank is to show the payment. */
export const approveSettlement =
  ({ settlements, settlementFiles }: PaymentsDeps) =>
  async ({ params, scope, cause }: Call): Promise<HttpResponse> => {
    const found = await settlements.load(params['id'] ?? '');
    if (!found) return refuse(problems.notFound);
    const by = scope.actor.sub;
    if (by === found.drawnBy) return refuse(ownSettlement);
    const bytes = Buffer.from(settlementCsv(found));
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const key = `settlements/${found.id}.csv`;
    const change = approve(found, { by, at: cause.at, key, sha256 });
    if (!change) return refuse(settlementMoved);
    await (await settlementFiles()).put(key, { bytes, contentType: 'text/csv', fileName: `${found.number}.csv` });
    const after = expectSettlement(found, dayOf(cause.at), shippedCalendars);
    const headers = { ETag: `"${change.after.version}"` };
    const reply = { status: 200, headers, body: showSettlement(change.after) };
    await settlements.save(change, { ...cause, reply }, expectedWrites({ after }, cause));
    return reply;
  };
