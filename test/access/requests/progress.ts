import { plain, type Asking } from '../asking.ts';

export const progressAskings: Record<string, Asking> = {
  'GET /agency/reports/progress': { request: plain },
  'GET /agency/reports/projects': { request: () => ({ query: { overdue: 'true' } }) },
  'GET /agency/reports/province': { request: () => ({ query: { day: '2026-08-03' } }) },
};
