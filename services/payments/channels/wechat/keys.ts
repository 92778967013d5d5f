import { createPrivateKey, createPublicKey } from 'node:crypto';
import * as z from 'zod';
import { once } from '#shared/once';
import type { Part } from '../channel.ts';
import type { ChannelMeans } from '../means.ts';

/** A merchant of ours at WeChat. `apiV3Keys`: while one is being replaced, both. */
const account = once(() =>
  z.object({
    mchid: z.string().min(1),
    appid: z.string().min(1),
    /** Of the certificate of its API (商户API证书序列号). */
    serial: z.string().min(1),
    privateKey: z.string().transform((pem) => createPrivateKey(pem)),
    apiV3Keys: z.array(z.string().length(32)).min(1).max(2),
  }),
);
export type Account = z.infer<ReturnType<typeof account>>;

/**
 * What the secret of the channel holds. `platform`: the keys by which WeChat signs, by the serial of its certificate or by
 * `PUB_KEY_ID_…`; several while one replaces another. The first is the one that answers are asked to be signed by.
 */
const schema = once(() =>
  z.object({
    accounts: z.array(account()).min(1),
    platform: z
      .array(z.object({ id: z.string().min(1), publicKey: z.string().transform((pem) => createPublicKey(pem)) }))
      .min(1),
  }),
);
export type WechatKeys = z.infer<ReturnType<typeof schema>>;
export type WechatMeans = ChannelMeans<WechatKeys>;

/** Reads the text of the secret; throws where it is not what it must be. */
export const wechatKeysIn = (text: string): WechatKeys => schema().parse(JSON.parse(text));

/** The account of one of our merchants; undefined where it has none. */
export function accountOf(
  { merchants }: Pick<WechatMeans, 'merchants'>,
  keys: WechatKeys,
  merchant: string,
): Account | undefined {
  return keys.accounts.find(({ mchid }) => mchid === merchants[merchant]);
}

/** The accounts of the parts of a charge, in their order; the first one signs. Throws where one has gone since. */
export function accountsOf(means: WechatMeans, keys: WechatKeys, parts: readonly Part[]): [Account, ...Account[]] {
  const found = parts.map(({ merchant }) => {
    const one = accountOf(means, keys, merchant);
    if (!one) throw new Error(`WeChat has no account of ${merchant}`);
    return one;
  });
  const [first, ...rest] = found;
  if (!first) throw new Error('a charge without parts');
  return [first, ...rest];
}
