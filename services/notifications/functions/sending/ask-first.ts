import type { Delivery } from '../../domain/notice/notice.ts';
import type { SendDeps } from '../../send-deps.ts';
import type { Provider, Said } from '../../sending/provider.ts';

/**
 * What has become of an earlier try that had no answer. Undefined: nothing was tried, or the provider has no such message, so that it is
 * sent. A provider that cannot be asked is sent it again: it may arrive twice (record 53 says where).
 */
export async function askFirst(
  { before, to, provider }: { before: Delivery; to: string; provider: Provider },
  { now }: Pick<SendDeps, 'now'>,
): Promise<Said | undefined> {
  const { provider: earlier, begunAt = now(), askedAt = begunAt, reference } = before;
  // One that has answered "later", or "not by me", has not sent it.
  if (!provider.ask || earlier !== provider.key || isAnswered(before)) return undefined;
  const said = await provider.ask({ reference, to, begunAt, askedAt });
  return said.is === 'unknown' ? undefined : said;
}

const ours = new Set(['quiet-hours', 'quota']);

const isAnswered = ({ tries, failure }: Delivery): boolean =>
  tries === 0 || (failure !== undefined && ours.has(failure));
