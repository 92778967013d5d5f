import type * as z from 'zod';
import { dayOf } from '#shared/calendar';
import { readCursor } from '#shared/page';
import { plain } from '#shared/plain';
import type { Call, HttpResponse } from '#shared/route';
import type { AgencyDeps } from '../../deps.ts';
import { workloadOf } from '../../domain/officer/load.ts';
import type { calendarQuery, resultsQuery } from '../../schemas/officer.ts';
import { hiddenFrom } from './whose-officer.ts';

/** What an officer has to see to, by day. */
export const showCalendar =
  (deps: AgencyDeps) =>
  async (call: Call<z.infer<ReturnType<typeof calendarQuery>>>): Promise<HttpResponse> => {
    const hidden = hiddenFrom(call, deps);
    if (hidden) return hidden;
    const { from, to: until, limit, cursor: given } = call.query;
    const cursor = readCursor(given);
    if ('problem' in cursor) return cursor;
    const today = dayOf(call.cause.at);
    const page = await (
      await deps.agenda()
    ).page(call.params['id'] ?? '', { from, until }, { limit, after: cursor.after });
    const items = page.items.map(({ officer, day = '', ...one }) => plain({ day, ...one, overdue: day < today }));
    return { status: 200, body: { items, nextCursor: page.nextCursor } };
  };

/** What an officer carries, and what he has done in these months. */
export const showResults =
  (deps: AgencyDeps) =>
  async (call: Call<z.infer<ReturnType<typeof resultsQuery>>>): Promise<HttpResponse> => {
    const hidden = hiddenFrom(call, deps);
    if (hidden) return hidden;
    const officer = call.params['id'] ?? '';
    const now = dayOf(call.cause.at).slice(0, 7);
    const { from = now, until = now } = call.query;
    const [[load], months] = await Promise.all([
      (await deps.teams()).loadsOf([officer]),
      (await deps.officers()).resultsOf(officer, { from, until }),
    ]);
    return { status: 200, body: plain({ officer, workload: load && workloadOf(load), from, until, months }) };
  };
