import { plain, seen, type Asking } from '../asking.ts';
import { companyActor } from '../applicants.ts';
import type { Hall } from '../hall.ts';
import type { ShiftAt } from '../till.ts';

const shift =
  (at: ShiftAt) =>
  ({ payments }: Hall): Promise<string> =>
    payments.shift(at);

export const counterAskings: Record<string, Asking> = {
  'GET /payments/counter/bills/{id}': {
    prepare: ({ payments }) => payments.bill(companyActor(2).partyId),
    request: plain,
  },
  'POST /payments/shifts': { request: () => ({ body: { hall: 'h-01', window: '12', floatFen: 20_000 } }) },
  'GET /payments/shifts': { request: plain },
  'GET /payments/shifts/{id}': { prepare: shift('open'), request: plain },
  'GET /payments/shifts/{id}/payments': { prepare: shift('open'), request: plain },
  'GET /payments/shifts/{id}/entries': { prepare: shift('open'), request: plain },
  'POST /payments/shifts/{id}/payments': {
    prepare: async (hall) => `${await shift('open')(hall)} ${await hall.payments.bill(companyActor(2).partyId)}`,
    request: (_desk, _actor, made = '') => {
      const [shiftId, billId] = made.split(' ');
      return { path: `/payments/shifts/${shiftId}/payments`, body: { billIds: [billId], way: 'cash' } };
    },
  },
  'POST /payments/shifts/{id}/count': { prepare: shift('open'), request: () => ({ body: { cashFen: 50_000 } }) },
  'POST /payments/shifts/{id}/send-back': { prepare: shift('counted'), request: seen(3, { cashFen: 1 }) },
  'POST /payments/shifts/{id}/seal': {
    prepare: shift('counted'),
    request: seen(3, { cashFen: 49_900, bag: 'B-1' }),
  },
  'POST /payments/shifts/{id}/deposit': {
    prepare: shift('sealed'),
    request: () => ({ body: { slips: [{ merchant: 'treasury', slip: 'D-1', amountFen: 29_900 }] } }),
  },
  'POST /payments/shifts/{id}/cover': {
    prepare: shift('sealed'),
    request: () => ({ body: { slips: [{ merchant: 'treasury', slip: 'C-1', amountFen: 100 }] } }),
  },
};
