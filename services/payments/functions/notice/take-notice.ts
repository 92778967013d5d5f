import { problems } from '#shared/problem';
import { refuse, type Call, type HttpResponse } from '#shared/route';
import type { Channel, Word } from '../../channels/channel.ts';
import type { PaymentsDeps } from '../../deps.ts';
import { attemptIn } from '../../domain/order/act.ts';
import type { Order } from '../../domain/order/order.ts';
import { chargeOf } from '../order/ask-channel.ts';
import { idOf } from '../../domain/refund/refund.ts';
import { sendRefund } from '../refund/send-refund.ts';
import { ownCause } from '../own-cause.ts';
import { takeWord } from './take-word.ts';

/**
 * 支付结果通知. Who sends it is proved by its signature alone; what it says is taken in as an answer of the channel is. What is
 * not believed changes nothing: the channel is asked in its turn, and its answer counts.
 */
export const takeNotice =
  (deps: PaymentsDeps) =>
  async ({ params, sent }: Call): Promise<HttpResponse> => {
    const channel = deps.channels.get(params['channel'] ?? '');
    if (!channel?.readNotice) return refuse(problems.notFound);
    const { word, taken, refused } = await channel.readNotice(sent);
    return (await believe(word, channel, deps)) ? taken : refused;
  };

async function believe(word: Word, channel: Channel, deps: PaymentsDeps): Promise<boolean> {
  if (word.about === 'lie') return doubted(word.why, deps);
  if (word.about === 'refund') return askOfRefund(word.number, channel, deps);
  if (word.about === 'nothing') return true;
  const { number, said } = word;
  const fits = (order: Order) => order.channel === channel.key && isOf(order, word);
  const taken = await takeWord(number, said, { ...deps, cause: ownCause(deps), fits });
  return taken || doubted('other', deps);
}

/** Somebody tries, or the keys do not fit any more: whoever reads the log is to see which. */
function doubted(why: string, { log }: PaymentsDeps): boolean {
  log.write('warn', { route: 'POST /payments/public/notices/{channel}', code: `notice-${why}` }, { NoticesRefused: 1 });
  return false;
}

/** A refund has come through, or has failed: the channel is asked which, as it is in its turn. */
async function askOfRefund(number: string, { key }: Channel, deps: PaymentsDeps): Promise<boolean> {
  const found = await deps.refunds.load(idOf(number));
  if (found?.channel !== key) return false;
  if (found.askAt) await sendRefund(found, ownCause(deps), deps);
  return true;
}

/** Whether each part is one that was asked for: its number, its amount, and the merchant that takes it. */
function isOf(order: Order, { number, parts }: Extract<Word, { about: 'charge' }>): boolean {
  const found = attemptIn(order, number);
  if (!found) return false;
  const asked = chargeOf(order, found.payment, found.attempt).parts;
  const isTold = (one: (typeof asked)[number]) =>
    parts.some(
      (part) => part.number === one.number && part.amountFen === one.amountFen && part.merchants.includes(one.merchant),
    );
  return parts.length === asked.length && asked.every(isTold);
}
