import * as z from 'zod';
import { once } from '#shared/once';

const key = once(() => z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/));

export const resource = once(() =>
  z
    .object({
      key: key(),
      name: z.string(),
      nameEn: z.string(),
      provider: z.object({ district: key(), department: key() }).meta({ description: 'The department that holds it' }),
      class: z.union([z.literal(1), z.literal(2), z.literal(3)]).meta({
        description: '1: shared with every office. 2: on request, which its provider answers. 3: not shared, by law',
      }),
      basis: z.string(),
      from: z.iso.date().meta({ description: 'From this day on it is provided (共享时间表)' }),
      fields: z.array(z.object({ key: key(), name: z.string(), nameEn: z.string() })),
    })
    .meta({ id: 'SharedResource' }),
);
export const resourceList = once(() => z.object({ items: z.array(resource()) }).meta({ id: 'SharedResourceList' }));
