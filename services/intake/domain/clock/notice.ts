import * as z from 'zod';
import { CalendarPublishedV1 } from '#events/intake/calendar-published.v1';
import { fact, type Fact } from '#events/event';
import type { CalendarYear } from '#shared/calendar';
import { once } from '#shared/once';
import { isSamePerson, person, type Known, type Person } from '../party/person.ts';

/** 节假日安排: a year's days as the State Council's notice names them. */
export const notice = once(() => {
  const days = z.array(z.iso.date());
  return z.strictObject({
    notice: z.string().regex(/^国办发(明电)?〔\d{4}〕\d{1,3}号$/),
    off: days.min(1).max(120),
    worked: days.max(40),
  });
});
export type Notice = z.infer<ReturnType<typeof notice>>;

/** The days that somebody proposes, and, where days that are over turn with them, why only now. */
export interface Proposed extends Notice {
  correction?: string | undefined;
}

/** A year that limits are counted by; version 0 came with the code. */
export interface PublishedYear extends CalendarYear, Notice {
  off: string[];
  worked: string[];
  version: number;
}

/** A year's calendar in a set: what is published, and what somebody has proposed to publish next. */
export const yearRecord = once(() =>
  z.object({
    year: z.int(),
    version: z.int(),
    published: notice().extend({ version: z.int() }).optional(),
    proposal: notice().extend({ by: person(), correction: z.string().optional() }).optional(),
  }),
);
export type YearRecord = z.infer<ReturnType<typeof yearRecord>>;

export const yearActs = ['propose', 'publish', 'receive'] as const;

/** What an act makes of a year, and what has happened. */
export interface YearChange {
  act: (typeof yearActs)[number];
  before: number;
  record: YearRecord;
  /** Why days that are over turn. */
  correction?: string | undefined;
  facts: readonly Fact[];
}

export interface YearRefusal {
  refused: 'nothing-proposed' | 'same-person';
}

export const unpublished = (year: number): YearRecord => ({ year, version: 0 });

/** Proposes the days of a year, new or amended; a proposal that is still open is replaced, whoever made it. */
export function propose(found: YearRecord, days: Proposed, { sub, partyId }: Person): YearChange {
  const record = { ...found, version: found.version + 1, proposal: { ...days, by: { sub, partyId } } };
  return { act: 'propose', before: found.version, record, correction: days.correction, facts: [] };
}

/** Publishes what another person has proposed: nobody moves the limits of all cases of the city alone. */
export function publish(found: YearRecord, by: Known): YearChange | YearRefusal {
  const { proposal, year } = found;
  if (!proposal) return { refused: 'nothing-proposed' };
  if (isSamePerson(proposal.by, by)) return { refused: 'same-person' };
  const { by: proposer, correction, ...days } = proposal;
  const published = { ...days, version: found.version + 1 };
  return {
    act: 'publish',
    before: found.version,
    record: { year, version: published.version, published },
    correction,
    facts: [fact(CalendarPublishedV1, { year, ...published }, '*')],
  };
}

/** What a district knows after the city's fact; undefined where it knows that or more already. */
export function receive(
  found: YearRecord,
  { version, ...published }: Notice & { version: number },
): YearChange | undefined {
  if (version <= found.version) return undefined;
  const record = { year: found.year, version, published: { ...published, version } };
  return { act: 'receive', before: found.version, record, facts: [] };
}

/** The years that came with the code, each replaced by what was published since. */
export function inForce(shipped: readonly (CalendarYear & Notice)[], records: readonly YearRecord[]): PublishedYear[] {
  const years = new Map<number, PublishedYear>();
  for (const one of shipped) years.set(one.year, { ...one, version: 0 });
  for (const { year, published } of records) if (published) years.set(year, { year, ...published });
  return [...years.values()].toSorted((a, b) => a.year - b.year);
}
