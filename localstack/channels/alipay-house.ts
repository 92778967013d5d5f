import { sign, verify } from 'node:crypto';
import { merchantNumbers, privatePem, publicPem, rsaPair, type Pair } from './keys.ts';
import type { Spoilt } from './protocol.ts';

export const alipayMerchants = merchantNumbers(2_088_000_000_000_001);

/** The application of a merchant has his number with another beginning. */
export const appOf = (merchant: string): string => merchant.replace(/^2088/, '2021');

export interface AlipayHouse {
  app: Pair;
  own: Pair;
  stranger: Pair;
}

/** The keys of Alipay and of the applications there. */
export async function alipayHouse(): Promise<AlipayHouse> {
  const [app, own, stranger] = await Promise.all([rsaPair(), rsaPair(), rsaPair()]);
  return { app, own, stranger };
}

/** What the functions read of them. */
export function alipaySecret({ app, own }: AlipayHouse): string {
  const accounts = Object.values(alipayMerchants).map((sellerId) => ({
    sellerId,
    appId: appOf(sellerId),
    privateKey: privatePem(app),
    alipayKeys: [publicPem(own)],
  }));
  return JSON.stringify({ accounts });
}

const textOf = (fields: Record<string, string>, ...leftOut: string[]): string =>
  Object.entries(fields)
    .filter(([name, value]) => value !== '' && !leftOut.includes(name))
    .map(([name, value]) => `${name}=${value}`)
    .toSorted()
    .join('&');

/** Which merchant has signed these fields; undefined where it is nobody's signature. */
export function signerOf(fields: Record<string, string>, { app }: AlipayHouse): string | undefined {
  const merchant = Object.values(alipayMerchants).find((one) => appOf(one) === fields['app_id']);
  const signature = Buffer.from(fields['sign'] ?? '', 'base64');
  const isSigned = verify('sha256', Buffer.from(textOf(fields, 'sign')), app.publicKey, signature);
  return isSigned ? merchant : undefined;
}

const signedBy = (text: string, { own, stranger }: AlipayHouse, spoilt: Spoilt): string =>
  sign('sha256', Buffer.from(text), spoilt ? stranger.privateKey : own.privateKey).toString('base64');

/** An answer to a method, signed as the text that stands in it. */
export function signedAnswer(
  method: string,
  answer: object,
  { house, spoilt }: { house: AlipayHouse; spoilt: Spoilt },
) {
  const text = JSON.stringify(answer);
  const name = `${method.replaceAll('.', '_')}_response`;
  return `{"${name}":${text},"sign":"${signedBy(text, house, spoilt)}"}`;
}

/** A notice, as a form; `sign_type` is left out of what is signed. */
export function signedNotice(fields: Record<string, string>, house: AlipayHouse, spoilt: Spoilt): string {
  const sign = signedBy(textOf(fields), house, spoilt);
  return new URLSearchParams({ ...fields, sign_type: 'RSA2', sign }).toString();
}
