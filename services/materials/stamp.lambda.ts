import { CopyDueV1 } from '#events/materials/copy-due.v1';
import { on, queueHandler } from '#shared/queue';
import { copyDeps } from './deps.ts';
import { openFiles } from './files.ts';
import { makeCopy } from './functions/copy/make-copy.ts';
import { copyStore } from './stores/copies.ts';

export const handler = queueHandler(
  [on(CopyDueV1, 'materials.make-copy', makeCopy)],
  copyDeps({ openFiles, copyStore }),
);
