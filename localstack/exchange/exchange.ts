import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import * as z from 'zod';
import { parseObject } from '../json.ts';
import { listen, stopServer } from '../server.ts';
import { guard } from './guard.ts';
import { registersFor } from './registers.ts';

/** What a register can be made to do: know nothing, know something else, hold the line, break down, speak nonsense. */
export const exchangeFaults = ['not-found', 'differs', 'slow', 'down', 'garbled'] as const;

export interface ExchangeFault {
  kind: (typeof exchangeFaults)[number];
  times: number;
  /** The beginning of the path: `/population`; absent: any register. */
  register?: string | undefined;
}

/** The exchange of shared data: registers of people and companies that are made up, for requests that are signed. */
export interface Exchange {
  address: string;
  /** The next requests go wrong so. */
  fail: (fault: ExchangeFault) => void;
  clear: () => void;
  stop: () => Promise<void>;
}

export interface ExchangeMeans {
  now: () => Date;
  /** Read when the first request comes: secrets are made when the stacks are. */
  signingKey: () => string;
  partyKey: () => string;
}

const asked = z.object({
  subject: z.string(),
  purpose: z.object({ case: z.uuid(), item: z.string().min(1), office: z.string().min(1), basis: z.string().min(1) }),
});

/** Starts the exchange on a free port. */
export async function startExchange({ now, signingKey, partyKey }: ExchangeMeans): Promise<Exchange> {
  const faults: ExchangeFault[] = [];
  const check = guard(signingKey, now);
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  const port = await listen(server, 0);
  return {
    address: `http://127.0.0.1:${port}/sharing`,
    fail: (fault) => void faults.push({ ...fault }),
    clear: () => void faults.splice(0),
    stop: () => stopServer(server),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const refused = check(request, body);
    if (refused) return send(response, 401, { error: refused });
    const path = (request.url ?? '').replace(/^\/sharing/, '');
    const read = asked.safeParse(parseObject(body));
    // Whoever does not say for which case, and by what law, is told nothing.
    if (!read.success) return send(response, 400, { error: 'no-purpose' });
    const fault = next(path);
    // The line stays open until whoever asks gives up.
    if (fault === 'slow') return;
    if (fault === 'down') return send(response, 503, { error: 'down' });
    if (fault === 'garbled') return send(response, 200, { result: 'found', data: { xm: '' } });
    const record = registersFor(partyKey()).get(read.data.subject)?.[path];
    if (fault === 'not-found' || record === undefined) return send(response, 200, { result: 'not-found' });
    return send(response, 200, { result: fault === 'differs' ? 'differs' : 'found', data: record });
  }

  function next(path: string): ExchangeFault['kind'] | undefined {
    const found = faults.find(({ times, register = '' }) => times > 0 && path.startsWith(register));
    if (found) found.times -= 1;
    return found?.kind;
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
