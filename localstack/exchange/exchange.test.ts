import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { partyIdOf } from '#shared/party';
import { sharedResources } from '#events/materials/shared-resources';
import { exchange as openExchange, type Inquiry } from '../../services/materials/exchange/exchange.ts';
import { signatureOf } from '../../services/materials/exchange/sign.ts';
import { findAccount } from '../issuer/accounts.ts';
import { startExchange, type Exchange } from './exchange.ts';

const [key, partyKey] = ['k'.repeat(64), 'p'.repeat(64)];
let simulator: Exchange;
beforeAll(async () => {
  simulator = await startExchange({ now: () => new Date(), signingKey: () => key, partyKey: () => partyKey });
});
afterAll(() => simulator.stop());

const citizen = findAccount('citizen')?.document ?? { kind: 'account' as const, number: 'x' };
const inquiry: Inquiry = {
  subject: partyIdOf(partyKey, citizen),
  caseId: randomUUID(),
  itemKey: 'house-transfer',
  requirement: 'identity-document',
  office: 'gulou/mnr',
  basis: '不动产登记暂行条例',
};
const means = () => ({
  base: simulator.address,
  key: async () => key,
  now: () => new Date(),
  newNonce: () => randomUUID(),
  timeoutMs: 5000,
});
const ask = (resource: string, rest: Partial<Inquiry> = {}, other: object = {}) =>
  openExchange({ ...means(), ...other })(resource, { ...inquiry, ...rest });

test('a register is asked in its own words, and answers in ours', async () => {
  expect(await ask('population')).toMatchObject({
    outcome: 'find',
    fields: { name: '示例市民甲', sex: '男', 'birth-date': '1990-01-01', ethnicity: '汉族' },
  });
  expect(await ask('real-estate')).toMatchObject({ outcome: 'find', fields: { mortgaged: '否' } });
  expect(await ask('population', { subject: 'p_nobody' })).toEqual({ outcome: 'miss' });
});

test('every resource that is shared has an adapter whose fields are those of the catalogue', async () => {
  for (const { key: resource, fields } of sharedResources.filter((one) => one.class !== 3)) {
    const answers = [await ask(resource), await ask(resource, { subject: company() })];
    const found = answers.flatMap((one) => ('fields' in one ? Object.keys(one.fields) : []));
    expect(found.length, resource).toBeGreaterThan(0);
    expect(fields.map((one) => one.key)).toEqual(expect.arrayContaining(found));
  }
});

const company = () => partyIdOf(partyKey, { kind: 'uscc', number: findAccount('company')?.uscc ?? '' });

test.each([
  ['not-found', { outcome: 'miss' }],
  ['differs', { outcome: 'differ', fields: expect.objectContaining({ name: '示例市民甲' }) }],
  ['slow', { outcome: 'fail', why: 'time-out' }],
  ['down', { outcome: 'fail', why: 'unreachable' }],
  ['garbled', { outcome: 'fail', why: 'unreadable' }],
] as const)('a register that is made to be %s is told apart', async (kind, expected) => {
  simulator.fail({ kind, times: 1, register: '/population' });
  expect(await ask('real-estate')).toMatchObject({ outcome: 'find' });
  expect(await ask('population', {}, { timeoutMs: 200 })).toEqual(expected);
  expect(await ask('population')).toMatchObject({ outcome: 'find' });
});

test.each([
  ['another key', { key: async () => 'x'.repeat(64) }],
  ['a time that is over', { now: () => new Date(Date.now() - 6 * 60_000) }],
  ['a nonce that was used before', { newNonce: () => 'the same nonce each time' }],
])('a request with %s is not answered, and that is no answer', async (_, other) => {
  await ask('population', {}, other);
  expect(await ask('population', {}, other)).toEqual({ outcome: 'fail', why: 'refused' });
});

const send = async (body: string, signed = body) => {
  const url = new URL(`${simulator.address}/population/persons/query`);
  const what = {
    method: 'POST',
    path: url.pathname,
    time: new Date().toISOString(),
    nonce: randomUUID(),
    body: signed,
  };
  const headers = {
    'x-sharing-time': what.time,
    'x-sharing-nonce': what.nonce,
    'x-sharing-signature': signatureOf(key, what),
  };
  const response = await fetch(url, { method: 'POST', headers, body });
  return [response.status, await response.json()];
};

test('a request that was changed on the way is refused, and one that names no case', async () => {
  const { subject } = inquiry;
  expect(await send('{"subject":"p_other"}', JSON.stringify({ subject }))).toEqual([401, { error: 'wrong-signature' }]);
  expect(await send(JSON.stringify({ subject }))).toEqual([400, { error: 'no-purpose' }]);
});

test('where no exchange is connected, or nobody is there, nothing is known', async () => {
  expect(await ask('population', {}, { base: '' })).toEqual({ outcome: 'fail', why: 'not-connected' });
  expect(await ask('population', {}, { base: 'http://127.0.0.1:1' })).toEqual({ outcome: 'fail', why: 'unreachable' });
  expect(await ask('weather')).toEqual({ outcome: 'fail', why: 'no-adapter' });
});
