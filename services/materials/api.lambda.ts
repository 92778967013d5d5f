import { httpHandler } from '#shared/http';
import { routes } from './api.ts';
import { materialsDeps } from './deps.ts';

export const handler = httpHandler(routes, materialsDeps());
