import type { DeliveryAct } from './graph.ts';
import type { Delivery, Notice } from './notice.ts';
import { nextRound, nextTry, queueLost } from './back-off.ts';
import { deliveryAt, dueFact, stepped, type Moment, type NoticeChange } from './change.ts';
import { fallen, unreadUntil } from './fall.ts';
import { prove } from './prove.ts';

/** Why a delivery will not come to anything on its channel, and whether that is the person's, the time's or our fault. */
export type Lasting = 'permanent' | 'temporary' | 'technical';

/** What a provider, or a check of ours before it is asked, says of a delivery. */
export type Answer =
  | { is: 'sent'; providerRef?: string | undefined; confirmed?: boolean | undefined }
  | {
      is: 'delivered';
      providerRef?: string | undefined;
      at: Date;
      confirmed?: boolean | undefined;
      how?: Delivery['how'];
    }
  | { is: 'failed'; code: string; lasting: Lasting }
  /** Not before that moment. */
  | { is: 'later'; code: string; at: Date }
  /** The provider has not taken it, for reasons of its own; `elsewhere`: there is another that has not said so. */
  | { is: 'away'; code: string; elsewhere: boolean }
  /** Nothing that could be believed: it may have been sent or not. */
  | { is: 'silent'; code: string };

const failing: Record<Lasting, DeliveryAct> = { permanent: 'fail', temporary: 'bounce', technical: 'give-up' };

/** The sender takes a delivery up: the try is counted, and the next one is due, before the provider is asked. */
export function begin(
  notice: Notice,
  { n, tries, provider }: { n: number; tries: number; provider?: string | undefined },
  now: Date,
): NoticeChange | undefined {
  const found = deliveryAt(notice, n);
  // Whoever was told of an earlier try comes too late: somebody has taken it up.
  if (!found || found.tries !== tries || (notice.readAt && found.state === 'created')) return undefined;
  const act = found.state === 'created' ? 'begin' : 'again';
  const counted = { tries: tries + 1, dueAt: nextTry(tries + 1, now), begunAt: found.begunAt ?? now, askedAt: now };
  // What an earlier try was told is over: of one that is killed now nothing is known.
  const begun = stepped(notice, { n, act }, { ...counted, failure: undefined, ...(provider && { provider }) });
  return begun && { before: notice, notice: begun, act, n, facts: [] };
}

/** What an answer makes of a delivery; undefined where it comes too late to change anything. */
export function answered(notice: Notice, n: number, { answer, moment }: Answering): NoticeChange | undefined {
  if (answer.is === 'sent') return handedOver(notice, n, { answer, moment });
  if (answer.is === 'delivered') return delivered(notice, n, { answer, moment });
  if (answer.is === 'failed') return failed(notice, n, { answer, moment });
  if (answer.is === 'away') return away(notice, n, { answer, moment });
  const dueAt = answer.is === 'later' ? answer.at : deliveryAt(notice, n)?.dueAt;
  const put = stepped(notice, { n, act: 'put-off' }, { failure: answer.code, ...(dueAt && { dueAt }) });
  return put && { before: notice, notice: put, act: 'put-off', n, facts: [] };
}

interface Answering<Given extends Answer = Answer> {
  answer: Given;
  moment: Moment;
}
type Is<Word extends Answer['is']> = Extract<Answer, { is: Word }>;

function handedOver(notice: Notice, n: number, { answer, moment }: Answering<Is<'sent'>>): NoticeChange | undefined {
  const found = deliveryAt(notice, n);
  if (found?.state === 'delivered') return overtaken(notice, n, { found, answer });
  const dueAt = unreadUntil(notice, moment);
  const changes: Partial<Delivery> = { sentAt: moment.now, ...knownAs(answer), ...(dueAt && { dueAt }) };
  const sent = stepped(notice, { n, act: 'hand-over' }, changes);
  return sent && proved({ before: notice, notice: sent, act: 'hand-over', n, facts: [] }, 'sent', moment.now);
}

