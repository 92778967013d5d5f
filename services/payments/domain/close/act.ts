import { PeriodChangedV1 } from '#events/payments/period-changed.v1';
import { fact, type Fact } from '#events/event';
import { isSamePerson, type Acting } from '../person.ts';
import { periodStep, type PeriodAct } from './graph.ts';
import { kindOfPeriod, type Period } from './period.ts';

/** What an act changes of a day, month or year. */
export interface PeriodChange {
  before: Period | undefined;
  period: Period;
  act: PeriodAct;
  facts: readonly Fact[];
}

interface Said {
  by: string;
  party?: string;
  at: Date;
}

/** One whom nobody has acted on. */
export const openPeriod = (id: string): Period => ({ id, version: 0, state: 'open', timelineHash: '' });

/** Finance says that it can be shut. `ageing`: what is open by then, as it shows it. */
export const propose = (before: Period, proposal: Said, ageing?: string): PeriodChange | undefined =>
  step(before, 'propose', { proposal, ageing, returned: undefined, approval: undefined, proved: undefined });

export const reject = (before: Period, returned: Said & { reason: string }): PeriodChange | undefined =>
  step(before, 'reject', { returned });

/** Another person agrees; the rest is a run's, which this tells. */
export const approve = (before: Period, approval: Said): PeriodChange | undefined =>
  step(before, 'approve', { approval });

/** A part of it is what was sealed. The run goes on with the next by the fact of this. */
export const prove = (before: Period, proved: string): PeriodChange | undefined => step(before, 'prove', { proved });

export const stop = (before: Period, returned: Said & { reason: string }): PeriodChange | undefined =>
  step(before, 'stop', { returned });

export const seal = (before: Period, is: NonNullable<Period['seal']>): PeriodChange | undefined =>
  step(before, 'seal', { seal: is });

/** Whether somebody may decide on it: not who proposed it. */
export const isAnother = ({ proposal }: Period, actor: Acting): boolean =>
  proposal === undefined || !isSamePerson(proposal, actor);

function step(before: Period, act: PeriodAct, is: Partial<Period>): PeriodChange | undefined {
  const state = periodStep(before.state, act);
  if (!state) return undefined;
  const period: Period = { ...before, ...is, state, version: before.version + 1 };
  return { before: before.version > 0 ? before : undefined, period, act, facts: [changed(period)] };
}

const changed = ({ id, state, version }: Period): Fact =>
  fact(PeriodChangedV1, { period: id, kind: kindOfPeriod(id), state, version });
