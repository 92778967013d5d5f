import * as z from 'zod';
import { once } from '#shared/once';
import { adapterOf } from './adapters.ts';
import { signatureOf } from './sign.ts';

/** What is asked: of whom (pseudonymous), by which law, for which case of which item and line. */
export interface Inquiry {
  subject: string;
  caseId: string;
  itemKey: string;
  requirement: string;
  office: string;
  basis: string;
}

/** What is known of it then. Nobody's silence, fault or riddle is an answer: that is `fail`, and says why. */
export type Answer =
  | { outcome: 'find' | 'differ'; fields: Record<string, string> }
  | { outcome: 'miss' }
  | { outcome: 'fail'; why: 'no-adapter' | 'not-connected' | 'time-out' | 'unreachable' | 'refused' | 'unreadable' };

/** The port to the registers that share: one way to ask, whichever it is. */
export type AskProvider = (resource: string, inquiry: Inquiry) => Promise<Answer>;

export interface ExchangeMeans {
  /** Address of the exchange, without a slash at its end; empty where none is connected. */
  base: string;
  key: () => Promise<string>;
  now: () => Date;
  newNonce: () => string;
  timeoutMs: number;
}

const reply = once(() =>
  z.discriminatedUnion('result', [
    z.object({ result: z.literal('found'), data: z.unknown() }),
    z.object({ result: z.literal('differs'), data: z.unknown() }),
    z.object({ result: z.literal('not-found') }),
  ]),
);

/** 数据共享交换平台: asks a register by its adapter, signed and within a time. */
export function exchange(means: ExchangeMeans): AskProvider {
  return async (resource, inquiry) => {
    const adapter = adapterOf(resource);
    if (!adapter) return { outcome: 'fail', why: 'no-adapter' };
    if (means.base === '') return { outcome: 'fail', why: 'not-connected' };
    const body = JSON.stringify({ ...adapter.ask(inquiry), purpose: purposeOf(inquiry) });
    const sent = await send({ path: adapter.path, body }, means);
    if ('why' in sent) return { outcome: 'fail', why: sent.why };
    const read = reply().safeParse(sent.body);
    if (!read.success) return { outcome: 'fail', why: 'unreadable' };
    if (read.data.result === 'not-found') return { outcome: 'miss' };
    const fields = adapter.read(read.data.data);
    if (!fields) return { outcome: 'fail', why: 'unreadable' };
    return { outcome: read.data.result === 'found' ? 'find' : 'differ', fields };
  };
}

const purposeOf = ({ caseId, itemKey, office, basis }: Inquiry) => ({ case: caseId, item: itemKey, office, basis });

type Failed = { why: 'time-out' | 'unreachable' | 'refused' | 'unreadable' };

async function send(
  { path, body }: { path: string; body: string },
  { base, key, now, newNonce, timeoutMs }: ExchangeMeans,
): Promise<{ body: unknown } | Failed> {
  const url = new URL(base + path);
  const signed = { method: 'POST', path: url.pathname, time: now().toISOString(), nonce: newNonce(), body };
  const headers = {
    'content-type': 'application/json',
    'x-sharing-time': signed.time,
    'x-sharing-nonce': signed.nonce,
    'x-sharing-signature': signatureOf(await key(), signed),
  };
  try {
    const response = await fetch(url, { method: 'POST', headers, body, signal: AbortSignal.timeout(timeoutMs) });
    if (!response.ok) return { why: response.status < 500 ? 'refused' : 'unreachable' };
    return { body: await response.json() };
  } catch (error) {
    if (error instanceof SyntaxError) return { why: 'unreadable' };
    return { why: error instanceof DOMException && error.name === 'TimeoutError' ? 'time-out' : 'unreachable' };
  }
}
