import { AuthorityChangedV1 } from '#events/agency/authority-changed.v1';
import { fact, type Fact } from '#events/event';
import { actsIn, stateBy, type RecordChange } from '../record-change.ts';
import type { Authority, Occasion } from './authority.ts';
import { authorityGraph, type AuthorityAct, type AuthorityActor } from './graph.ts';

export type AuthorityChange = RecordChange<Authority>;

/** The dead, and what is deregistered, confirm nothing themselves. */
const confirmers: Record<Occasion, readonly AuthorityActor[]> = {
  death: ['window'],
  deregistration: ['window'],
  'legal-representative-changed': ['principal', 'window'],
};

/** What these may do with an authority: the one graph that also decides. */
export function actionsOn(found: Authority, who: readonly AuthorityActor[]): AuthorityAct[] {
  const may = found.confirm ? confirmers[found.confirm] : [];
  return actsIn(authorityGraph, found.state, who).filter(
    (act) => act !== 'confirm' || who.some((one) => may.includes(one)),
  );
}

/** An authority after an act of one of these; undefined where it may not be done. */
export function changed(
  before: Authority,
  { act, who }: { act: AuthorityAct; who: readonly AuthorityActor[] },
  set: Partial<Authority> = {},
): AuthorityChange | undefined {
  if (!actionsOn(before, who).includes(act)) return undefined;
  const state = stateBy(authorityGraph, before.state, act) ?? before.state;
  const confirm = state === 'to-confirm' ? (set.confirm ?? before.confirm) : undefined;
  const after: Authority = { ...before, ...set, confirm, state, version: before.version + 1 };
  return { before, after, act, facts: toldOf(before, after) };
}

/** Its last moment has passed; undefined before. */
export function expire(found: Authority, at: Date): AuthorityChange | undefined {
  return found.until && found.until <= at ? changed(found, { act: 'expire', who: ['agency'] }) : undefined;
}

/** When the clock looks at it. */
export const dueAt = ({ state, until }: Authority): Date | undefined => (state === 'ended' ? undefined : until);

/** The facts of a change, for all sets: nobody is told of what never was in force. */
export function toldOf(before: Authority | undefined, after: Authority): Fact[] {
  const { id: authorityId, state, kind, principal, delegate, scope, from, until, confirm } = after;
  const never = before === undefined || before.state === 'proposed';
  if (state === 'proposed' || (never && state === 'ended')) return [];
  const told = {
    authorityId,
    kind,
    principal,
    delegate,
    scope,
    from: from.toISOString(),
    ...(until && { until: until.toISOString() }),
    state,
    ...(confirm && { confirm }),
  };
  return [fact(AuthorityChangedV1, told, '*')];
}
