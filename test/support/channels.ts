import { once } from '#shared/once';
import { configuredChannels } from '../../services/payments/channels/configured.ts';
import type { Shown } from '../../services/payments/domain/order/channel-words.ts';
import type { Fetch } from '#shared/exchange';
import type { Heard, Protocol, Spoilt } from '../../localstack/channels/protocol.ts';
import { alipayHouse, alipayMerchants } from '../../localstack/channels/alipay-house.ts';
import { alipayProtocol } from '../../localstack/channels/alipay.ts';
import { channelFaultList } from '../../localstack/channels/faults.ts';
import { statementBook } from '../../localstack/channels/statements/book.ts';
import { openTill, type ChannelName, type Held, type Refund } from '../../localstack/channels/till.ts';
import { unionpayHouse, unionpayMerchants } from '../../localstack/channels/unionpay-house.ts';
import { unionpayProtocol } from '../../localstack/channels/unionpay.ts';
import { wechatHouse, wechatMerchants } from '../../localstack/channels/wechat-keys.ts';
import { wechatProtocol } from '../../localstack/channels/wechat.ts';
import { gatewayEvent, lambdaContext } from './gateway-event.ts';
import { openPayments } from './payments.ts';

// Made once: a pair of keys takes a tenth of a second.
const wechatKeys = once(wechatHouse);
/** Alipay's, for notices that say something else than the simulator would. */
export const alipayKeys = once(alipayHouse);
export const unionpayKeys = once(() => unionpayHouse(() => new Date('2026-08-01T00:00:00Z')));

export type House = ReturnType<typeof channelHouse>;
/** What becomes of a request on its way, or of its answer on the way back. */
type Fate = 'lost-request' | 'lost-reply' | 'forged' | 'cut';

/** The channels as the local cloud plays them, asked without a network: their keys, their till, and our adapters that ask them. */
export function channelHouse(now: () => Date) {
  const till = openTill(now);
  const faults = channelFaultList();
  const statements = statementBook({ till, now, faults });
  const fates: Fate[] = [];
  const state = { refundFails: false, refundPends: false, hasKeys: true };
  const refundState = () => (state.refundFails ? 'failed' : state.refundPends ? 'pending' : 'done');
  const means = { now, till, statements, address: () => 'https://payer.test', refundState, tell: () => {} };
  const protocols: Partial<Record<ChannelName, Protocol>> = {
    wechat: wechatProtocol(means, wechatKeys),
    alipay: alipayProtocol(means, alipayKeys),
    unionpay: unionpayProtocol(means, unionpayKeys),
  };
  const protocolOf = (channel: string): Protocol => {
    const found = Object.entries(protocols).find(([key]) => key === channel);
    if (!found) throw new Error(`no channel ${channel}`);
    return found[1];
  };
  const asked: { method: string; path: string; body: string }[] = [];
  const send: Fetch = async (url, { method, headers, body = '' }) => {
    const fate = fates.shift();
    asked.push({ method, path: url.pathname, body });
    if (fate === 'lost-request') throw new TypeError('fetch failed');
    const heard = { method, url, headers, body };
    const said = await protocolOf(hostOf(url)).answer(heard, fate === 'forged' ? fate : undefined);
    if (fate === 'lost-reply') throw new TypeError('fetch failed');
    const sent = Buffer.from(said.body);
    const whole = fate === 'cut' ? sent.subarray(0, -2) : sent;
    return new Response(said.status === 204 ? null : whole, { status: said.status, headers: said.headers });
  };
  let nonces = 0;
  const world = {
    now,
    newNonce: () => String((nonces += 1)).padStart(32, '0'),
    fetch: send,
    timeoutMs: 1000,
    noticeBase: 'https://banshi.test/payments/public/notices',
    returnUrl: 'https://banshi.test/back',
    secret: async (arn: string) => (state.hasKeys ? protocolOf(arn).secret() : undefined),
  };
  const channels = configuredChannels(
    {
      wechat: place('wechat', wechatMerchants),
      alipay: place('alipay', alipayMerchants),
      unionpay: place('unionpay', unionpayMerchants),
    },
    world,
  );
  return {
    till,
    faults,
    statements,
    state,
    asked,
    channels: new Map(channels.map((one) => [one.key, one])),
    protocolOf,
    /** What becomes of the next requests, one each. */
    fail: (...next: Fate[]) => void fates.push(...next),
    heal: () => void fates.splice(0),
    /** What the channel has of a payment, once its payer has opened what he was shown. */
    async waiting(channel: ChannelName, { number, show }: { number: string; show?: Shown }): Promise<Held> {
      if (show?.kind === 'page' && show.url.includes(`${channel}.test`)) {
        const heard = { method: 'GET', url: new URL(show.url), headers: {}, body: '' };
        await opened(protocolOf(channel), heard);
      }
      if (show?.kind === 'form') {
        const body = new URLSearchParams(show.fields).toString();
        const heard = { method: 'POST', url: new URL(show.url), headers: {}, body };
        await opened(protocolOf(channel), heard);
      }
      const held = till.found(channel, number);
      if (!held) throw new Error(`no charge ${number}`);
      held.isOpened = true;
      return held;
    },
  };
}

/** Whom a request is for: the addresses of files are not those of the channels. */
function hostOf({ hostname, pathname }: URL): string {
  const [host = ''] = hostname.split('.');
  if (host !== 'payer') return host;
  return pathname.startsWith('/v3/') ? 'wechat' : 'alipay';
}

/** Payments that can be paid by these channels, with the charge list of the tests. */
export async function openHouse() {
  let house: House | undefined;
  const world = openPayments({
    change: (deps) => {
      house = channelHouse(deps.now);
      return { ...deps, channels: house.channels };
    },
  });
  if (!house) throw new Error('no channels');
  await world.openCharges();
  return { world, house };
}

const place = (key: string, merchants: Record<string, string>) => ({
  base: `https://${key}.test`,
  files: `https://${key}.test/files/`,
  merchants,
  secretArn: key,
});

/** The payer opens a page. */
async function opened(protocol: Protocol, heard: Heard): Promise<void> {
  const { status, body } = await protocol.answer(heard, undefined);
  if (status !== 200) throw new Error(`the page does not open: ${String(body)}`);
}

/** A notice as a channel sends it, which can be changed on its way. */
export async function noticeOf(
  house: House,
  held: Held,
  { spoilt, refund }: { spoilt?: Spoilt; refund?: Refund } = {},
) {
  return house.protocolOf(held.channel).notice({ held, ...(refund && { refund }) }, spoilt);
}

/** Brings payments a notice, as the gateway hands it on. */
export async function bring(
  { handle }: Pick<ReturnType<typeof openPayments>, 'handle'>,
  channel: string,
  { headers, body }: { headers: Record<string, string>; body: string },
) {
  const path = `/payments/public/notices/${channel}`;
  const reply = await handle(gatewayEvent({ method: 'POST', path, headers, body }), lambdaContext);
  return { status: reply.statusCode, body: reply.body };
}
