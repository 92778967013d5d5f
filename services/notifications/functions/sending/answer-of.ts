import { addressFor } from '../../domain/contact/ways.ts';
import { loudFrom } from '../../domain/contact/quiet.ts';
import type { Contact } from '../../domain/contact/contact.ts';
import type { Answer } from '../../domain/notice/answer.ts';
import { deliveryAt } from '../../domain/notice/change.ts';
import type { Delivery, Notice } from '../../domain/notice/notice.ts';
import type { SendDeps } from '../../send-deps.ts';
import type { Provider, Said } from '../../sending/provider.ts';
import { askFirst } from './ask-first.ts';
import { overQuota } from './over-quota.ts';

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
  const provider = deps.providers.find(({ key }) => key === delivery.provider);
  if (!provider) return { is: 'failed', code: 'no-provider', lasting: 'technical' };
  const contact = await deps.contactOf(notice.partyId);
  const address = addressFor(contact, delivery.channel);
  if (!address) return { is: 'failed', code: 'no-address', lasting: 'permanent' };
  const known = await askFirst({ before, to: address.value, provider }, deps);
  const answer = known ?? (await handOver({ notice, before, provider, contact, to: address.value }, deps));
  return completed(answer, { confirmed: Boolean(address.confirmedAt), before, provider }, deps);
}

interface HandingOver {
  notice: Notice;
  before: Delivery;
  provider: Provider;
  contact: Contact | undefined;
  to: string;
}

async function handOver({ notice, before, provider, contact, to }: HandingOver, deps: SendDeps): Promise<Said> {
  const now = deps.now();
  const loud = notice.urgent ? now : loudFrom(now, contact?.quiet);
  if (loud > now) return { is: 'later', code: 'quiet-hours', at: loud };
  const language = contact?.language ?? 'zh';
  const words = await deps.wordsFor(notice, { provider, language });
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
