import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen, stopServer } from '../server.ts';
import { aliyunProtocol } from './aliyun.ts';
import { openBox, type Posted } from './box.ts';
import { askedByHttp, callFaults, providerFaultList, type ProviderFault, type ProviderName } from './faults.ts';
import type { Protocol } from './protocol.ts';
import { receiptSender } from './receipts.ts';
import { startMailServer } from './smtp/mail-server.ts';
import { tencentProtocol } from './tencent.ts';
import { wechatProtocol } from './wechat.ts';

/** Those who send messages for us: each speaks its own protocol, signed, and tells what was delivered. No telephone rings. */
export interface Providers {
  address: string;
  /** Of the mail server. */
  mailAddress: string;
  /** All that was sent. */
  box: () => readonly Posted[];
  /** What comes next goes wrong so. */
  fail: (fault: ProviderFault) => void;
  /** Nothing goes wrong any more. */
  clear: () => void;
  /** The text of a provider's secret, made anew at each start. */
  secretOf: (provider: ProviderName) => string;
  /** Where receipts go, without the provider's name at its end. */
  tellTo: (base: string) => void;
  stop: () => Promise<void>;
}

interface Means {
  now: () => Date;
  /** Marks that a receipt is under way until what it gives is called. */
  begin?: () => () => void;
  chance?: () => number;
}

/** Starts the providers on free ports. */
export async function startProviders({ now, begin = () => () => {}, chance = Math.random }: Means): Promise<Providers> {
  const [faults, box] = [providerFaultList(chance), openBox(now)];
  const protocols: Record<(typeof askedByHttp)[number], Protocol> = {
    aliyun: aliyunProtocol({ box, now }),
    tencent: tencentProtocol({ box, now }),
    wechat: wechatProtocol({ box, now }),
  };
  let told = '';
  const mails = await startMailServer({ box, faults, report: (posted) => receipts.report(posted) });
  const receipts = receiptSender({
    faults,
    protocolOf: (one) => (one === 'smtp' ? mails.protocol : protocols[one]),
    base: () => told,
    begin,
  });
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  const address = `http://127.0.0.1:${await listen(server, 0)}`;
  return {
    address,
    mailAddress: mails.address,
    box: box.all,
    fail: faults.add,
    clear: faults.clear,
    secretOf: (provider) => (provider === 'smtp' ? mails.secret : protocols[provider].secret),
    tellTo: (base) => void (told = base),
    stop: async () => {
      receipts.stop();
      await Promise.all([stopServer(server), mails.stop()]);
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const heard = { url: new URL(request.url ?? '', address), headers: request.headers, body: await text(request) };
    const name = askedByHttp.find((one) => protocols[one].isMine(heard));
    if (!name) return send(response, 404, { message: 'nothing is here' });
    const fault = faults.next(name, callFaults);
    // The line stays open until whoever asks gives up.
    if (fault === 'slow') return;
    if (fault === 'down') return void response.writeHead(503).end('down');
    const said = protocols[name].answer(heard, fault === 'limit' || fault === 'unreachable' ? fault : undefined);
    if (said.posted) receipts.report(said.posted);
    if (fault === 'lost-reply') return void response.destroy();
    send(response, said.status, said.body);
  }
}

function send(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify(body));
}
