import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { aliyun } from '../../services/notifications/sending/aliyun/aliyun.ts';
import { aliyunKeysIn } from '../../services/notifications/sending/aliyun/keys.ts';
import { readReceipts as readAliyun } from '../../services/notifications/sending/aliyun/receipts.ts';
import type { Message, Provider } from '../../services/notifications/sending/provider.ts';
import { tencentKeysIn } from '../../services/notifications/sending/tencent/keys.ts';
import { readReceipts as readTencent } from '../../services/notifications/sending/tencent/receipts.ts';
import { tencent } from '../../services/notifications/sending/tencent/tencent.ts';
import { wechatKeysIn } from '../../services/notifications/sending/wechat/keys.ts';
import { wechat } from '../../services/notifications/sending/wechat/wechat.ts';
import type { ProviderName } from './faults.ts';
import { startProviders, type Providers } from './providers.ts';

const clock = { at: new Date('2026-08-03T02:00:00Z') };
const now = () => clock.at;

let house: Providers;
beforeAll(async () => {
  house = await startProviders({ now });
});
afterAll(() => house.stop());
beforeEach(() => {
  clock.at = new Date('2026-08-03T02:00:00Z');
  house.clear();
});

let nonce = 0;
const world = () => ({ now, base: house.address, fetch, timeoutMs: 300, newNonce: () => `n${(nonce += 1)}` });
const open: Record<Exclude<ProviderName, 'wechat' | 'smtp'>, (secret?: string) => Provider> = {
  aliyun: (secret = house.secretOf('aliyun')) => aliyun({ ...world(), keys: async () => aliyunKeysIn(secret) }),
  tencent: (secret = house.secretOf('tencent')) => tencent({ ...world(), keys: async () => tencentKeysIn(secret) }),
};

let made = 0;
const message = (changes: Partial<Message> = {}): Message => ({
  reference: `notice-${(made += 1)}.1`,
  to: '+8613800000001',
  language: 'zh',
  key: 'correcting',
  values: [['number', 'A1B2C3D4']],
  subject: '',
  text: '',
  fields: {},
  ...changes,
});
const asked = ({ reference, to }: Message, askedAt = now()) => ({ reference, to, begunAt: askedAt, askedAt });
const later = (minutes: number) => void (clock.at = new Date(clock.at.getTime() + minutes * 60_000));

describe.each(['aliyun', 'tencent'] as const)('%s', (name) => {
  test('takes a signed message in, with our reference, and refuses one that is signed by another key', async () => {
    const sent = message();
    expect(await open[name]().send(sent)).toMatchObject({ is: 'sent' });
    expect(house.box().at(-1)).toMatchObject({ provider: name, reference: sent.reference });
    const secret = house.secretOf(name).replace(/("(accessKeySecret|secretKey)":")[^"]+/, '$1another');
    const stranger = open[name](secret);
    expect(await stranger.send(message())).toMatchObject({ is: 'away' });
  });

  test('whose answer is lost has sent it: it is found by our reference', async () => {
    const sent = message();
    house.fail({ provider: name, kind: 'lost-reply', times: 1 });
    expect(await open[name]().send(sent)).toEqual({ is: 'silent', code: 'no-answer' });
    await expect.poll(() => house.box().find(({ reference }) => reference === sent.reference)?.state).toBe('delivered');
    expect(await open[name]().ask?.(asked(sent))).toMatchObject({ is: 'delivered' });
  });

  test('that holds the line, breaks down or is not there leaves nothing known, or says that it was not reached', async () => {
    house.fail({ provider: name, kind: 'slow', times: 1 });
    expect(await open[name]().send(message())).toEqual({ is: 'silent', code: 'no-answer' });
    house.fail({ provider: name, kind: 'down', times: 1 });
    expect(await open[name]().send(message())).toEqual({ is: 'away', code: 'http-503' });
    const nowhere = { ...world(), base: 'http://127.0.0.1:9', keys: async () => undefined };
    expect(await (name === 'aliyun' ? aliyun(nowhere) : tencent(nowhere)).send(message())).toEqual({
      is: 'away',
      code: 'no-keys',
    });
  });

  test('knows no message that it has not had; Tencent is believed in that only after four minutes', async () => {
    const lost = message();
    later(1);
    const soon = await open[name]().ask?.(asked(lost, new Date('2026-08-03T02:00:00Z')));
    expect(soon).toEqual(name === 'aliyun' ? { is: 'unknown' } : { is: 'silent', code: 'not-known-yet' });
    later(4);
    expect(await open[name]().ask?.(asked(lost, new Date('2026-08-03T02:00:00Z')))).toEqual({ is: 'unknown' });
  });

  test('says which failures are for good, which are over in an hour, and which are ours', async () => {
    house.fail({ provider: name, kind: 'unreachable', times: 1 });
    expect(await open[name]().send(message())).toMatchObject({ is: 'failed', lasting: 'permanent' });
    house.fail({ provider: name, kind: 'limit', times: 1 });
    expect(await open[name]().send(message())).toMatchObject({ is: 'later', at: new Date('2026-08-03T03:00:00Z') });
    expect(await open[name]().send(message({ template: 'unapproved', key: 'unknown' }))).toMatchObject({
      is: 'failed',
      lasting: 'technical',
    });
    expect(await open[name]().send(message({ key: 'unknown' }))).toMatchObject({ code: 'no-template' });
  });
});

