import { httpHandler } from '#shared/http';
import { routes } from './api.ts';
import { intakeDeps } from './deps.ts';

export const handler = httpHandler(routes, intakeDeps());
