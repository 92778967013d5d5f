import { ArchiveDueV1 } from '#events/intake/archive-due.v1';
import type { Bucket } from '#shared/bucket';
import { on, queueHandler } from '#shared/queue';
import type { ArchiveDeps } from '../../services/intake/deps.ts';
import { archiveCase } from '../../services/intake/functions/archive/archive-case.ts';
import { archiveStore } from '../../services/intake/stores/archives.ts';
import type { Results } from './results.ts';
import { sqsEvent } from './sqs-event.ts';

/** The archive over the records of a world; `pack` brings it every order so far, and gives how many failed. */
export function archiveOver({ world, facts }: Results, bucket: Bucket, rest: Partial<ArchiveDeps> = {}) {
  const { table, publisher } = world.deps;
  const packing: ArchiveDeps = { ...world.deps, archives: archiveStore(table, publisher), bucket, ...rest };
  const take = queueHandler([on(ArchiveDueV1, 'intake.archive-case', archiveCase)], packing);
  return {
    packing,
    pack: async () => (await take(sqsEvent(...facts(ArchiveDueV1.type)))).batchItemFailures.length,
  };
}
