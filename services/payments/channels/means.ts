import * as z from 'zod';
import { exchange, type Answer, type Fetch } from '#shared/exchange';
import { ChannelSilent } from './channel.ts';

/** What an adapter is given of the world: nothing of a channel is written into the code. */
export interface ChannelMeans<Keys> {
  /** Address of the channel, without a slash at its end. */
  base: string;
  /** Where it hands its files over, if it has a place of its own for that; else `base`. */
  files: string;
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

/** A file may take longer than an answer, and has to come within the time of the function that fetches it. */
export const fileTimeoutMs = 20_000;

/** The bytes of a file as they come. What stops before its end, or is refused, is `ChannelSilent`. */
export async function* download(
  url: URL,
  request: Parameters<typeof exchange>[1],
  { fetch }: Pick<ChannelMeans<unknown>, 'fetch'>,
) {
  try {
    const signal = AbortSignal.timeout(fileTimeoutMs);
    const response = await fetch(url, { ...request, signal, redirect: 'error' });
    if (!response.ok || !response.body) throw new Error(`answered ${response.status}`);
    for await (const piece of response.body) yield z.instanceof(Uint8Array).parse(piece);
  } catch (error) {
    throw new ChannelSilent('no file', { cause: error });
  }
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
