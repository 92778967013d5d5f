import * as z from 'zod';
import { once } from '#shared/once';
import type { FormSchema } from '../form/form.ts';
import { stepsOf } from '../form/pointer.ts';

const node = once(() =>
  z.object({
    type: z.unknown().optional(),
    'x-mask': z.string().optional(),
    'x-same-as': z.string().optional(),
    properties: z.record(z.string(), z.unknown()).optional(),
    items: z.unknown().optional(),
  }),
);
type Node = z.infer<ReturnType<typeof node>>;

/** Whether a form has an address where a pointer leads: one line that it masks as one, or shares as one. */
export function isAddress(schema: FormSchema, pointer: string): boolean {
  const found = stepsOf(pointer).reduce<Node | undefined>(within, read(schema));
  if (found?.type !== 'string') return false;
  return found['x-mask'] === 'address' || /[.-]address$/.test(found['x-same-as'] ?? '');
}

const read = (schema: unknown): Node | undefined => node().safeParse(schema).data;

function within(at: Node | undefined, step: string): Node | undefined {
  if (at?.type === 'array') return /^\d+$/.test(step) ? read(at.items) : undefined;
  return read(new Map(Object.entries(at?.properties ?? {})).get(step));
}
