import type { CaseCopy, ToldOfCase } from './case-copy.ts';
import type { CaseState } from './item-case.ts';

/** What has become of a case, by all that was told of it. */
export interface CaseLife {
  state: CaseState;
  acceptedAt?: Date | undefined;
  /** The end of its promised limit, while that runs. */
  dueAt?: Date | undefined;
  endedAt?: Date | undefined;
  pauses: readonly { from: Date; until?: Date }[];
  /** The case in which it goes on elsewhere. */
  forwardedTo?: string | undefined;
}

const begun: CaseLife = { state: 'open', pauses: [] };

export const lifeOf = ({ told }: Pick<CaseCopy, 'told'>): CaseLife => told.reduce(after, begun);

function after(life: CaseLife, { at, dueAt, forwardedTo, ...said }: ToldOfCase): CaseLife {
  const state = stateOf(said);
  const isOver = state !== 'open' && state !== 'paused';
  // What is told again of a case that has ended moves its end no more.
  const endedAt = isOver && state === life.state ? life.endedAt : at;
  return {
    state,
    acceptedAt: life.acceptedAt ?? (said.state === 'accepted' ? at : undefined),
    dueAt: isOver ? undefined : dueAt,
    endedAt: isOver ? endedAt : undefined,
    pauses: pausesAfter(life.pauses, state, at),
    forwardedTo,
  };
}

function stateOf({ state, outcome }: Pick<ToldOfCase, 'state' | 'outcome'>): CaseState {
  if (state === 'suspended' || state === 'supplementing') return 'paused';
  if (state === 'decided') return outcome === 'granted' || outcome === 'refused' ? outcome : 'ended';
  return state === 'withdrawn' ? 'ended' : 'open';
}

function pausesAfter(pauses: CaseLife['pauses'], state: CaseState, at: Date): CaseLife['pauses'] {
  const last = pauses.at(-1);
  const isPaused = last !== undefined && last.until === undefined;
  if (state === 'paused') return isPaused ? pauses : [...pauses, { from: at }];
  return isPaused ? [...pauses.slice(0, -1), { ...last, until: at }] : pauses;
}
