import { days2026 } from './calendars.ts';
import { fc } from './property.ts';

const start = Date.parse('2026-02-10T09:00:00+08:00');

/** Days of the coming weeks that turn from worked to off, or from off to worked. */
export const turned = fc
  .subarray(
    Array.from({ length: 40 }, (_, n) => n),
    { maxLength: 8 },
  )
  .map((chosen) => chosen.map((n) => new Date(start + n * 86_400_000).toISOString().slice(0, 10)));

/** The notice by which they have turned. */
export function amended(days: readonly string[]) {
  const off = days2026.off.filter((day) => !days.includes(day));
  const more = days.filter((day) => !days2026.off.includes(day) && !days2026.worked.includes(day));
  return { ...days2026, off: [...off, ...more] };
}
