import * as z from 'zod';
import { once } from '#shared/once';
import { text } from '#shared/text';
import { officerParam } from './officer.ts';

export const handOverAllBody = once(() =>
  z
    .strictObject({
      to: z.string().regex(officerParam).optional().meta({ description: 'Party of the officer who takes them all' }),
      team: z.uuid().optional().meta({ description: 'Or the team whose members take them by load' }),
      reasons: text(500),
    })
    .refine(({ to, team }) => (to === undefined) !== (team === undefined))
    .meta({ id: 'HandOverAllInput', description: 'To an officer or to a team, not both' }),
);

const count = z.int;
const status = once(() => z.enum(['moving', 'done']));
export const handOverBegun = once(() =>
  z.object({ id: z.uuid(), status: status(), moved: count(), total: count() }).meta({ id: 'HandOverBegun' }),
);
export const handOverReply = once(() =>
  z
    .object({
      id: z.uuid(),
      from: z.string(),
      to: z.string().optional(),
      team: z.uuid().optional(),
      reasons: z.string(),
      status: status(),
      moved: count(),
      total: count().meta({ description: 'How many he carried when it began' }),
      left: count().meta({ description: 'Passed over, as nobody of the team was there' }),
      remaining: count().meta({ description: 'How many he carries now' }),
      begunAt: z.iso.datetime(),
    })
    .meta({ id: 'HandOver' }),
);
