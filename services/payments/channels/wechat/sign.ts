import { createDecipheriv, sign, verify } from 'node:crypto';
import type { Account, WechatKeys } from './keys.ts';

/** Seconds by which the time of what WeChat has signed may differ from ours. */
const toleratedSeconds = 300;

interface Request {
  method: string;
  /** Path with query, below the host. */
  path: string;
  body: string;
}

const lines = (...each: string[]): string => each.map((one) => `${one}\n`).join('');

/** The signature of a text by a merchant's key: SHA256-RSA, base64. */
export function signedBy({ privateKey }: Pick<Account, 'privateKey'>, ...each: string[]): string {
  return sign('sha256', Buffer.from(lines(...each)), privateKey).toString('base64');
}

/** `Authorization` of a request, as WeChat Pay API v3 asks for it. */
export function authorization(
  account: Account,
  { method, path, body }: Request,
  { now, nonce }: { now: Date; nonce: string },
): string {
  const timestamp = String(Math.floor(now.getTime() / 1000));
  const signature = signedBy(account, method, path, timestamp, nonce, body);
  const said = { mchid: account.mchid, nonce_str: nonce, timestamp, serial_no: account.serial, signature };
  const words = Object.entries(said).map(([name, value]) => `${name}="${value}"`);
  return `WECHATPAY2-SHA256-RSA2048 ${words.join(',')}`;
}

interface Signed {
  headers: Readonly<Record<string, string | undefined>>;
  bytes: Buffer;
}

/** Why an answer or a notice cannot be WeChat's; undefined where it is. Checked over the very bytes that came. */
export function faultIn(
  { headers, bytes }: Signed,
  { platform }: Pick<WechatKeys, 'platform'>,
  now: Date,
): 'probe' | 'signature' | 'time' | undefined {
  const header = (name: string): string => headers[`wechatpay-${name}`] ?? '';
  const [timestamp, nonce, signature] = [header('timestamp'), header('nonce'), header('signature')];
  // WeChat sends such on purpose, to see whether they are refused.
  if (signature.startsWith('WECHATPAY/SIGNTEST/')) return 'probe';
  const key = platform.find(({ id }) => id === header('serial'));
  const text = Buffer.concat([Buffer.from(lines(timestamp, nonce)), bytes, Buffer.from('\n')]);
  if (!key || !verify('sha256', text, key.publicKey, Buffer.from(signature, 'base64'))) return 'signature';
  const age = Math.abs(now.getTime() / 1000 - Number(timestamp));
  return age < toleratedSeconds ? undefined : 'time';
}

interface Sealed {
  ciphertext: string;
  nonce: string;
  associated_data?: string | undefined;
}

/** What a notice holds, opened by the first of these keys that fits (AES-256-GCM); undefined where none does. */
export function opened({ ciphertext, nonce, associated_data: about = '' }: Sealed, keys: readonly string[]) {
  const bytes = Buffer.from(ciphertext, 'base64');
  const [body, tag] = [bytes.subarray(0, -16), bytes.subarray(-16)];
  for (const key of keys) {
    try {
      const cipher = createDecipheriv('aes-256-gcm', key, nonce).setAuthTag(tag).setAAD(Buffer.from(about));
      return Buffer.concat([cipher.update(body), cipher.final()]);
    } catch {
      // Another merchant's key, or the one that has been replaced.
    }
  }
  return undefined;
}
