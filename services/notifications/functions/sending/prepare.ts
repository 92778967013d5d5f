import { loudFrom } from '../../domain/contact/quiet.ts';
import { optedOut } from '../../domain/contact/ways.ts';
import type { Answer } from '../../domain/notice/answer.ts';
import { deliveryAt } from '../../domain/notice/change.ts';
import type { Delivery, Notice } from '../../domain/notice/notice.ts';
import type { SendDeps } from '../../send-deps.ts';
import type { Message, Provider, Said } from '../../sending/provider.ts';
import { overQuota } from './over-quota.ts';
import type { Reached } from './reach.ts';

interface Sending {
  notice: Notice;
  n: number;
  /** The delivery as it stood before this try. */
  before: Delivery;
}

/** A try with all that it takes, so that between its being written down and its provider nothing is left to do. */
export interface Prepared {
  before: Delivery;
  provider: Provider;
  to: string;
  confirmed: boolean;
  /** What is sent; or why nothing is sent now, though an earlier try may have been. */
  what: Message | Said;
}

/** What a delivery takes to be sent; an answer where there is nobody to ask. */
export async function prepare({ notice, n, before }: Sending, deps: SendDeps): Promise<Answer | Prepared> {
  const delivery = deliveryAt(notice, n);
  // A task stands in the list of the staff as soon as it is written down.
  if (!delivery || delivery.channel === 'task') return { is: 'sent' };
  if (await isCalledOff(notice, deps)) return { is: 'failed', code: 'batch-cancelled', lasting: 'technical' };
  const provider = deps.providers.find(({ key }) => key === delivery.provider);
  if (!provider) return { is: 'failed', code: 'no-provider', lasting: 'technical' };
  const reached = await deps.reach(notice, delivery.channel);
  if (!reached) return { is: 'failed', code: 'no-address', lasting: 'permanent' };
  const { to, confirmed } = reached;
  const what = await messageTo(reached, { notice, before, provider }, deps);
  return { before, provider, to, confirmed, what };
}

/** What waited for its own morning, or for another try, when its batch was cancelled. */
const isCalledOff = async ({ batchId }: Notice, { batches }: SendDeps): Promise<boolean> =>
  batchId !== undefined && (await batches.load(batchId))?.state === 'cancelled';

/** Whoever is killed behind this has counted a message to the number that was not sent: it has one less that day. */
async function messageTo(
  { to, language, quiet, optedOut: isUnwanted, more }: Reached,
  { notice, before, provider }: { notice: Notice; before: Delivery; provider: Provider },
  deps: SendDeps,
): Promise<Message | Said> {
  if (isUnwanted) return { is: 'failed', code: optedOut, lasting: 'permanent' };
  const now = deps.now();
  const loud = notice.urgent ? now : loudFrom(now, quiet);
  if (loud > now) return { is: 'later', code: 'quiet-hours', at: loud };
  const words = await deps.wordsFor({ ...notice, values: { ...notice.values, ...more } }, { provider, language });
  if (!words) return { is: 'failed', code: 'no-template', lasting: 'technical' };
  const over = await overQuota({ notice, before, to }, deps);
  return over ?? { reference: before.reference, to, language, ...words };
}
