import type * as z from 'zod';
import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { NotificationsDeps } from '../../deps.ts';
import { deliveryAt } from '../../domain/notice/change.ts';
import { receiptNotBelieved } from '../../problems/sending.ts';
import type { receiptsQuery } from '../../schemas/sending.ts';
import type { Receipt } from '../../sending/provider.ts';
import { receiptsOf } from '../../sending/receipts-of.ts';
import { ownCause } from '../own-cause.ts';
import { placeOrPark } from './park-early.ts';
import { markBounced } from './mark-bounced.ts';
import { recordAnswer } from '../sending/record-answer.ts';

type Query = z.infer<ReturnType<typeof receiptsQuery>>;
const route = 'POST /notifications/public/receipts/{provider}';
/** What arrives later than this was slow. */
const slowMs = 5 * 60_000;

/**
 * 状态报告. None of the providers signs them: whoever knows the key at the end of the address is believed, and what he says of a delivery
 * that has come to its end changes nothing.
 */
export const takeReceipts =
  (deps: NotificationsDeps) =>
  async ({ params, query, sent }: Call<Query>): Promise<HttpResponse> => {
    const provider = params['provider'] ?? '';
    const house = receiptsOf(provider, deps);
    if (!house) return refuse(problems.notFound);
    const receipts = await house.read(sent, query.key);
    if (!receipts) {
      deps.log.write('warn', { route, code: receiptNotBelieved.code }, { ReceiptsRefused: 1 });
      return refuse(receiptNotBelieved);
    }
    const taken = await Promise.all(receipts.map((receipt) => take(receipt, provider, deps)));
    const unknown = taken.filter((one) => one === 'unknown').length;
    if (unknown > 0) deps.log.write('warn', { route, count: unknown }, { ReceiptsUnknown: unknown });
    return { status: 200, body: house.taken };
  };

type Taken = 'taken' | 'parked' | 'unknown';

async function take({ of, said }: Receipt, provider: string, deps: NotificationsDeps): Promise<Taken> {
  const isOurs = 'reference' in of;
  const place = isOurs ? placeIn(of.reference) : await placeOrPark({ provider, ...of }, said, deps);
  if (!isOurs && !place) return 'parked';
  const notice = place && (await deps.notices.load(place.noticeId));
  const delivery = place && notice && deliveryAt(notice, place.n);
  if (!notice || delivery?.provider !== provider) return 'unknown';
  const isNews = await recordAnswer({ known: notice, n: place.n, answer: said }, ownCause(deps), deps);
  const isGone = said.is === 'failed' && said.lasting === 'permanent' && delivery.channel === 'email';
  if (isNews && isGone) await markBounced(notice, delivery, deps);
  const { sentAt } = delivery;
  const isSlow = said.is === 'delivered' && sentAt !== undefined && said.at.getTime() - sentAt.getTime() > slowMs;
  if (isSlow) await deps.standings.count([{ provider, what: 'slow', at: deps.now() }]);
  return 'taken';
}

/** `<notice>.<n>`; undefined where it is none of ours. */
function placeIn(reference: string): { noticeId: string; n: number } | undefined {
  const [, noticeId, n] = /^([0-9a-f-]{36})\.(\d{1,2})$/.exec(reference) ?? [];
  return noticeId && n ? { noticeId, n: Number(n) } : undefined;
}
