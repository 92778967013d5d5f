import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { answerSignature } from '../../services/payments/collectors/sign.ts';
import { parseObject } from '../json.ts';
import { listen, stopServer } from '../server.ts';
import { openBooks } from './books.ts';
import { guard, headerOf } from './guard.ts';
import { spoken } from './spoken.ts';

/** What a collector can be made to do: know nothing, ask more from now on, refuse, hold the line, break down, lose its answer, sign wrongly. */
export const collectorFaults = [
  'not-found',
  'changed',
  'refused',
  'slow',
  'down',
  'lost-reply',
  'bad-signature',
] as const;

export interface CollectorFault {
  kind: (typeof collectorFaults)[number];
  times: number;
  /** The beginning of the path: `/water/bookings`; absent: any collector. */
  path?: string | undefined;
}

/** 税务, social insurance and the waterworks: books that are made up, for requests that are signed. */
export interface Collectors {
  address: string;
  /** The next requests go wrong so. */
  fail: (fault: CollectorFault) => void;
  clear: () => void;
  stop: () => Promise<void>;
}

interface CollectorsMeans {
  now: () => Date;
  /** Read when the first request comes: secrets are made when the stacks are. */
  key: () => string;
}

/** Starts the collectors on a free port. */
export async function startCollectors({ now, key }: CollectorsMeans): Promise<Collectors> {
  const faults: CollectorFault[] = [];
  const check = guard(key, now);
  const books = openBooks(now);
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  const address = `http://127.0.0.1:${await listen(server, 0)}/collectors`;
  return {
    address,
    fail: (fault) => void faults.push({ ...fault }),
    clear: () => void faults.splice(0),
    stop: () => stopServer(server),
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await text(request);
    const nonce = headerOf(request, 'x-collector-nonce');
    const refused = check(request, nonce, body);
    if (refused) return send(response, { status: 401, body: JSON.stringify({ error: refused }) });
    const path = (request.url ?? '').replace(/^\/collectors/, '');
    const fault = next(path);
    // The line stays open until whoever asks gives up.
    if (fault === 'slow') return;
    if (fault === 'down') return send(response, { status: 503, body: '{}' });
    const said = JSON.stringify(spoken({ path, body: parseObject(body), fault }, books));
    if (fault === 'lost-reply') return void response.destroy();
    const signature = answerSignature(fault === 'bad-signature' ? 'another' : key(), { nonce }, said);
    send(response, { status: 200, body: said, signature });
  }

  function next(path: string): CollectorFault['kind'] | undefined {
    const found = faults.find(({ times, path: only = '' }) => times > 0 && path.startsWith(only));
    if (found) found.times -= 1;
    return found?.kind;
  }
}

interface Said {
  status: number;
  body: string;
  signature?: string;
}

function send(response: ServerResponse, { status, body, signature }: Said): void {
  response.writeHead(status, {
    'content-type': 'application/json',
    ...(signature && { 'x-collector-signature': signature }),
  });
  response.end(body);
}
