import * as z from 'zod';
import { ProgressReportedV1 } from '#events/agency/progress-reported.v1';
import { fact } from '#events/event';
import type { Cause } from '#shared/cause';
import { dueWrites } from '#shared/due';
import { once } from '#shared/once';
import { markWrites, outboxWrites, type Publisher } from '#shared/outbox';
import { ifAbsent, ifSequence, type Condition, type Key, type Table, type Write } from '#shared/table';
import { nextLook, type Progress, type Told } from '../domain/report/progress.ts';

const pkOf = (projectId: string) => `REPORT#${projectId}`;
const toldKey = (projectId: string): Key => ({ pk: pkOf(projectId), sk: 'REC' });
const dueKey = (projectId: string): Key => ({ pk: pkOf(projectId), sk: 'DUE' });

const told = once(() => z.object({ sequence: z.int(), digest: z.string(), day: z.string() }));
const looked = once(() => z.object({ at: z.string(), asked: z.boolean().default(false) }));
/** What follows from the same fact may not be stored yet when a project is looked at: it is looked at once more, so much later. */
const againMs = 3_600_000;

/** What was told, and the look that is due: `asked` by something that has changed. */
export interface Asked {
  told: Told | undefined;
  look: z.infer<ReturnType<typeof looked>> | undefined;
}

/** What a set has told its city of its projects. */
export function reportStore(table: Table, publisher: Publisher) {
  return {
    /** Something of a project has changed: its progress is told with the next walk. */
    ask: (projectId: string, cause: Cause) =>
      table.transact([
        ...markWrites(cause),
        ...dueWrites(pkOf(projectId), { was: undefined, is: cause.at }, cause.at).map((write) =>
          'put' in write ? { put: { ...write.put, asked: true } } : write,
        ),
      ]),

    async of(projectId: string): Promise<Asked> {
      const [record, due] = await table.getAll([toldKey(projectId), dueKey(projectId)]);
      return { told: record && told().parse(record), look: due && looked().parse(due) };
    },

    /** Tells what is news, and when the project is looked at again. Whoever asked for a look meanwhile gets another one. */
    async tell(progress: Progress, { asked, digest, isNews }: Telling, cause: Cause): Promise<void> {
      const { projectId, day } = progress;
      const sequence = (asked.told?.sequence ?? 0) + 1;
      const row = { ...toldKey(projectId), schema: 1, sequence, digest, day };
      const subject = { id: projectId, version: sequence };
      const news: Write[] = [
        { put: row, when: asked.told ? ifSequence(asked.told.sequence) : ifAbsent },
        ...outboxWrites(publisher, subject, { facts: [fact(ProgressReportedV1, progress)], cause }),
      ];
      const writes = [...(isNews ? news : []), ...lookWrites(progress, asked.look, cause.at)];
      if (writes.length > 0) await table.transact(writes);
    },
  };
}

interface Telling {
  asked: Asked;
  digest: string;
  isNews: boolean;
}

function lookWrites(progress: Progress, look: Asked['look'], now: Date): Write[] {
  if (!look) return [];
  const next = nextLook(progress);
  const soon = look.asked ? new Date(now.getTime() + againMs) : undefined;
  const [is] = [next, soon].flatMap((at) => at ?? []).toSorted((a, b) => a.getTime() - b.getTime());
  const when: Condition = { expression: '#at = :at', names: { '#at': 'at' }, values: { ':at': look.at } };
  const writes = dueWrites(pkOf(progress.projectId), { was: new Date(look.at), is }, now);
  return writes.map((write) => ('put' in write || 'remove' in write ? { ...write, when } : write));
}
