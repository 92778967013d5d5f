import { supersede } from '../../domain/exception/supersede.ts';
import { exceptionWrites } from '../../stores/exceptions.ts';
import { entryWrites } from '../../stores/ledger.ts';
import { releasedWrite } from '../../stores/released.ts';
import { suspenseWrites } from '../../stores/suspense.ts';
import { turnWrites } from '../../stores/turns.ts';
import type { Run, RunDeps } from './run-deps.ts';

/** Lines of earlier files that people have read: this file is held against the ledger as it would be without them. */
export async function supersedeRows(run: Run, deps: RunDeps): Promise<void> {
  const { revision, cause, place } = run;
  const { mark, ...unmarked } = cause;
  for (const known of run.known) {
    const { entered, suspenseId } = known;
    if (!entered) continue;
    const turns = await deps.turns.read(place.channel, [entered.row.number]);
    const suspense = suspenseId ? await deps.suspense.load(suspenseId) : undefined;
    const found = supersede(known, { revision, at: cause.at, suspense });
    if (!found) continue;
    const { change, entries, withdrawn, release } = found;
    await deps.table.transact([
      ...exceptionWrites(change, unmarked).writes,
      ...entryWrites({ entries, of: known.id }, unmarked, deps.publisher),
      ...(withdrawn ? suspenseWrites(withdrawn, unmarked, deps.publisher) : []),
      ...(release ? [releasedWrite(release)] : []),
      ...turnWrites(turns),
    ]);
  }
}
