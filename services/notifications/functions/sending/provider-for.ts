import { sha256 } from '#shared/cause';
import type { Delivery } from '../../domain/notice/notice.ts';
import { pick } from '../../domain/provider/standing.ts';
import type { SendDeps } from '../../send-deps.ts';

/** Who is asked to send it: whoever was asked before and has not answered, else one of those that have not been away, by their shares. */
export async function providerFor(
  { channel, provider, reference, tries, away = [] }: Delivery,
  { providers, standings }: Pick<SendDeps, 'providers' | 'standings'>,
): Promise<string | undefined> {
  if (provider && providers.some(({ key }) => key === provider)) return provider;
  const all = providers.filter((one) => one.channel === channel).map(({ key }) => key);
  const offered = all.filter((key) => !away.includes(key));
  if (offered.length < 2) return offered[0] ?? all[0];
  return pick(await standings.of(all), { offered, fraction: fractionOf(`${reference}#${tries}`) });
}

/** From 0 to below 1, the same for the same text. */
const fractionOf = (text: string): number => Buffer.from(sha256(text), 'base64url').readUInt32BE(0) / 2 ** 32;
