import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { listen, stopServer } from '../server.ts';
import { alipayProtocol } from './alipay.ts';
import { answerFaults, channelFaultList, refundFaults, type ChannelFault, type Faults } from './faults.ts';
import { noticeSender } from './notices.ts';
import { payPage } from './pay-page.ts';
import type { Heard, Protocol, ProtocolMeans, Said } from './protocol.ts';
import { statementBook } from './statements/book.ts';
import { differ, type Differing } from './statements/differ.ts';
import { openTill, type ChannelName, type Till } from './till.ts';
import { unionpayProtocol } from './unionpay.ts';
import { wechatProtocol } from './wechat.ts';

/** The channels of payment: each speaks its own protocol, signed, and tells what was paid by a notice. No money moves. */
export interface Channels {
  address: string;
  /** What comes next goes wrong so. */
  fail: (fault: ChannelFault) => void;
  /** Its statement of a day differs so from what was paid. */
  differ: (wish: Differing) => void;
  /** Nothing goes wrong any more. */
  clear: () => void;
  /** The text of a channel's secret: its keys are made when they are first read, anew at each start. */
  secretOf: (channel: ChannelName) => Promise<string>;
  stop: () => Promise<void>;
}

export interface ChannelsMeans {
  now: () => Date;
  /** Marks that a notice is under way until what it gives is called. */
  begin?: () => () => void;
}

const paths: readonly [ChannelName, RegExp][] = [
  ['wechat', /^\/v3\//],
  ['alipay', /^\/(gateway\.do|downloadBillFile\.resource)$/],
  ['unionpay', /^\/(gateway\/api\/|files\/?$)/],
];

type Told = Parameters<ProtocolMeans['tell']>[0];

/** Starts the channels on a free port. */
export async function startChannels({ now, begin = () => () => {} }: ChannelsMeans): Promise<Channels> {
  const [faults, till] = [channelFaultList(), openTill(now)];
  const statements = statementBook({ till, now, faults });
  let address = '';
  const meansOf = (channel: ChannelName) => {
    const refundState = () => (faults.next(channel, refundFaults) ? 'failed' : 'done');
    return { now, till, statements, address: () => address, refundState, tell: (one: Told) => notices.tell(one) };
  };
  const protocols: Record<ChannelName, Protocol> = {
    wechat: wechatProtocol(meansOf('wechat')),
    alipay: alipayProtocol(meansOf('alipay')),
    unionpay: unionpayProtocol(meansOf('unionpay')),
  };
  const protocolOf = (channel: ChannelName): Protocol => protocols[channel];
  const notices = noticeSender({ faults, protocolOf, begin });
  const server = createServer((request, response) => void answer(request, response).catch(() => response.destroy()));
  address = `http://127.0.0.1:${await listen(server, 0)}`;
  return {
    address,
    fail: faults.add,
    differ: (wish) => differ(wish, { now, statements }),
    clear: () => {
      faults.clear();
      statements.clear();
    },
    secretOf: (channel) => protocolOf(channel).secret(),
    stop: async () => {
      notices.stop();
      await stopServer(server);
    },
  };

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? '', address);
    const heard = { method: request.method ?? '', url, headers: request.headers, body: await text(request) };
    const page = /^\/pay\/(\w+)$/.exec(url.pathname)?.[1];
    if (page) return send(response, payAt(page, heard, { till, faults, notices }));
    const channel = paths.find(([, path]) => path.test(url.pathname))?.[0];
    if (!channel) return send(response, { status: 404, headers: {}, body: 'nothing is here' });
    const fault = faults.next(channel, answerFaults, url.pathname);
    // The line stays open until whoever asks gives up.
    if (fault === 'slow') return;
    if (fault === 'down') return send(response, { status: 503, headers: {}, body: 'down' });
    const said = await protocolOf(channel).answer(heard, fault === 'bad-signature' ? 'forged' : undefined);
    if (fault === 'lost-reply') return void response.destroy();
    send(response, said);
  }
}

interface Payers {
  till: Till;
  faults: Faults;
  notices: ReturnType<typeof noticeSender>;
}

/** The payer looks at what he is asked for, or pays it; `?late=1` although it is closed. */
function payAt(token: string, { method, url }: Heard, { till, faults, notices }: Payers): Said {
  const held = till.byToken(token);
  if (!held) return { status: 404, headers: {}, body: '没有这一笔' };
  held.isOpened = true;
  if (method === 'POST') {
    const lessFen = faults.next(held.channel, ['wrong-amount']) ? 1 : 0;
    if (till.pay(held, { late: url.searchParams.has('late'), lessFen })) notices.tell({ held });
  }
  return { status: 200, headers: { 'content-type': 'text/html; charset=utf-8' }, body: payPage(held) };
}

function send(response: ServerResponse, { status, headers, body }: Said): void {
  response.writeHead(status, headers);
  response.end(body);
}
