import { createHmac } from 'node:crypto';
import type { Table } from '#shared/table';

interface Counted {
  /** A number, which stands in no key: only its hash under our key does. */
  to: string;
  /** The template, or the kind of code. */
  what: string;
  /** The day, hour or minute that is counted by. */
  day: string;
}

/** How often something was sent to a number in a stretch of time. */
export function quotaStore(table: Pick<Table, 'count'>, key: () => Promise<string>) {
  return {
    /** Counts one more, and gives how many there are with it. */
    async count({ to, what, day }: Counted, until: Date): Promise<number> {
      const hash = createHmac('sha256', await key())
        .update(to)
        .digest('base64url');
      const expiresAt = Math.floor(until.getTime() / 1000);
      return table.count({ pk: `QUOTA#${hash}`, sk: `${what}#${day}` }, { expiresAt });
    },
  };
}
