import * as z from 'zod';
import { once } from '#shared/once';
import { documentKind } from './kind.ts';

/** All that a case has on paper: what its acts owe, and the licence that its grant gives. */
export const paperKind = once(() => z.enum([...documentKind().options, 'licence']));
export type PaperKind = z.infer<ReturnType<typeof paperKind>>;
