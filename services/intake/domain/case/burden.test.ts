import { expect, test } from 'vitest';
import { itemOf } from '../../cases.fake.ts';
import { burdenOf, cameToEnter } from './burden.ts';

const material = (type: string, rest: object = {}) => ({
  type,
  name: type,
  must: 'must' as const,
  source: 'applicant' as const,
  sharedResource: null,
  about: 'party' as const,
  originals: 1,
  copies: 0,
  ...rest,
});
const commitment = { text: '-', basis: '-', covers: ['premises-proof'], checkWithin: 20 };
const item = itemOf({
  materials: [
    material('plan'),
    material('premises-proof'),
    material('old-licence', { situations: ['延续'] }),
    material('identity', { sharedResource: 'population' }),
    material('photo', { must: 'optional' }),
  ],
  visits: 0,
  commitment,
});

test('an item asks what its situation needs; what is shared is fetched, what is optional is not asked', () => {
  expect(burdenOf(item, { situation: '新办' })).toEqual({ asked: 2, fetched: 1, visits: 0 });
  expect(burdenOf(item, { situation: '延续' })).toEqual({ asked: 3, fetched: 1, visits: 0 });
});

test('what a commitment covers is not asked of one who commits himself', () => {
  expect(burdenOf(item, { situation: '新办', committed: true })).toMatchObject({ asked: 1, fetched: 1 });
});

test('what was asked before the reform goes with the case', () => {
  const baseline = { steps: 8, materials: 6, visits: 3, days: 45, unit: 'day' as const };
  expect(burdenOf({ ...item, baseline }, { situation: '新办' })).toMatchObject({ baseline });
});

test('who hands in at a window, a community or a kiosk has come; who telephones has not', () => {
  const entry = { clerk: 'c', office: 'gulou/window', documentsSeen: [], originalChecked: false, signatureKept: false };
  const came = (['window', 'community', 'kiosk', 'hotline'] as const).map((channel) => cameToEnter({ channel, entry }));
  expect(came).toEqual([true, true, true, false]);
  expect(cameToEnter({ channel: 'online', entry: undefined })).toBe(false);
});
