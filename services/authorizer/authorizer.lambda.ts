import { authorizerDeps } from './deps.ts';
import { authorize } from './functions/authorize.ts';

export const handler = authorize(authorizerDeps());
