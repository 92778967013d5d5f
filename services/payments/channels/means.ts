import { exchange, type Answer, type Fetch } from '#shared/exchange';
import { ChannelSilent } from './channel.ts';

/** What an adapter is given of the world: nothing of a channel is written into the code. */
export interface ChannelMeans<Keys> {
  /** Address of the channel, without a slash at its end. */
  base: string;
  /** The number that each of our merchants has at the channel. */
  merchants: Readonly<Record<string, string>>;
  /** Where the channel sends its notices. */
  noticeUrl: string;
  /** Where it leads the payer back to; empty where he stays. */
  returnUrl: string;
  /** The keys in force, read again now and then; undefined where the channel has none here. */
  keys: () => Promise<Keys | undefined>;
  now: () => Date;
  newNonce: () => string;
  fetch: Fetch;
  timeoutMs: number;
}

/** Sends a request and gives what came back; no answer in time is `ChannelSilent`. */
export async function send(
  url: URL,
  request: Parameters<typeof exchange>[1],
  means: Pick<ChannelMeans<unknown>, 'fetch' | 'timeoutMs'>,
): Promise<Answer> {
  const answer = await exchange(url, request, means);
  if ('silent' in answer) throw new ChannelSilent('no answer', { cause: answer.silent });
  return answer;
}

/** The keys of a channel that an order has been placed with; throws where they have gone since. */
export async function keysOf<Keys>({ keys }: Pick<ChannelMeans<Keys>, 'keys'>): Promise<Keys> {
  const found = await keys();
  if (found === undefined) throw new Error('a channel with orders has no keys');
  return found;
}

/** Which of our merchants a number at the channel stands for. */
export function merchantsOf({ merchants }: Pick<ChannelMeans<unknown>, 'merchants'>, number: string): string[] {
  return Object.keys(merchants).filter((key) => merchants[key] === number);
}

/** An answer as JSON; what cannot be read is no answer. */
export function jsonIn(bytes: Buffer): unknown {
  try {
    return JSON.parse(bytes.toString('utf8'));
  } catch {
    throw new ChannelSilent('unreadable');
  }
}
