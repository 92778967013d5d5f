import type { Asking } from '../asking.ts';
import { firstNumber } from '../catalogue.ts';

export const trackingAskings: Record<string, Asking> = {
  'GET /intake/public/track/{number}': {
    state: 'submitted',
    request: () => ({ path: `/intake/public/track/${firstNumber}`, query: { code: 'A2B3C4' } }),
  },
};
