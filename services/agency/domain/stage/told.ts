import type { ReceivedOf } from '#events/event';
import type { StageChangedV1 } from '#events/intake/stage-changed.v1';
import type { RoundChange } from './change.ts';
import type { Round } from './round.ts';

type Told = Pick<ReceivedOf<typeof StageChangedV1>, 'data' | 'sequence'>;

/** A round with what a fact tells of its bundle; undefined where that was told before. */
export function tell(round: Round, { data, sequence }: Told): RoundChange | undefined {
  const { bundleId, state, at, items } = data;
  if (round.told.some((one) => one.sequence === sequence)) return undefined;
  const isLast = round.told.every((one) => one.sequence < sequence);
  const told = [...round.told, { sequence, at: new Date(at), state }].toSorted((a, b) => a.sequence - b.sequence);
  const answered = isLast ? items.map(({ department, ...item }) => item) : round.answered;
  const after = { ...round, version: round.version + 1, bundleId, told, answered };
  return { before: round, round: after, act: 'note', facts: [] };
}
