import { generateKeyPairSync } from 'node:crypto';
import { expect, test } from 'vitest';
import { Aes, Formatter, Rsa } from 'wechatpay-axios-plugin';
import { authorization, faultIn, opened, signedBy } from './sign.ts';

// The oracle: a library of its own for the same protocol verifies what we sign, and signs what we must verify.
const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
const stranger = generateKeyPairSync('rsa', { modulusLength: 2048 });
const now = new Date('2026-08-03T01:00:00Z');
const seconds = now.getTime() / 1000;
const account = { mchid: '1900000001', appid: 'wx1', serial: 'ABC', privateKey, apiV3Keys: ['k'.repeat(32)] };

const wordsOf = (one: string) => [...one.matchAll(/(\w+)="([^"]*)"/g)].map(([word]) => word).toSorted();

test('a request is signed as the library signs it', () => {
  const request = { method: 'POST', path: '/v3/pay/transactions/native?x=1', body: '{"描述":"缴费"}' };
  const header = authorization(account, request, { now, nonce: 'n'.repeat(32) });
  const text = Formatter.request('POST', request.path, seconds, 'n'.repeat(32), request.body);
  const signature = /signature="([^"]+)"/.exec(header)?.[1] ?? '';
  expect(Rsa.verify(text, signature, publicKey)).toBe(true);
  const theirs = Formatter.authorization('1900000001', 'n'.repeat(32), signature, String(seconds), 'ABC');
  expect([header.split(' ')[0], ...wordsOf(header)]).toEqual([theirs.split(' ')[0], ...wordsOf(theirs)]);
});

test('what an app is called with is signed as the library signs it', () => {
  const paySign = signedBy(account, 'wx1', '1', 'nonce', 'prepay_id=wx2');
  expect(Rsa.verify(Formatter.joinedByLineFeed('wx1', '1', 'nonce', 'prepay_id=wx2'), paySign, publicKey)).toBe(true);
});

const platform = [
  { id: '3775B6A45ACD588826D15E583A95F5DD', publicKey: stranger.publicKey },
  { id: 'PUB_KEY_ID_0100000001', publicKey },
];
const body = '{"id":"通知"}';

function signed({ time = seconds, id = 'PUB_KEY_ID_0100000001', key = privateKey, prefix = '' } = {}) {
  const signature = Rsa.sign(Formatter.response(String(time), 'nonce', body), key);
  const headers = {
    'wechatpay-timestamp': String(time),
    'wechatpay-nonce': 'nonce',
    'wechatpay-serial': id,
    'wechatpay-signature': prefix + signature,
  };
  return { headers, bytes: Buffer.from(body) };
}

test.each([
  ['by the public key with an id', {}, undefined],
  ['by the key of a certificate', { id: '3775B6A45ACD588826D15E583A95F5DD', key: stranger.privateKey }, undefined],
  ['by the key of another id', { id: '3775B6A45ACD588826D15E583A95F5DD' }, 'signature'],
  ['by a key that nobody knows', { id: 'PUB_KEY_ID_9', key: stranger.privateKey }, 'signature'],
  ['to see whether it is refused', { prefix: 'WECHATPAY/SIGNTEST/' }, 'probe'],
  ['299 seconds ago', { time: seconds - 299 }, undefined],
  ['299 seconds ahead', { time: seconds + 299 }, undefined],
  ['300 seconds ago', { time: seconds - 300 }, 'time'],
  ['300 seconds ahead', { time: seconds + 300 }, 'time'],
])('what is signed %s is told apart', (_, wish, fault) => {
  expect(faultIn(signed(wish), { platform }, now)).toBe(fault);
});

test('one byte that was changed on the way is seen, and so is a missing header', () => {
  const one = signed();
  expect(faultIn({ ...one, bytes: Buffer.from(`${body} `) }, { platform }, now)).toBe('signature');
  for (const name of Object.keys(one.headers))
    expect(faultIn({ ...one, headers: { ...one.headers, [name]: undefined } }, { platform }, now)).toBe('signature');
});

test('what the library seals is opened by the key that fits, the new one or the old one, and by no other', () => {
  const [key, old] = ['a'.repeat(32), 'b'.repeat(32)];
  const ciphertext = Aes.AesGcm.encrypt('{"a":1}', old, '0123456789ab', 'transaction');
  const one = { ciphertext, nonce: '0123456789ab', associated_data: 'transaction' };
  expect(opened(one, [key, old])?.toString()).toBe('{"a":1}');
  expect(opened(one, [key])).toBeUndefined();
  expect(opened({ ...one, associated_data: 'refund' }, [old])).toBeUndefined();
});
