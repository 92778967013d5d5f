import { shippedCalendars } from '#shared/calendars';
import type { Acting, Change, Refused } from './domain/case/change.ts';
import type { Capacity } from './domain/case/graph.ts';

/** `08-03 09:00`, a moment of 2026 in Shanghai. */
export const at = (text: string): Date => new Date(`2026-${text.replace(' ', 'T')}:00+08:00`);

interface By {
  at?: Date;
  sub?: string;
  capacity?: Capacity;
  departments?: readonly string[] | 'any';
  task?: number;
}

/** What an act is decided from: Monday, August 3, at nine, by a clerk of the market regulation, unless said otherwise. */
export const acting = <Body>(body: Body, by: By = {}): Acting<Body> => ({
  at: by.at ?? at('08-03 09:00'),
  body,
  by: {
    capacities: [by.capacity ?? 'window'],
    departments: by.departments ?? ['amr'],
    actor: { sub: by.sub ?? 'clerk', partyId: `p_${by.sub ?? 'clerk'}`, orgs: [] },
  },
  calendar: shippedCalendars,
  task: by.task ?? 0,
});

/** The change that was made. Throws where the act was refused. */
export function made(decided: Change | Refused): Change {
  if ('refused' in decided) throw new Error(`refused: ${decided.refused}`);
  return decided;
}
