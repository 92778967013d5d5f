import type { Write } from '#shared/table';
import { findingOf } from '../../domain/exception/finding.ts';
import { raise } from '../../domain/exception/raise.ts';
import type { SaidEntry } from '../../domain/ledger/entry.ts';
import { finish } from '../../domain/reconciliation/act.ts';
import { unseen } from '../../domain/reconciliation/outcome.ts';
import { reconciliationId, type Reconciliation } from '../../domain/reconciliation/reconciliation.ts';
import { settleEntries, unsettleEntries } from '../../domain/reconciliation/settle.ts';
import { sidesOf } from '../../domain/reconciliation/side.ts';
import { difference, nothingGathered } from '../../domain/remittance/gathered.ts';
import { claimRemoval, type Claim } from '../../stores/claims.ts';
import { entryWrites } from '../../stores/ledger.ts';
import { releasedWrite } from '../../stores/released.ts';
import { exceptionAt, placeOf, type LookDeps, type Run, type RunDeps } from './run-deps.ts';
import { saveRaised } from './save-raised.ts';
import { subjectOf } from './take-outcomes.ts';

/** All partitions are matched: what the file says was paid out is booked, what is reconciled is released, and all hear of it. */
export async function finishRun(before: Reconciliation, run: Run, deps: RunDeps): Promise<void> {
  await giveBack(run, deps);
  const { entries, settled, writes } = settling(before, run, deps);
  const change = finish(before, { at: run.cause.at, settled: { ...settled, entries } });
  await deps.reconciliations.save(change, run.cause, [...writes, ...releases(before, run)]);
}

/** What an earlier file had settled is taken back, and what this one says is settled. */
function settling({ settled: was, moved, id: of }: Reconciliation, run: Run, { publisher }: RunDeps) {
  const { place, isOwnAccount, revision, cause } = run;
  if (!moved) throw new Error(`${of} has been read, and what it moves is not kept`);
  const earlier = was ? settleEntries(was.moved, { ...place, isOwnAccount: was.isOwnAccount }) : [];
  const undone = unsettleEntries(earlier, was?.entries ?? []);
  const made = settleEntries(moved, { ...place, isOwnAccount });
  const entries: string[] = [];
  const write = (said: readonly SaidEntry[], newId: () => string) =>
    entryWrites({ entries: said, of }, cause, { newId });
  const noted = () => {
    const id = publisher.newId();
    entries.push(id);
    return id;
  };
  const writes = [...write(undone, publisher.newId), ...write(made, noted)];
  return { entries, settled: { revision, moved, isOwnAccount }, writes };
}

/** Another revision releases what it changes of what an earlier one has released: that may be in a list already (I11). */
function releases({ gathering = nothingGathered, released }: Reconciliation, run: Run): Write[] {
  const { id, revision, place } = run;
  const changed = difference(gathering, released ?? nothingGathered);
  // The first that could be read, whichever came before it.
  const source = released ? `${id}#${revision}` : id;
  return changed ? [releasedWrite({ source, ...place, ...changed })] : [];
}

/** Items of other days that an earlier revision had shown, and this one does not: they are unseen again. */
async function giveBack(run: Run, deps: LookDeps): Promise<void> {
  const claims = await deps.claims.of(run.id);
  for (const one of claims.filter(({ revision }) => revision < run.revision)) await unclaim(one, run, deps);
}

async function unclaim(claim: Claim, run: Run, deps: LookDeps): Promise<void> {
  const place = { channel: claim.channel, merchant: claim.merchant, day: claim.day };
  const [side] = sidesOf(await deps.ledger.clearingOf(claim)).values();
  const theirs: Run = { ...run, place, id: reconciliationId(place) };
  const other = await deps.reconciliations.load(theirs.id);
  const more = [claimRemoval(claim)];
  // Until its own day has been matched that run will see to it.
  if (!side || side.amountFen === 0 || other?.state !== 'matched') return saveRaised([{ more }], run.cause, deps);
  const outcome = unseen(side, { isMet: false, rules: run.rules });
  const finding = findingOf(outcome);
  const [known] = await deps.exceptions.loadAll([exceptionAt(theirs, subjectOf(outcome))]);
  return saveRaised([{ change: raise(known, finding, placeOf(theirs, finding.subject)), more }], run.cause, deps);
}
