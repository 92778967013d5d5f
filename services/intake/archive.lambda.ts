import { ArchiveDueV1 } from '#events/intake/archive-due.v1';
import { openBucket } from '#shared/bucket';
import { on, queueHandler } from '#shared/queue';
import { archiveDeps } from './deps.ts';
import { archiveCase } from './functions/archive/archive-case.ts';
import { archiveStore } from './stores/archives.ts';

const deps = archiveDeps({ openBucket, archiveStore });

export const handler = queueHandler([on(ArchiveDueV1, 'intake.archive-case', archiveCase)], deps);
