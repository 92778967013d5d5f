import type { Asking } from '../asking.ts';
import { plain } from '../asking.ts';
import { staffActor } from '../../support/actors.ts';
import type { Hall } from '../hall.ts';
import { clockExamples } from '../../docs/examples/clock.ts';

const headers = { 'If-Match': '"0"' };

const seen = (version = '') => ({ 'If-Match': `"${version}"` });
/** The version of the office hours of Gulou. */
const hoursNow = async ({ ask }: Hall): Promise<string> =>
  String((await ask({ path: '/intake/hours', actor: staffActor('supervisor') })).body['version']);
/** As another person has proposed them. */
const hoursProposed = async (hall: Hall): Promise<string> => {
  const actor = staffActor('catalogue-publisher', {}, 'another publisher');
  const asked = { method: 'PUT', path: '/intake/hours', actor, body: clockExamples.OfficeHoursInput };
  return String((await hall.ask({ ...asked, headers: seen(await hoursNow(hall)) })).body['version']);
};

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
  'GET /intake/public/hours': { request: plain },
  'GET /intake/hours': { request: plain },
  'PUT /intake/hours': {
    prepare: hoursNow,
    request: (...[, , made]) => ({ path: '/intake/hours', headers: seen(made), body: clockExamples.OfficeHoursInput }),
  },
  'POST /intake/hours/publish': {
    prepare: hoursProposed,
    request: (...[, , made]) => ({ path: '/intake/hours/publish', headers: seen(made), body: {} }),
  },
};
