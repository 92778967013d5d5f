import { objectHandler } from '#shared/object-queue';
import { checkDeps } from './deps.ts';
import { openFiles } from './files.ts';
import { clamdScanner } from './scanner/clamd.ts';
import { checkUpload } from './functions/check/check-upload.ts';

const deps = checkDeps({ openFiles, clamdScanner });

export const handler = objectHandler(deps, checkUpload(deps));
