import { expect, test } from 'vitest';
import { envelope } from '#events/event';
import { fc } from '../../test/support/property.ts';
import { fakeTable } from '#shared/table.fake';
import { servedStore } from './stores/served.ts';
import { onNoticeProved } from './functions/facts/on-notice-proved.ts';
import { NoticeProvedV1 } from '#events/notifications/notice-proved.v1';
import { envelopeOf, uuid } from '../../test/support/facts.ts';

const steps = [
  { step: 'sent', channel: 'sms', counts: false },
  { step: 'delivered', channel: 'sms', counts: false },
  { step: 'delivered', channel: 'task', counts: true },
  { step: 'read', channel: 'inbox', counts: true },
] as const;
const said = { noticeId: uuid(1, 8), caseId: uuid(1, 1), partyId: 'p_1', kind: 'accepted' };
const facts = steps.map((one, n) => ({
  ...envelope().parse(
    envelopeOf({
      id: uuid(n, 9),
      type: NoticeProvedV1.type,
      subject: said.noticeId,
      sequence: n + 3,
      district: 'fuzhou',
      toDistrict: 'gulou',
      data: {},
    }),
  ),
  type: NoticeProvedV1.type,
  data: { ...said, ...one, at: `2026-08-0${n + 3}T02:00:00.000Z` },
}));
const causeOf = (id: string) => ({
  at: new Date('2026-08-10T00:00:00Z'),
  actor: { sub: 'service:intake', kind: 'service' as const, partyId: 'none' },
  office: 'gulou/intake',
  correlationId: id,
  causationId: id,
});

test('property: in whatever order the steps of a notice are told, the latest stands and the first that counted is the day of service', async () => {
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(facts, { minLength: facts.length }), async (order) => {
      const store = servedStore(fakeTable());
      const hear = onNoticeProved({ served: async () => store, set: 'gulou' });
      for (const fact of order) await hear(fact, causeOf(fact.id));
      expect(await store.ofCase(said.caseId)).toEqual([
        { ...facts[3]?.data, sequence: 6, servedAt: '2026-08-05T02:00:00.000Z' },
      ]);
    }),
    { numRuns: 24 },
  );
});

test('what is told of a case of another set is left alone', async () => {
  const store = servedStore(fakeTable());
  for (const fact of facts) await onNoticeProved({ served: async () => store, set: 'fuzhou' })(fact, causeOf(fact.id));
  expect(await store.ofCase(said.caseId)).toEqual([]);
});
