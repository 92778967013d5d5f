import * as z from 'zod';
import type { Cause } from '#shared/cause';
import { markWrites } from '#shared/outbox';
import { plain } from '#shared/plain';
import { ifAbsent, type Condition, type Key, type Table, type Write } from '#shared/table';
import { stagePlan, type StagePlan } from '../domain/bundle/stage-plan.ts';

type Stage = Pick<StagePlan, 'projectId' | 'stage'>;

const planKey = ({ projectId, stage }: Stage): Key => ({ pk: `STAGE#${projectId}#${stage}`, sk: 'REC' });
const roundKey = (stage: Stage, round: number): Key => ({ ...planKey(stage), sk: `ROUND#${round}` });

/** Intake's copies of the stages that agency has planned, and which bundle each round of one has. */
export function stagePlanStore(table: Table) {
  return {
    async get(stage: Stage): Promise<StagePlan | undefined> {
      const row = await table.get(planKey(stage));
      return row && stagePlan().parse(row);
    },

    /** Stores what a fact tells; `known` is what was read, absent where nothing was. */
    async follow(plan: StagePlan, known: StagePlan | undefined, cause: Cause): Promise<void> {
      const row = { ...planKey(plan), schema: 1, ...plain(plan) };
      await table.transact([...markWrites(cause), { put: row, when: known ? ifStill(known) : ifAbsent }]);
    },

    /** The bundle that a round has; a draft that was given up keeps its place until another takes it. */
    async bundleOf(stage: Stage, round: number): Promise<string | undefined> {
      const row = await table.get(roundKey(stage, round));
      return row && z.string().parse(row['bundleId']);
    },
  };
}

const ifStill = ({ round, sequence }: StagePlan): Condition => ({
  expression: '#round = :round AND #sequence = :sequence',
  names: { '#round': 'round', '#sequence': 'sequence' },
  values: { ':round': round, ':sequence': sequence },
});

interface Claimed extends Stage {
  round: number;
  /** The draft that was given up, whose place it takes. */
  instead?: string | undefined;
}

/** A round has one bundle: whoever opens a second loses the race. */
export function claimWrites(bundleId: string, { round, instead, ...stage }: Claimed): Write[] {
  const when: Condition =
    instead === undefined ? ifAbsent : { expression: 'bundleId = :was', values: { ':was': instead } };
  return [{ put: { ...roundKey(stage, round), schema: 1, bundleId }, when }];
}
