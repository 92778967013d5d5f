import { loudFrom } from '../../domain/contact/quiet.ts';
import type { Answer } from '../../domain/notice/answer.ts';
import { deliveryAt } from '../../domain/notice/change.ts';
import type { Delivery, Notice } from '../../domain/notice/notice.ts';
import type { SendDeps } from '../../send-deps.ts';
import type { Provider, Said } from '../../sending/provider.ts';
import { askFirst } from './ask-first.ts';
import { overQuota } from './over-quota.ts';
import type { Reached } from './reach.ts';

interface Sending {
  notice: Notice;
  n: number;
  /** The delivery as it stood before this try. */
  before: Delivery;
}

/** What is said of a delivery: by us, where there is nobody to ask or it is not the time; else by its provider. */
export async function answerOf({ notice, n, before }: Sending, deps: SendDeps): Promise<Answer> {
  const delivery = deliveryAt(notice, n);
  // A task stands in the list of the staff as soon as it is written down.
  if (!delivery || delivery.channel === 'task') return { is: 'sent' };
  if (await isCalledOff(notice, deps)) return { is: 'failed', code: 'batch-cancelled', lasting: 'technical' };
  const provider = deps.providers.find(({ key }) => key === delivery.provider);
  if (!provider) return { is: 'failed', code: 'no-provider', lasting: 'technical' };
  const reached = await deps.reach(notice, delivery.channel);
  if (!reached) return { is: 'failed', code: 'no-address', lasting: 'permanent' };
  const known = await askFirst({ before, to: reached.to, provider }, deps);
  const answer = known ?? (await handOver({ notice, before, provider, reached }, deps));
  return completed(answer, { confirmed: reached.confirmed, before, provider }, deps);
}

/** What waited for its own morning, or for another try, when its batch was cancelled. */
const isCalledOff = async ({ batchId }: Notice, { batches }: SendDeps): Promise<boolean> =>
  batchId !== undefined && (await batches.load(batchId))?.state === 'cancelled';

interface HandingOver {
  notice: Notice;
  before: Delivery;
  provider: Provider;
  reached: Reached;
}

async function handOver({ notice, before, provider, reached }: HandingOver, deps: SendDeps): Promise<Said> {
  const { to, language, quiet, more } = reached;
  const now = deps.now();
  const loud = notice.urgent ? now : loudFrom(now, quiet);
  if (loud > now) return { is: 'later', code: 'quiet-hours', at: loud };
  const words = await deps.wordsFor({ ...notice, values: { ...notice.values, ...more } }, { provider, language });
  if (!words) return { is: 'failed', code: 'no-template', lasting: 'technical' };
  const over = await overQuota({ notice, before, to }, deps);
  if (over) return over;
  const asked = deps.now();
  const said = await provider.send({ reference: before.reference, to, language, ...words });
  await deps.standings.count(provider.key, { said, tookMs: deps.now().getTime() - asked.getTime() }, asked);
  return said;
}

/** What only we know: whether another could send it, and whether the address is confirmed for official papers. */
function completed(
  said: Said,
  { confirmed, before, provider }: { confirmed: boolean; before: Delivery; provider: Provider },
  { providers }: SendDeps,
): Answer {
  if (said.is === 'sent' || said.is === 'delivered') return { ...said, confirmed };
  const isTheirs = said.is === 'away' || (said.is === 'failed' && said.lasting === 'technical');
  if (!isTheirs) return said;
  const gone = new Set([...(before.away ?? []), provider.key]);
  const elsewhere = providers.some(({ key, channel }) => channel === provider.channel && !gone.has(key));
  // What one provider has not approved another may have; where none has, it is of no use to try again.
  return elsewhere || said.is === 'away' ? { is: 'away', code: said.code, elsewhere } : said;
}
