import { readCursor } from '#shared/page';
import type { Cause } from '#shared/cause';
import type { HttpResponse } from '#shared/route';
import type { IntakeDeps } from '../../deps.ts';
import type { Light } from '../../domain/clock/light.ts';
import { rangesOf } from '../../domain/clock/light-range.ts';
import type { Within } from '../../stores/light-lists.ts';
import { summaryOf } from './summary.ts';

interface Wanted {
  department: string;
  light: Light;
  limit: number;
  cursor?: string | undefined;
}

/** A department's running cases that have one light now, by due time; those that are paused by when that began. */
export const listByLight =
  ({ byLight, calendars, set }: IntakeDeps) =>
  async (cause: Cause, { department, light, limit, cursor }: Wanted): Promise<HttpResponse> => {
    const position = readCursor(cursor);
    if ('problem' in position) return position;
    const [calendar, threshold, lists] = [await calendars.current(), await calendars.threshold(), await byLight()];
    const look = { now: cause.at, threshold };
    const page = await lists.page(department, withinOf(light, look, calendar), { limit, after: position.after });
    const lines = page.items.map((one) => summaryOf(one, { ...look, calendar, set }));
    return { status: 200, body: { ...page, items: lines.filter((line) => line['light'] === light) } };
  };

function withinOf(
  light: Light,
  look: Parameters<typeof rangesOf>[1],
  calendar: Parameters<typeof rangesOf>[2],
): Within {
  if (light === 'red') return { overdueAt: look.now };
  return light === 'paused' ? { paused: true } : { ranges: rangesOf(light, look, calendar) };
}
