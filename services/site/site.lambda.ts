import { siteDeps } from './deps.ts';
import { answer } from './functions/answer.ts';

export const handler = answer(siteDeps());
