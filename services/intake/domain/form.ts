import * as z from 'zod';
import { once } from '#shared/once';

/** A form's rules: JSON Schema 2020-12, with `x-mask` on what is personal. */
export type FormSchema = Record<string, unknown>;
export type Form = Record<string, unknown>;

const maskKind = once(() => z.enum(['name', 'document-number', 'phone', 'mail', 'address']));
export type MaskKind = z.infer<ReturnType<typeof maskKind>>;

export const mask = once(() => z.object({ path: z.array(z.string()), kind: maskKind() }));
export type Mask = z.infer<ReturnType<typeof mask>>;
const described = once(() =>
  z.object({
    'x-mask': maskKind().optional(),
    properties: z.record(z.string(), z.unknown()).optional(),
    items: z.unknown().optional(),
  }),
);

/** Where personal data stand in a form; `*` stands for every entry of a list. */
export function masksOf(schema: unknown, path: string[] = []): Mask[] {
  const node = described().safeParse(schema).data;
  if (!node) return [];
  return [
    ...(node['x-mask'] ? [{ path, kind: node['x-mask'] }] : []),
    ...Object.entries(node.properties ?? {}).flatMap(([name, inner]) => masksOf(inner, [...path, name])),
    ...masksOf(node.items, [...path, '*']),
  ];
}
