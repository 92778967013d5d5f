import * as z from 'zod';
import { once } from '#shared/once';
import { limits } from '../domain/settings/settings.ts';

export const limitsBody = once(() => limits().meta({ id: 'HelpLimits', description: 'Working days' }));
export const limitsReply = once(() =>
  z.object({ version: z.int().min(1), limits: limitsBody() }).meta({ id: 'HelpSettings' }),
);
