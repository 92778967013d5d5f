import type { Actor } from '#shared/actor';
import { isAnother } from '../../domain/close/act.ts';
import { isClosable, type Check } from '../../domain/close/checks.ts';
import { periodGraph } from '../../domain/close/graph.ts';
import { kindOfPeriod, targetOf, type Period } from '../../domain/close/period.ts';
import type { PeriodSum } from '../../domain/close/sum.ts';

/** How many that stand in the way are named; the rest is counted. */
const most = 100;

interface Shown {
  found: Period;
  checks: readonly Check[];
  sum: PeriodSum | undefined;
  actor: Actor;
}

/** A day, month or year with its checklist: what is done, what is open, whose it is and since when. */
export function showPeriod({ found, checks, sum, actor }: Shown) {
  const { id, state, version, proposal, approval, returned, ageing, proved, carried, seal } = found;
  return {
    id,
    kind: kindOfPeriod(id),
    status: state,
    version,
    target: targetOf(id).toISOString(),
    checks: state === 'closed' ? [] : checks.map(showCheck),
    ...(proposal && { proposal: showSaid(proposal) }),
    ...(approval && { approval: showSaid(approval) }),
    ...(returned && { returned: { ...showSaid(returned), reason: returned.reason } }),
    ...(ageing && { ageing }),
    ...(proved && { proved }),
    ...(carried && { carried: { items: carried.items, hash: carried.hash } }),
    ...(seal && { seal: { hash: seal.hash, entries: seal.entries, at: seal.at.toISOString() } }),
    ...(sum && { sum: showSum(sum) }),
    actions: actionsOf(found, checks, actor),
  };
}

const showSaid = ({ by, at }: { by: string; at: Date }) => ({ by, at: at.toISOString() });

const showCheck = ({ check, bars }: Check) => ({
  check,
  done: bars.length === 0,
  open: bars.slice(0, most).map(({ since, ...bar }) => ({ ...bar, since: since.toISOString() })),
  more: Math.max(0, bars.length - most),
});

/** What a closed time came to, and what of that was late: of an earlier year. */
function showSum({ entries, turnover }: PeriodSum) {
  const all = [...turnover.values()];
  const late = all.filter(({ originYear }) => originYear !== undefined);
  return {
    entries,
    ...totals(all),
    late: [...Map.groupBy(late, yearOf)].map(([year, ones]) => ({ originYear: year, ...totals(ones) })),
  };
}

type Turn = PeriodSum['turnover'] extends Map<string, infer One> ? One : never;
const yearOf = ({ originYear = 0 }: Turn): number => originYear;
const totals = (all: readonly Turn[]) => ({
  takenFen: all.reduce((fen, one) => fen + one.takenFen, 0),
  backFen: all.reduce((fen, one) => fen + one.backFen, 0),
  passedOnFen: all.reduce((fen, one) => fen + one.passedOnFen, 0),
});

/** What this person may do next, by the graph that decides. */
export function actionsOf(found: Period, checks: readonly Check[], actor: Actor): string[] {
  const has = (role: string) => actor.posts.some((post) => post.role === role);
  const canClose = isClosable(checks);
  return periodGraph
    .filter(({ from }) => from.includes(found.state))
    .filter(({ act, who }) => {
      if (who.includes('finance')) return has('finance') && canClose;
      if (!who.includes('another') || !has('finance-checker')) return false;
      return isAnother(found, actor) && (act !== 'approve' || canClose);
    })
    .map(({ act }) => act);
}

/** What is answered to an act. */
export const actedOn = (
  { id, state, version }: Period,
  actions: readonly string[],
): { status: number; headers: Record<string, string>; body: object } => ({
  status: 200,
  headers: { ETag: `"${version}"` },
  body: { id, status: state, version, actions },
});
