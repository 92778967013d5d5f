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
  // Most of a schema is no schema itself, and a failed reading costs more than many that succeed.
  const node = typeof schema === 'object' ? described().safeParse(schema).data : undefined;
  if (!node) return [];
  return [
    ...(node['x-mask'] ? [{ path, kind: node['x-mask'] }] : []),
    ...Object.entries(node.properties ?? {}).flatMap(([name, inner]) => masksOf(inner, [...path, name])),
    ...masksOf(node.items, [...path, '*']),
  ];
}

/** What of a form another one asks for as well, by name: what it does not know it need not have. */
export function carried(form: Form, schema: FormSchema): Form {
  const known = described().safeParse(schema).data?.properties ?? {};
  return Object.fromEntries(Object.entries(form).filter(([name]) => Object.hasOwn(known, name)));
}

/**
 * Why the masks of a form would not all be found; undefined when they will. A mask of an unknown kind, or one in a part
 * that `masksOf` does not look into (`oneOf`, `$defs`, …), would leave personal data in the open.
 */
export function maskFault(schema: FormSchema): string | undefined {
  const hidden = countMasks(schema) - masksOf(schema).length;
  return hidden === 0 ? undefined : 'x-mask: an unknown kind, or not directly below properties or items; or a name *';
}

function countMasks(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value).reduce<number>((sum, one) => sum + countMasks(one), 0);
  // A property named * could not be told from the entries of a list.
  return inner + (Object.hasOwn(value, 'x-mask') || Object.hasOwn(value, '*') ? 1 : 0);
}
