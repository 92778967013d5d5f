import { plain, seen, type Asking } from '../asking.ts';
import type { Hall } from '../hall.ts';

const prepare = ({ payments }: Hall): Promise<string> => payments.settlement();

export const settlementAskings: Record<string, Asking> = {
  'POST /payments/settlements': { request: () => ({ body: {} }) },
  'GET /payments/settlements': { request: plain },
  'GET /payments/settlements/{id}': { prepare, request: plain },
  'GET /payments/settlements/{id}/csv': { prepare, path: 'csv', request: plain },
  'POST /payments/settlements/{id}/approve': { prepare, path: 'approve', request: seen(1) },
  'POST /payments/settlements/{id}/reject': {
    prepare,
    path: 'reject',
    request: seen(1, { reason: '手续费有误' }),
  },
};
