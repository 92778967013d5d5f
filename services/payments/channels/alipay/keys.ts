import { createPrivateKey, createPublicKey } from 'node:crypto';
import * as z from 'zod';
import { once } from '#shared/once';
import type { Part } from '../channel.ts';
import type { ChannelMeans } from '../means.ts';

/** A merchant of ours at Alipay: the application that signs for him. `alipayKeys`: while one is being replaced, both. */
const account = once(() =>
  z.object({
    /** 商户的支付宝账号 (PID), as notices name it. */
    sellerId: z.string().min(1),
    appId: z.string().min(1),
    privateKey: z.string().transform((pem) => createPrivateKey(pem)),
    alipayKeys: z
      .array(z.string().transform((pem) => createPublicKey(pem)))
      .min(1)
      .max(2),
  }),
);
export type Account = z.infer<ReturnType<typeof account>>;

const schema = once(() => z.object({ accounts: z.array(account()).min(1) }));
export type AlipayKeys = z.infer<ReturnType<typeof schema>>;
export type AlipayMeans = ChannelMeans<AlipayKeys>;

/** Reads the text of the secret; throws where it is not what it must be. */
export const alipayKeysIn = (text: string): AlipayKeys => schema().parse(JSON.parse(text));

/** The account of one of our merchants; undefined where it has none. */
export function accountOf(
  { merchants }: Pick<AlipayMeans, 'merchants'>,
  keys: AlipayKeys,
  merchant: string,
): Account | undefined {
  return keys.accounts.find(({ sellerId }) => sellerId === merchants[merchant]);
}

/** The account of the one part of a charge: Alipay combines none. Throws where it has gone since. */
export function accountFor(means: AlipayMeans, keys: AlipayKeys, [part, ...more]: readonly Part[]): Account {
  const found = part && more.length === 0 ? accountOf(means, keys, part.merchant) : undefined;
  if (!found) throw new Error('Alipay has no account for this charge');
  return found;
}
