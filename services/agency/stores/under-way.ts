import * as z from 'zod';
import { once } from '#shared/once';
import { ifAbsent, type Key, type Table, type Write } from '#shared/table';
import type { Kept, RecordChange } from '../domain/record-change.ts';

export interface OfStage extends Kept {
  projectId: string;
  stage: number;
}
type Stage = Pick<OfStage, 'projectId' | 'stage'>;

const pointer = once(() => z.object({ id: z.uuid() }));

/** The record of a stage that is under way: one at a time, until it is over. */
export function underWay<Of extends OfStage>(table: Pick<Table, 'get'>, name: string, isOver: (kept: Of) => boolean) {
  const keyOf = ({ projectId, stage }: Stage): Key => ({ pk: `${name}-OF#${projectId}#${stage}`, sk: 'REC' });
  return {
    liveOf: async (of: Stage): Promise<string | undefined> => {
      const row = await table.get(keyOf(of));
      return row && pointer().parse(row).id;
    },

    liveWrites: ({ before, after }: RecordChange<Of>): Write[] => {
      if (!before) return [{ put: { ...keyOf(after), schema: 1, id: after.id }, when: ifAbsent }];
      return isOver(after) ? [{ remove: keyOf(after) }] : [];
    },
  };
}
