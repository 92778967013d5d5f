import type { Exception } from '../../domain/exception/exception.ts';
import { shardOf } from '../../domain/ledger/clearing-item.ts';
import { judged, type Outcome } from '../../domain/reconciliation/outcome.ts';
import { keyOf } from '../../domain/reconciliation/side.ts';
import { lookElsewhere, type Looked } from './look-elsewhere.ts';
import { exceptionAt, isUnsettled, type LookDeps, type Run } from './run-deps.ts';
import type { Told } from './save-raised.ts';
import { releasedSince, subjectOf, toldOf } from './take-outcomes.ts';

/** How many numbers are looked for at a time. */
const width = 16;

interface Again {
  outcomes: Outcome[];
  told: Told[];
  /** Numbers whose money is released by the ends of their exceptions. */
  apart: Set<string>;
}

/** What has no partner is looked for elsewhere, what is wrong becomes an exception, and what no longer is falls away. */
export async function lookAgain(
  found: readonly Outcome[],
  { shard, run }: { shard: number; run: Run },
  deps: LookDeps,
): Promise<Again> {
  const even = found.filter((one) => one.class === 'MATCHED');
  const uneven = found.filter((one) => one.class !== 'MATCHED');
  const looked = await inTurns(uneven, (one) => lookAt(one, run, deps));
  const ids = looked.map(({ outcome }) => exceptionAt(run, subjectOf(outcome)));
  const known = await deps.exceptions.loadAll(ids);
  const told: Told[] = [];
  const outcomes: Outcome[] = even;
  const apart = new Set(
    run.known.filter(isApart).map((one) => (one.subject.kind === 'number' ? keyOf(one.subject) : '')),
  );
  for (const [n, one] of looked.entries()) {
    const was = known[n];
    const late = was && lateItem(one.outcome, was, run);
    const said = late ? await toldLate(late, was, { run, deps }) : toldOf(one, was, run);
    if (said) told.push(said);
    if (was && isApart(was)) apart.add(keyOf(one.outcome));
    outcomes.push(late ? { ...late, rows: [] } : one.outcome);
  }
  return { outcomes, told: [...told, ...noLonger({ even, shard, ids }, run)], apart };
}

const lookAt = async (outcome: Outcome, run: Run, deps: LookDeps): Promise<Looked> =>
  outcome.class === 'MISSING_IN_LEDGER' ? lookElsewhere(outcome, run, deps) : { outcome };

const isApart = ({ money, subject }: Exception): boolean =>
  money !== 'run' && subject.kind === 'number' && subject.nth === 1;

/** An item that no row of this day shows, and that a row of another day was missing: booked after that day's run. */
function lateItem({ class: found, rows, side }: Outcome, known: Exception, { place, rules }: Run): Outcome | undefined {
  const isUnseen = side && rows.length === 0 && found !== 'MATCHED';
  const waits = known.class === 'MISSING_IN_LEDGER' && known.day !== place.day && isUnsettled(known);
  return isUnseen && waits && known.row ? judged({ rows: [known.row], side }, rules) : undefined;
}

/** It is that day's, whose row has shown it. */
async function toldLate(outcome: Outcome, known: Exception, { run, deps }: { run: Run; deps: LookDeps }) {
  const { reconciliationId: by, day } = known;
  const other = await deps.reconciliations.load(by);
  const { number, direction } = outcome;
  const found = { ...run.place, number, direction, by, revision: other?.file?.revision ?? 1 };
  const theirs: Run = { ...run, id: by, place: { ...run.place, day } };
  return toldOf({ outcome, claim: { found, known: undefined } }, known, theirs);
}

/** Exceptions of this partition that the file gives no more reason for, or that have ended so before. */
function noLonger(
  { even, shard, ids }: { even: readonly Outcome[]; shard: number; ids: readonly string[] },
  run: Run,
): Told[] {
  const seen = new Set(ids);
  const over = run.known.filter(
    ({ id, subject }) => subject.kind === 'number' && shardOf(subject.number) === shard && !seen.has(id),
  );
  if (over.length === 0) return [];
  const byKey = new Map(even.map((one) => [`${keyOf(one)} ${one.nth}`, one]));
  return over.flatMap((known) => {
    if (known.subject.kind !== 'number') return [];
    const { number, direction, nth } = known.subject;
    const gone: Outcome = { class: 'MATCHED', number, direction, nth, rows: [], side: undefined, detail: '' };
    const outcome = byKey.get(`${keyOf(known.subject)} ${nth}`) ?? gone;
    return (isUnsettled(known) ? toldOf({ outcome }, known, run) : releasedSince(known, outcome, run)) ?? [];
  });
}

async function inTurns<Item, Result>(of: readonly Item[], run: (item: Item) => Promise<Result>): Promise<Result[]> {
  const done: Result[] = [];
  for (let n = 0; n < of.length; n += width) done.push(...(await Promise.all(of.slice(n, n + width).map(run))));
  return done;
}
