import { httpHandler } from '#shared/http';
import { routes } from './api.ts';
import { paymentsDeps } from './deps.ts';

export const handler = httpHandler(routes, paymentsDeps());
