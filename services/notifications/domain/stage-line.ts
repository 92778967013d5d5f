import type { StageChangedV1 } from '#events/intake/stage-changed.v1';
import type { ReceivedOf } from '#events/event';
import type { Line } from './line.ts';

type Staged = Pick<ReceivedOf<typeof StageChangedV1>, 'id' | 'time' | 'district' | 'data'>;

const saidOf = new Map([
  ['give-notice', 'stage-noticed'],
  ['accept-stage', 'stage-accepted'],
  ['accept-silently', 'stage-accepted-silently'],
] as const);

/** What is done to all cases of a stage is told once; that it was handed in, and is done, its bundle tells. */
export function lineOfStage({ id, time, district, data }: Staged): Line | undefined {
  const { bundleId, stage, partyId, reasonCode } = data;
  const message = [...saidOf].find(([act]) => act === reasonCode)?.[1];
  return message && { id, partyId, bundleId, bundleKey: `stage-${stage}`, district, at: time, message };
}
