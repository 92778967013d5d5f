import * as z from 'zod';

/** How a batch stands. `checking`: its file is read as a whole; nothing of it is sent before another person has approved it. */
export const batchState = z.enum([
  'awaiting-file',
  'checking',
  'invalid',
  'to-approve',
  'scheduled',
  'sending',
  'paused',
  'done',
  'cancelled',
  'lapsed',
  'stopped',
]);
export type BatchState = z.infer<typeof batchState>;
export type BatchAct =
  | 'confirm'
  | 'find-sound'
  | 'find-faults'
  | 'approve'
  | 'begin'
  | 'put-off'
  | 'go-on'
  | 'finish'
  | 'pause'
  | 'resume'
  | 'cancel'
  | 'lapse'
  | 'stop';

interface BatchArrow {
  act: BatchAct;
  from: readonly BatchState[];
  to: BatchState;
  who: readonly ('editor' | 'publisher' | 'clock' | 'service')[];
  when?: string;
}

/** (from, act, who) → to. What has ended never begins again. */
export const batchGraph: readonly BatchArrow[] = [
  { act: 'confirm', from: ['awaiting-file'], to: 'checking', who: ['editor'], when: 'its file has come' },
  { act: 'find-sound', from: ['checking'], to: 'to-approve', who: ['service'], when: 'no row has a fault' },
  { act: 'find-faults', from: ['checking'], to: 'invalid', who: ['service'] },
  { act: 'approve', from: ['to-approve'], to: 'scheduled', who: ['publisher'], when: 'somebody else has made it' },
  { act: 'begin', from: ['scheduled'], to: 'sending', who: ['clock', 'service'], when: 'its time has come' },
  {
    act: 'put-off',
    from: ['sending'],
    to: 'scheduled',
    who: ['service'],
    when: 'it is quiet for all who come next',
  },
  { act: 'go-on', from: ['checking'], to: 'checking', who: ['clock'], when: 'whoever read it was killed' },
  { act: 'go-on', from: ['sending'], to: 'sending', who: ['service', 'clock'], when: 'a turn is over, or was killed' },
  { act: 'finish', from: ['sending'], to: 'done', who: ['service'], when: 'every row is told' },
  { act: 'pause', from: ['scheduled', 'sending'], to: 'paused', who: ['editor', 'publisher'] },
  { act: 'resume', from: ['paused'], to: 'scheduled', who: ['editor', 'publisher'] },
  {
    act: 'cancel',
    from: ['awaiting-file', 'checking', 'to-approve', 'scheduled', 'sending', 'paused'],
    to: 'cancelled',
    who: ['editor', 'publisher'],
  },
  {
    act: 'lapse',
    from: ['awaiting-file', 'to-approve', 'paused'],
    to: 'lapsed',
    who: ['clock'],
    when: 'no file came for a day, or nobody did anything for thirty',
  },
  { act: 'stop', from: ['sending'], to: 'stopped', who: ['service'], when: 'its rows are not those that were checked' },
];

/** Where an act leads; undefined where there is no such way. */
export function batchStep(from: BatchState, act: BatchAct): BatchState | undefined {
  return batchGraph.find((one) => one.act === act && one.from.includes(from))?.to;
}

/** Nothing leads on from here: its rows are of no more use. */
export const isOver = (state: BatchState): boolean => batchGraph.every(({ from }) => !from.includes(state));
