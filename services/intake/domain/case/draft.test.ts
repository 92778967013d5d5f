import { expect, test } from 'vitest';
import { roles } from '#shared/actor';
import { applicationOf, offeredItem } from '../../cases.fake.ts';
import { channel } from '../catalogue/item.ts';
import type { Capacity } from './graph.ts';
import { begin, channelFault } from './draft.ts';

const beginning = {
  id: applicationOf().id,
  at: new Date('2026-08-03T01:00:00Z'),
  channel: 'online',
  partyId: 'p_company',
  catalogueVersion: 7,
} as const;

test('a draft copies what its life needs of the item', () => {
  const item = offeredItem({
    version: 3,
    steps: [
      { department: 'health', mode: 'serial' },
      { department: 'amr', mode: 'serial' },
    ],
    jointDepartments: ['eco', 'health'],
  });
  const { promisedLimit } = item;
  expect(begin(beginning, item)).toEqual(
    applicationOf({
      burden: { asked: 0, fetched: 0, visits: 1 },
      validity: '5y',
      itemVersion: 3,
      catalogueVersion: 7,
      departments: ['amr', 'health', 'eco'],
      promised: promisedLimit,
      tasks: [
        { n: 1, department: 'health', mode: 'serial', state: 'waiting' },
        { n: 2, department: 'amr', mode: 'serial', state: 'waiting' },
        { n: 3, department: 'eco', mode: 'parallel', state: 'waiting' },
      ],
    }),
  );
});

test('each uses his own channel: applicants online or the app, staff that of their post', () => {
  const own: Partial<Record<Capacity, readonly string[]>> = {
    applicant: ['online', 'app'],
    window: ['window'],
    community: ['community'],
    kiosk: ['kiosk'],
    hotline: ['hotline'],
    officer: ['agency'],
  };
  for (const capacity of ['applicant', ...roles] as const) {
    const open = channel.options.filter((one) => channelFault(one, [capacity]) === undefined);
    expect([capacity, open.toSorted()]).toEqual([capacity, [...(own[capacity] ?? [])].toSorted()]);
  }
});
