import * as z from 'zod';
import { once } from '#shared/once';
import { CollectorSilent, type Collector } from './collector.ts';
import { answerSignature, isSame, signatureOf } from './sign.ts';

export interface CollectorMeans {
  /** Address of the collectors, without a slash at its end. */
  base: string;
  key: () => Promise<string | undefined>;
  now: () => Date;
  newNonce: () => string;
  fetch: typeof fetch;
  timeoutMs: number;
}

const debt = once(() =>
  z.object({
    debt: z.string().regex(/^[A-Za-z0-9-]{1,64}$/),
    code: z.string(),
    quantity: z.number().positive(),
    amountFen: z.int().min(1),
    dueAt: z.coerce.date(),
  }),
);
const found = once(() =>
  z.discriminatedUnion('result', [
    z.object({ result: z.literal('found'), debts: z.array(debt()).max(50) }),
    z.object({ result: z.literal('not-found') }),
  ]),
);
const confirmed = once(() =>
  z.discriminatedUnion('result', [
    z.object({ result: z.literal('owed'), debt: debt() }),
    z.object({ result: z.literal('gone') }),
  ]),
);
const standing = once(() =>
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('booked'), ref: z.string().min(1).max(64) }),
    z.object({ state: z.literal('refused') }),
    z.object({ state: z.literal('absent') }),
  ]),
);

const reversal = once(() =>
  z.discriminatedUnion('state', [
    z.object({ state: z.literal('reversed'), ref: z.string().min(1).max(64) }),
    z.object({ state: z.literal('refused') }),
    z.object({ state: z.literal('absent') }),
  ]),
);

/** The collectors of the city speak one form: JSON, signed both ways, a path for each. */
export function signedCollector({ key, kind }: Pick<Collector, 'key' | 'kind'>, means: CollectorMeans): Collector {
  const call = async <Schema extends z.ZodType>(path: string, body: object, schema: Schema) =>
    read(schema, await send(`/${key}${path}`, JSON.stringify(body), means));
  return {
    key,
    kind,
    async find(account) {
      const said = await call('/debts/query', { account }, found());
      return said.result === 'found' ? said.debts : undefined;
    },
    async confirm(name) {
      const said = await call('/debts/confirm', { debt: name }, confirmed());
      return said.result === 'owed' ? said.debt : undefined;
    },
    book: async (ask) => call('/bookings', { ...ask, paidAt: ask.paidAt.toISOString() }, standing()),
    ask: async (number) => call('/bookings/query', { number }, standing()),
    reverse: async (ask) => call('/reversals', ask, reversal()),
    askReversal: async (number) => call('/reversals/query', { number }, reversal()),
  };
}

function read<Schema extends z.ZodType>(schema: Schema, text: string): z.infer<Schema> {
  try {
    return schema.parse(JSON.parse(text));
  } catch (cause) {
    throw new CollectorSilent('what it answered cannot be read', { cause });
  }
}

/** The text of an answer that is signed for this very request; nothing of what was asked is part of an error. */
async function send(path: string, body: string, means: CollectorMeans): Promise<string> {
  const key = await means.key();
  if (key === undefined) throw new CollectorSilent('no key has been put in');
  const url = new URL(means.base + path);
  const signed = { path: url.pathname, time: means.now().toISOString(), nonce: means.newNonce(), body };
  const headers = {
    'content-type': 'application/json',
    'x-collector-time': signed.time,
    'x-collector-nonce': signed.nonce,
    'x-collector-signature': signatureOf(key, signed),
  };
  const { text, signature } = await answer(url, { method: 'POST', headers, body }, means);
  if (!isSame(signature, answerSignature(key, signed, text))) throw new CollectorSilent('its answer is not signed');
  return text;
}

async function answer(url: URL, request: RequestInit, { fetch: ask, timeoutMs }: CollectorMeans) {
  try {
    const response = await ask(url, { ...request, signal: AbortSignal.timeout(timeoutMs) });
    const text = await response.text();
    if (!response.ok) throw new CollectorSilent(`it answered ${response.status}`);
    return { text, signature: response.headers.get('x-collector-signature') ?? '' };
  } catch (cause) {
    throw cause instanceof CollectorSilent ? cause : new CollectorSilent('no answer came', { cause });
  }
}
