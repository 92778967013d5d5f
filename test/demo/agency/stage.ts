import * as z from 'zod';
import { eventually, type Answer } from '../../support/hall.ts';
import { accepted } from './accepted.ts';
import { projectPath, type Carried } from './carried.ts';
import { decidedAll, type OpenPart } from './decided.ts';
import { handedIn } from './handed-in.ts';
import type { Mending } from './mended.ts';

export interface Course {
  lacking?: readonly Mending[];
  /** What happens with the cases of a wave before they are decided. */
  beforeWave?: (wave: number, open: readonly OpenPart[]) => Promise<void>;
}

/** A stage from its plan to its last decision; gives the path of its bundle. */
export async function stageStory(
  carried: Carried,
  n: number,
  { lacking = [], beforeWave }: Course = {},
): Promise<string> {
  const handed = await handedIn(carried, n);
  await accepted(carried, handed, lacking);
  await decidedAll(carried, handed, beforeWave);
  const { hall, officer, projectId, story } = carried;
  await story.step(
    `阶段办结 · stage ${n} is granted`,
    () => eventually(() => hall.as(officer).get(projectPath(projectId, `stages/${n}`)), isGranted),
    isGranted,
  );
  return handed.path;
}

const stage = z.object({ rounds: z.array(z.object({ status: z.string() })).min(1) });
const isGranted = ({ body }: Answer) => stage.safeParse(body).data?.rounds.at(-1)?.status === 'granted';