const bytes = (body: object) => ({ bytes: () => Buffer.from(JSON.stringify(body)) });

const opened = () => wechat({ ...world(), keys: async () => wechatKeysIn(house.secretOf('wechat')) });

describe('WeChat', () => {
  const openid = message({ to: 'o-1', fields: { thing1: '申请已受理', date3: '2026-08-03' } });

  test('sends the fields of a template by a token that it asks for once', async () => {
    const provider = opened();
    expect(await provider.send(openid)).toEqual({ is: 'sent' });
    house.fail({ provider: 'wechat', kind: 'down', times: 1 });
    expect(await provider.send(openid)).toEqual({ is: 'away', code: 'http-503' });
    expect(house.box().at(-1)).toMatchObject({ provider: 'wechat', to: 'o-1', values: { thing1: '申请已受理' } });
  });

  test('has nothing more to send by where no consent is left, and leaves what it does not give a token for to others', async () => {
    house.fail({ provider: 'wechat', kind: 'down', times: 1 });
    const provider = opened();
    expect(await provider.send(openid)).toEqual({ is: 'away', code: 'no-token' });
    house.fail({ provider: 'wechat', kind: 'unreachable', times: 2 });
    // The first of these strikes the token, which is given all the same.
    expect(await provider.send(openid)).toEqual({ is: 'failed', code: '43101', lasting: 'permanent' });
    expect(await provider.send({ ...openid, key: 'unknown' })).toMatchObject({ code: 'no-template' });
  });
});

test('receipts are believed by the key at the end of their address, and by nothing else', async () => {
  const ofAliyun = bytes([
    { out_id: 'a.1', success: true, report_time: '2026-08-03 10:00:05' },
    { out_id: 'b.1', success: false, err_code: 'MOBILE_IN_BLACK' },
  ]);
  const aliyunMeans = { now, keys: async () => aliyunKeysIn(house.secretOf('aliyun')) };
  const tencentMeans = { now, keys: async () => tencentKeysIn(house.secretOf('tencent')) };
  expect(await readAliyun(ofAliyun, 'guessed', aliyunMeans)).toBeUndefined();
  const { receiptKey } = aliyunKeysIn(house.secretOf('aliyun'));
  expect(await readAliyun(ofAliyun, receiptKey, aliyunMeans)).toEqual([
    { of: { reference: 'a.1' }, said: { is: 'delivered', at: new Date('2026-08-03T02:00:05Z') } },
    { of: { reference: 'b.1' }, said: { is: 'failed', code: 'MOBILE_IN_BLACK', lasting: 'permanent' } },
  ]);
  const ofTencent = bytes([{ sid: 's1', report_status: 'FAIL', errmsg: 'EXPIRED' }]);
  expect(await readTencent(ofTencent, receiptKey, tencentMeans)).toBeUndefined();
  expect(await readTencent(ofTencent, tencentKeysIn(house.secretOf('tencent')).receiptKey, tencentMeans)).toEqual([
    { of: { providerRef: 's1' }, said: { is: 'failed', code: 'EXPIRED', lasting: 'temporary' } },
  ]);
  expect(await readAliyun({ bytes: () => Buffer.from('no json') }, receiptKey, aliyunMeans)).toBeUndefined();
});
