import { randomBytes } from 'node:crypto';
import { daysAfter, startOf } from '#shared/calendar';
import type { Faults } from '../faults.ts';
import type { Till } from '../till.ts';
import { differing, totalOff, type Differs } from './faults.ts';
import { toldOf, type Told, type Which } from './told.ts';

/** Statements are made in the night, and are there from ten in the morning on; an address to fetch one works for half a minute. */
const [thereHours, linkSeconds] = [10, 30];

export type StatementBook = ReturnType<typeof statementBook>;

/** The statements of the three channels, as their till has it, with what was made to differ. */
export function statementBook({ till, now, faults }: { till: Till; now: () => Date; faults: Faults }) {
  const differs: Differs[] = [];
  const links = new Map<string, { bytes: Buffer; until: Date }>();
  const isThere = ({ day }: Which): boolean =>
    now().getTime() >= startOf(daysAfter(day, 1)).getTime() + thereHours * 3_600_000;
  return {
    differ: (one: Differs) => void differs.push(one),
    clear: () => void differs.splice(0),

    /** What stands in one; undefined where it is not there yet. */
    of(which: Which): { rows: Told[]; offFen: number } | undefined {
      if (!isThere(which) || faults.next(which.channel, ['statement-late'])) return undefined;
      const rows = differing(which, differs, (one) => toldOf(till, one));
      return { rows, offFen: totalOff(which, differs) };
    },

    /** Whether the next file comes broken. */
    isBroken: (channel: Which['channel']): boolean => faults.next(channel, ['statement-broken']) !== undefined,

    /** By which a file can be fetched for a while. */
    link(channel: Which['channel'], bytes: Buffer): string {
      const token = randomBytes(16).toString('hex');
      const seconds = faults.next(channel, ['link-expired']) ? 0 : linkSeconds;
      links.set(token, { bytes, until: new Date(now().getTime() + seconds * 1000) });
      return token;
    },
    fetched(token: string): Buffer | undefined {
      const found = links.get(token);
      return found && now() < found.until ? found.bytes : undefined;
    },
  };
}
