import type { Asking } from '../asking.ts';
import { plain } from '../asking.ts';
import { clockExamples } from '../../docs/examples/clock.ts';

const headers = { 'If-Match': '"0"' };

export const clockAskings: Record<string, Asking> = {
  'GET /intake/public/calendars': { request: plain },
  'GET /intake/public/calendars/{year}': { request: () => ({ path: '/intake/public/calendars/2026' }) },
  'GET /intake/calendars/{year}': { request: () => ({ path: '/intake/calendars/2026' }) },
  'PUT /intake/calendars/{year}': {
    request: () => ({ path: '/intake/calendars/2026', headers, body: clockExamples.CalendarInput }),
  },
  'POST /intake/calendars/{year}/publish': {
    request: () => ({ path: '/intake/calendars/2026/publish', headers, body: {} }),
  },
};
