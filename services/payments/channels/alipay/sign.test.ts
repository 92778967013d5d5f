import { generateKeyPairSync, sign } from 'node:crypto';
import { AlipaySdk } from 'alipay-sdk';
import { expect, test } from 'vitest';
import { fc } from '../../../../test/support/property.ts';
import { isNoticeSigned, membersOf, signedAnswer, signedFields } from './sign.ts';

// The oracle: Alipay's own library verifies what we sign, and signs what we must verify.
const ours = generateKeyPairSync('rsa', { modulusLength: 2048 });
const theirs = generateKeyPairSync('rsa', { modulusLength: 2048 });
const now = new Date('2026-08-03T01:00:00Z');
const account = { sellerId: '2088', appId: '2021', privateKey: ours.privateKey, alipayKeys: [theirs.publicKey] };
const pem = (
  key: { export: (wish: { type: 'spki' | 'pkcs8'; format: 'pem' }) => string | Buffer },
  type: 'spki' | 'pkcs8',
) => String(key.export({ type, format: 'pem' }));

/** The library as it would be set up by somebody with these keys. */
const libraryOf = (own: typeof ours, other: typeof ours) =>
  new AlipaySdk({
    appId: '2021',
    privateKey: pem(own.privateKey, 'pkcs8'),
    keyType: 'PKCS8',
    alipayPublicKey: pem(other.publicKey, 'spki'),
  });

test('a request is signed as the library verifies it', () => {
  const fields = signedFields(
    account,
    { method: 'alipay.trade.query', biz_content: '{"subject":"缴费 & 更多=1"}' },
    now,
  );
  expect(fields['timestamp']).toBe('2026-08-03 09:00:00');
  // It leaves `sign_type` out of a notice, so what it verifies here is what is signed without one.
  const { sign_type, ...rest } = fields;
  const library = libraryOf(theirs, ours);
  expect(library.checkNotifySignV2({ ...rest, sign_type })).toBe(true);
  expect(library.checkNotifySignV2({ ...rest, sign_type, app_id: '2022' })).toBe(false);
});

test('what the library signs is known, and what was changed after that is not', () => {
  const bizContent = { out_trade_no: '1', total_amount: '0.01', subject: '缴费', product_code: 'X' };
  const url = libraryOf(theirs, ours).pageExecute('alipay.trade.page.pay', 'GET', { bizContent });
  const fields = Object.fromEntries(new URL(url).searchParams);
  expect(isNoticeSigned(account, fields)).toBe(true);
  expect(isNoticeSigned(account, { ...fields, biz_content: '{}' })).toBe(false);
  expect(isNoticeSigned({ ...account, alipayKeys: [ours.publicKey] }, fields)).toBe(false);
  expect(isNoticeSigned({ ...account, alipayKeys: [ours.publicKey, theirs.publicKey] }, fields)).toBe(true);
});

test('an answer is believed by the very text that was signed, under the name of what was asked', () => {
  const text = '{"code":"10000", "msg":"Suc\\"cess","a":[{"sign":"x"}]}';
  const signature = sign('sha256', Buffer.from(text), theirs.privateKey).toString('base64');
  const answer = `{"alipay_trade_query_response":${text},"sign":"${signature}"}`;
  const library = libraryOf(ours, theirs);
  expect(() => library.checkResponseSign(answer, 'alipay_trade_query_response', signature, '')).not.toThrow();
  expect(signedAnswer(account, answer, 'alipay.trade.query')).toBe(text);
  expect(signedAnswer(account, answer, 'alipay.trade.close')).toBeUndefined();
  expect(signedAnswer(account, answer.replace('10000', '10001'), 'alipay.trade.query')).toBeUndefined();
  // Two of the same name: what is read is what was proved.
  const forged = answer.replace('{"alipay', '{"alipay_trade_query_response":{"code":"1"},"alipay');
  expect(signedAnswer(account, forged, 'alipay.trade.query')).toBe(text);
  const last = answer.replace(
    ',"sign":"' + signature,
    ',"alipay_trade_query_response":{"code":"1"},"sign":"' + signature,
  );
  expect(signedAnswer(account, last, 'alipay.trade.query')).toBeUndefined();
});

test('the members of any object are found as the texts that stand there', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.stringMatching(/^[a-z_]{1,8}$/), fc.jsonValue()), fc.nat(4), (value, indent) => {
      const found = membersOf(JSON.stringify(value, undefined, indent));
      expect([...found.keys()].toSorted()).toEqual(Object.keys(value).toSorted());
      for (const [name, text] of found) expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value[name])));
    }),
  );
});

test.each(['', 'null', '[]', '"x"', '<html>', '{"a":1', '{"sign":1}'])('%j has no answer in it', (text) => {
  expect(signedAnswer(account, text, 'alipay.trade.query')).toBeUndefined();
});
