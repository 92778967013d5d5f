import * as z from 'zod';
import { once } from '#shared/once';

/** Of an act that needs nothing but its path. */
export const noBody = once(() => z.strictObject({}));
