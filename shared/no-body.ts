import * as z from 'zod';
import { once } from '#shared/once';

/** The body of an act that needs nothing but its path: an object without members; any member is `unknown-field` (400). */
export const noBody = once(() => z.strictObject({}).meta({ id: 'NoInput' }));
