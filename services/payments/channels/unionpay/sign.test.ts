import { generateKeyPairSync, verify, X509Certificate } from 'node:crypto';
import { expect, test } from 'vitest';
import { signedBy, unionpayHouse } from '../../../../localstack/channels/unionpay-house.ts';
import { timeOf } from './ask.ts';
import { fieldsIn } from './call.ts';
import { isSigned, signedFields } from './sign.ts';

const now = new Date('2026-08-03T01:00:00Z');
const house = await unionpayHouse(() => now);
const keys = {
  accounts: [],
  issuers: house.issuers.map((pem) => new X509Certificate(pem)),
  owner: '中国银联股份有限公司',
};

test('a message is signed over the SHA-256, in hexadecimal, of its fields by name', () => {
  const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
  const account = { merId: '898350100000001', certId: '68759585097', privateKey };
  const about = { txnTime: '20260803090000', orderId: '0123456789abcdef', txnAmt: '30000', reserved: '' };
  const { signature = '', ...fields } = signedFields(account, about);
  // By coreutils: printf '%s' 'accessType=0&certId=68759585097&…&version=5.1.0' | sha256sum
  const digest = 'e7af001c121afcfc748a606d8695a44428047c0e0de25be3072ab231590be767';
  expect(verify('sha256', Buffer.from(digest), publicKey, Buffer.from(signature, 'base64'))).toBe(true);
  expect(fields).toMatchObject({ version: '5.1.0', signMethod: '01', certId: '68759585097' });
});

const message = { merId: '898350100000001', orderId: '0123456789abcdef', respCode: '00', reserved: '' };
const whole = signedBy(message, house.signer);
const days = (n: number) => new Date(now.getTime() + n * 86_400_000);

const believed = (fields: Record<string, string>, pinned: Partial<typeof keys> = {}, at = now) =>
  isSigned(fields, { ...keys, ...pinned }, at);

test('a message of UnionPay’s is believed', () => {
  expect(believed(whole)).toBe(true);
});

test.each<[string, () => boolean]>([
  ['was changed on the way', () => believed({ ...whole, respCode: '01' })],
  ['has a field more', () => believed({ ...whole, more: '1' })],
  ['carries no certificate', () => believed({ ...whole, signPubKeyCert: '' })],
  ['carries another certificate', () => believed({ ...whole, signPubKeyCert: house.neighbour.pem })],
  ['is of somebody else whom the same house vouches for', () => believed(signedBy(message, house.neighbour))],
  ['is of one who vouches for himself as UnionPay', () => believed(signedBy(message, house.stranger))],
  ['leads to no root that is pinned', () => believed(whole, { issuers: keys.issuers.slice(1) })],
  ['leads to a root by nobody that is pinned', () => believed(whole, { issuers: keys.issuers.slice(0, 1) })],
  ['is from before its certificate', () => believed(whole, {}, days(-2))],
  ['is from after its certificate', () => believed(whole, {}, days(3660))],
])('a message that %s is not', (_, isBelieved) => {
  expect(isBelieved()).toBe(false);
});

test('an answer is read as it is sent: nothing is escaped, and values hold `=`', () => {
  expect(fieldsIn('a=1&signature=ab+/c==&signPubKeyCert=-----BEGIN\nx\n&empty=')).toEqual({
    a: '1',
    signature: 'ab+/c==',
    signPubKeyCert: '-----BEGIN\nx\n',
    empty: '',
  });
  expect(fieldsIn('')).toEqual({});
});

test.each([
  ['20261231235900', '1231235959', '2026-12-31T15:59:59.000Z'],
  ['20261231235900', '0101000500', '2026-12-31T16:05:00.000Z'],
  ['20260803090000', '9999999999', undefined],
])('an order of %s that went through at %s did so at %s', (txnTime, traceTime, at) => {
  expect(timeOf({ txnTime, traceTime })?.toISOString()).toBe(at);
});
