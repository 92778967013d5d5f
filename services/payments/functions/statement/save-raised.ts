import type { Cause } from '#shared/cause';
import type { Write } from '#shared/table';
import type { Raised } from '../../domain/exception/raise.ts';
import { exceptionWrites } from '../../stores/exceptions.ts';
import type { LookDeps } from './run-deps.ts';

/** An exception that changes, and what is written with it. */
export interface Told {
  change?: Raised | undefined;
  more?: readonly Write[];
}

/** A transaction takes a hundred writes; what belongs together is at most half a dozen. */
const mostWrites = 90;

/** Saves exceptions, many in one transaction; whoever changed one of them meanwhile makes the run look again. */
export async function saveRaised(
  told: readonly Told[],
  cause: Cause,
  { table }: Pick<LookDeps, 'table'>,
): Promise<void> {
  let batch: Write[] = [];
  for (const { change, more = [] } of told) {
    const writes = [...(change ? exceptionWrites(change, cause).writes : []), ...more];
    if (batch.length + writes.length > mostWrites) {
      await table.transact(batch);
      batch = [];
    }
    batch.push(...writes);
  }
  if (batch.length > 0) await table.transact(batch);
}
