import type { Envelope } from '#events/event';

/** A UUID that a test can read: `uuid(7)` ends in 7. */
export const uuid = (n: number, kind = 0): string =>
  `0190a5b2-0000-7000-8${String(kind).padStart(3, '0')}-${n.toString(16).padStart(12, '0')}`;

/** A fact as it travels; a change of Gulou's intake unless said otherwise. */
export const envelopeOf = (rest: Partial<Envelope> = {}): Envelope => ({
  specversion: '1.0',
  id: uuid(1),
  source: 'banshi/gulou/intake',
  type: 'intake.case-changed.v2',
  subject: uuid(1, 1),
  time: '2026-08-03T01:00:00.000Z',
  datacontenttype: 'application/json',
  sequence: 1,
  district: 'gulou',
  correlationId: 'chain-0001',
  causationId: 'request-1',
  data: {},
  ...rest,
});
