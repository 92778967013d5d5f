import { createCipheriv, randomBytes, sign, verify } from 'node:crypto';
import type { Heard, Spoilt } from './protocol.ts';
import { wechatMerchants, type WechatHouse } from './wechat-keys.ts';

const lines = (...each: string[]): Buffer => Buffer.from(each.map((one) => `${one}\n`).join(''));

/** Who has signed a request, by the number of his account; undefined where nobody of ours has, just now, for the first time. */
export function signerOf(heard: Heard, house: WechatHouse, { now, seen }: { now: Date; seen: Set<string> }) {
  const given = String(heard.headers['authorization'] ?? '');
  if (!given.startsWith('WECHATPAY2-SHA256-RSA2048 ')) return undefined;
  const words = new Map([...given.matchAll(/(\w+)="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value]));
  const word = (name: string): string => words.get(name) ?? '';
  const [mchid, nonce, time] = [word('mchid'), word('nonce_str'), word('timestamp')];
  const text = lines(heard.method, heard.url.pathname + heard.url.search, time, nonce, heard.body);
  const isSigned = verify('sha256', text, house.merchant.publicKey, Buffer.from(word('signature'), 'base64'));
  const isNow = Math.abs(now.getTime() / 1000 - Number(time)) < 300;
  const isKnown = Object.values(wechatMerchants).includes(mchid) && word('serial_no') === house.serial;
  if (!isSigned || !isNow || !isKnown || nonce.length < 16 || seen.has(nonce)) return undefined;
  seen.add(nonce);
  return mchid;
}

/** The headers by which an answer or a notice is known to be WeChat's. `id`: which of its keys. */
export function signedHeaders(
  body: string,
  house: WechatHouse,
  { now, id, spoilt }: { now: Date; id?: string | undefined; spoilt: Spoilt },
): Record<string, string> {
  const own = house.own.find((one) => one.id === id) ?? house.own[0];
  if (!own) throw new Error('WeChat has no key');
  const [time, nonce] = [String(Math.floor(now.getTime() / 1000)), randomBytes(16).toString('hex')];
  const key = spoilt === 'forged' ? house.stranger : own.pair;
  const signature = sign('sha256', lines(time, nonce, body), key.privateKey).toString('base64');
  return {
    'content-type': 'application/json',
    'wechatpay-timestamp': time,
    'wechatpay-nonce': nonce,
    'wechatpay-serial': own.id,
    'wechatpay-signature': spoilt === 'probe' ? `WECHATPAY/SIGNTEST/${signature}` : signature,
  };
}

/** The content of a notice, sealed by the merchant's key (AES-256-GCM). */
export function sealed(content: object, { apiV3Key }: WechatHouse, about: string) {
  const nonce = randomBytes(6).toString('hex');
  const cipher = createCipheriv('aes-256-gcm', apiV3Key, nonce).setAAD(Buffer.from(about));
  const bytes = Buffer.concat([cipher.update(JSON.stringify(content)), cipher.final(), cipher.getAuthTag()]);
  return {
    algorithm: 'AEAD_AES_256_GCM',
    ciphertext: bytes.toString('base64'),
    nonce,
    associated_data: about,
    original_type: about,
  };
}
