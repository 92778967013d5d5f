import * as z from 'zod';
import { keyring } from '#shared/keyring';
import { once } from '#shared/once';
import type { Adapter, Opened } from './adapter.ts';
import type { Channel } from './channel.ts';
import type { ChannelMeans } from './means.ts';

/** What a channel can do, known without reading its adapter. */
type Offer = Pick<Channel, 'key' | 'ways' | 'needsPayer' | 'mostParts'>;

/** Where a channel is, which numbers our merchants have there, and the secret with its keys. Without an address there is none. */
export interface Place {
  base: string;
  /** Where it hands its files over, where that is not `base`. */
  files?: string;
  merchants: Readonly<Record<string, string>>;
  secretArn: string;
}

export interface World extends Pick<ChannelMeans<unknown>, 'returnUrl' | 'now' | 'newNonce' | 'fetch' | 'timeoutMs'> {
  /** Where the channels send their notices, without the channel's name at its end. */
  noticeBase: string;
  /** The text of a secret; undefined where nobody has put one in. */
  secret: (arn: string) => Promise<string | undefined>;
}

const wechat: Offer = { key: 'wechat', ways: ['native', 'jsapi', 'h5'], needsPayer: ['jsapi'], mostParts: 10 };
const alipay: Offer = { key: 'alipay', ways: ['page', 'wap', 'precreate'], mostParts: 1 };
const unionpay: Offer = { key: 'unionpay', ways: ['page', 'wap', 'qr'], mostParts: 1 };

/** The channels that there are adapters for. */
export const channelKeys = [wechat, alipay, unionpay].map(({ key }) => key);

/** The channels that have an address here. An adapter and its keys are read when somebody first pays by it. */
export function configuredChannels(places: Readonly<Record<string, Place>>, world: World): Channel[] {
  const open = <Keys>(offer: Offer, load: () => Promise<Adapter<Keys>>): Channel[] => {
    const place = places[offer.key];
    const merchants = Object.keys(place?.merchants ?? {});
    return place?.base ? [{ ...offer, merchants, ...onFirstUse(opening(offer, { place, load, world })) }] : [];
  };
  return [
    ...open(wechat, async () => (await import('./wechat/wechat.ts')).wechat),
    ...open(alipay, async () => (await import('./alipay/alipay.ts')).alipay),
    ...open(unionpay, async () => (await import('./unionpay/unionpay.ts')).unionpay),
  ];
}

function opening<Keys>(
  { key }: Offer,
  { place, load, world }: { place: Place; load: () => Promise<Adapter<Keys>>; world: World },
): () => Promise<Opened> {
  const { noticeBase, secret, ...rest } = world;
  return once(async () => {
    const adapter = await load();
    const keys = keyring(() => secret(place.secretArn), adapter.keysIn);
    return adapter.open({ ...rest, files: place.base, ...place, keys, noticeUrl: `${noticeBase}/${key}` });
  });
}

function onFirstUse(opened: () => Promise<Opened>): Opened {
  return {
    begin: async (charge) => (await opened()).begin(charge),
    ask: async (charge) => (await opened()).ask(charge),
    close: async (charge) => (await opened()).close(charge),
    refund: async (wish) => (await opened()).refund(wish),
    askRefund: async (wish) => (await opened()).askRefund(wish),
    takes: async (merchants) => (await opened()).takes(merchants),
    statement: async (wish) => (await opened()).statement(wish),
    readNotice: async (sent) => (await opened()).readNotice(sent),
  };
}

const merchants = once(() => z.record(z.string(), z.string().min(1)));

/** Reads which merchant has which number at a channel, from JSON; empty text is none. */
export const merchantsIn = (text: string): Record<string, string> =>
  text === '' ? {} : merchants().parse(JSON.parse(text));
