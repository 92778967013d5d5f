import { httpHandler } from '#shared/http';
import { routes } from './api.ts';
import { agencyDeps } from './deps.ts';

export const handler = httpHandler(routes, agencyDeps());