/** Its receipt was faster: what only the answer tells is added, and an address that is confirmed makes it count as served. */
function overtaken(
  notice: Notice,
  n: number,
  { found, answer }: { found: Delivery; answer: Is<'sent'> },
): NoticeChange | undefined {
  const isNews = (answer.confirmed && !found.confirmed) || (answer.providerRef && !found.providerRef);
  if (!isNews || !found.deliveredAt) return undefined;
  const { dueAt, deliveredAt } = found;
  const told = stepped(notice, { n, act: 'hand-over' }, { ...knownAs(answer), ...(dueAt && { dueAt }) });
  return told && proved({ before: notice, notice: told, act: 'hand-over', n, facts: [] }, 'delivered', deliveredAt);
}

function delivered(
  notice: Notice,
  n: number,
  { answer, moment }: Answering<Is<'delivered'>>,
): NoticeChange | undefined {
  const found = deliveryAt(notice, n);
  const dueAt = found?.dueAt && found.state === 'sent' ? found.dueAt : unreadUntil(notice, moment);
  const at = { sentAt: found?.sentAt ?? moment.now, deliveredAt: answer.at };
  const changes: Partial<Delivery> = { ...at, ...knownAs(answer), ...(dueAt && { dueAt }) };
  const done = stepped(notice, { n, act: 'deliver' }, changes);
  return done && proved({ before: notice, notice: done, act: 'deliver', n, facts: [] }, 'delivered', answer.at);
}

/** Another provider is asked at once; where all are away they are asked once more, and then later, whichever it is. */
function away(notice: Notice, n: number, { answer, moment }: Answering<Is<'away'>>): NoticeChange | undefined {
  const { provider, away: before = [], tries = 0 } = deliveryAt(notice, n) ?? {};
  const { elsewhere, code: failure } = answer;
  const gone = [...before, ...(provider ? [provider] : [])];
  const dueAt = elsewhere ? undefined : nextRound({ tries, providers: Math.max(1, gone.length) }, moment.now);
  const next = dueAt
    ? { away: [], dueAt }
    : { away: elsewhere ? gone : [], queuedAt: moment.now, dueAt: queueLost({}, moment.now) };
  const put = stepped(notice, { n, act: 'put-off' }, { failure, provider: undefined, ...next });
  return put && { before: notice, notice: put, act: 'put-off', n, facts: dueAt ? [] : [dueFact(put, n)] };
}

function failed(notice: Notice, n: number, { answer, moment }: Answering<Is<'failed'>>): NoticeChange | undefined {
  const found = deliveryAt(notice, n);
  // What was handed over can only fail for somebody's fault or for a time: our own agreement has held.
  const act = found?.state === 'sent' && answer.lasting === 'technical' ? 'bounce' : failing[answer.lasting];
  const over = stepped(notice, { n, act }, { failure: answer.code });
  if (!over) return undefined;
  const change: NoticeChange = { before: notice, notice: over, act, n, facts: [] };
  // An earlier channel that fails late changes nothing for the one that has followed it.
  return n === notice.deliveries.length ? fallen(change, moment) : change;
}

type Known = Pick<Is<'delivered'>, 'providerRef' | 'confirmed' | 'how'>;
const knownAs = ({ providerRef, confirmed, how }: Known) => ({
  ...(how && { how }),
  ...(providerRef && { providerRef }),
  ...(confirmed && { confirmed }),
});

function proved(change: NoticeChange, step: 'sent' | 'delivered', at: Date): NoticeChange {
  const found = deliveryAt(change.notice, change.n);
  if (!found) return change;
  const { channel, confirmed } = found;
  // Only at an address that its owner has confirmed (民事诉讼法 art. 90: electronic service needs his consent), or by staff.
  const counts = step === 'delivered' && (channel === 'task' || confirmed === true);
  const { notice, facts } = prove(change.notice, { step, channel, at, counts });
  return { ...change, notice, facts: [...change.facts, ...facts] };
}
