import { AuthorityChangedV1 } from '#events/agency/authority-changed.v1';
import { fact, type Fact } from '#events/event';
import { drafted } from './graph.ts';
import { officerIn, type Mandate, type Mandated } from './mandate.ts';

type AuthorityState = 'active' | 'suspended' | 'ended';

/** What a mandate makes of an officer's authority; undefined where he never had one. What is done at the window rests until it goes on. */
function stateOf({ state }: Mandate, { from, until }: Mandated): AuthorityState | undefined {
  if (!from || drafted.includes(state)) return undefined;
  if (until) return 'ended';
  return state === 'acting' ? 'active' : state === 'done-at-window' ? 'suspended' : 'ended';
}

/** A fact for each officer whose authority is another than before. */
export function authorityFacts(before: Mandate | undefined, after: Mandate): { authorityId: string; told: Fact }[] {
  return after.officers.flatMap((one) => {
    const was = before?.officers.find(({ authorityId }) => authorityId === one.authorityId);
    const [old, state] = [before && was && stateOf(before, was), stateOf(after, one)];
    return state && state !== old ? [{ authorityId: one.authorityId, told: factOf(after, one, state) }] : [];
  });
}

function factOf(found: Mandate, { partyId, authorityId, from, until }: Mandated, state: AuthorityState): Fact {
  const { principal, items, stages, projectId, askedAt } = found;
  const end = until ?? found.until;
  return fact(AuthorityChangedV1, {
    authorityId,
    kind: 'officer',
    principal,
    delegate: partyId,
    scope: { items, stages, projectId },
    from: (from ?? askedAt).toISOString(),
    ...(end && { until: end.toISOString() }),
    state,
  });
}

interface Wish {
  officer: string;
  stage: number;
  item: string;
  at: Date;
}

/** Whether this officer may act for this item of a stage now: by a mandate that is live, and nothing else. */
export function mayAct(found: Mandate, { officer, stage, item, at }: Wish): boolean {
  const { state, until, stages, items } = found;
  if (state !== 'acting' || (until && until <= at) || !stages.includes(stage)) return false;
  if (!items.includes('*') && !items.includes(item)) return false;
  return officerIn(found)?.partyId === officer;
}
