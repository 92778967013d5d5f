import { publishHandler } from '#shared/publish';
import { publishDeps } from './deps.ts';

export const handler = publishHandler(publishDeps());
