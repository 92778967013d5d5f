import { createPrivateKey, X509Certificate } from 'node:crypto';
import * as z from 'zod';
import { once } from '#shared/once';
import type { Part } from '../channel.ts';
import type { ChannelMeans } from '../means.ts';

/** A merchant of ours at UnionPay. `certId`: the serial of its signing certificate, decimal. */
const account = once(() =>
  z.object({
    merId: z.string().regex(/^\d{15}$/),
    certId: z.string().regex(/^\d+$/),
    privateKey: z.string().transform((pem) => createPrivateKey(pem)),
  }),
);
export type Account = z.infer<ReturnType<typeof account>>;

/**
 * What the secret of the channel holds. UnionPay sends the certificate that it signs by along with what it signs: it is believed
 * where `issuers` lead from it to a root among them, and it names `owner`. While they change, the old and the new stand there.
 */
const schema = once(() =>
  z.object({
    accounts: z.array(account()).min(1),
    issuers: z.array(z.string().transform((pem) => new X509Certificate(pem))).min(1),
    owner: z.string().min(1).default('中国银联股份有限公司'),
  }),
);
export type UnionpayKeys = z.infer<ReturnType<typeof schema>>;
export type UnionpayMeans = ChannelMeans<UnionpayKeys>;

/** Reads the text of the secret; throws where it is not what it must be. */
export const unionpayKeysIn = (text: string): UnionpayKeys => schema().parse(JSON.parse(text));

/** The account of one of our merchants; undefined where it has none. */
export function accountOf(
  { merchants }: Pick<UnionpayMeans, 'merchants'>,
  keys: UnionpayKeys,
  merchant: string,
): Account | undefined {
  return keys.accounts.find(({ merId }) => merId === merchants[merchant]);
}

/** The account of the one part of a charge: UnionPay combines none. Throws where it has gone since. */
export function accountFor(means: UnionpayMeans, keys: UnionpayKeys, [part, ...more]: readonly Part[]): Account {
  const found = part && more.length === 0 ? accountOf(means, keys, part.merchant) : undefined;
  if (!found) throw new Error('UnionPay has no account for this charge');
  return found;
}
