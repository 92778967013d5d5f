import * as z from 'zod';

/** A form's rules: JSON Schema 2020-12, with `x-mask` on what is personal. */
export type FormSchema = Record<string, unknown>;
export type Form = Record<string, unknown>;

const maskKind = z.enum(['name', 'document-number', 'phone', 'mail', 'address']);
export type MaskKind = z.infer<typeof maskKind>;

export const mask = z.object({ path: z.array(z.string()), kind: maskKind });
export type Mask = z.infer<typeof mask>;
const described = z.object({
  'x-mask': maskKind.optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
});

/** Why a form's rules cannot be used; undefined when they can. */
export function formFault(schema: FormSchema): string | undefined {
  if (schema['type'] !== 'object') return 'a form is an object';
  try {
    z.fromJSONSchema(schema);
    masksOf(schema);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : 'the schema cannot be read';
  }
}

export type FormReader = (form: Form, messages: z.core.$ZodErrorMap) => readonly z.core.$ZodIssue[];

/** Reads the rules once and gives a check: every fault of a form, none when it may be handed in. */
export function formReader(schema: FormSchema): FormReader {
  const rules = z.fromJSONSchema(schema);
  return (form, messages) => rules.safeParse(form, { error: messages }).error?.issues ?? [];
}

/** Where personal data stand in a form; `*` stands for every entry of a list. */
export function masksOf(schema: unknown, path: string[] = []): Mask[] {
  const node = described.safeParse(schema).data;
  if (!node) return [];
  return [
    ...(node['x-mask'] ? [{ path, kind: node['x-mask'] }] : []),
    ...Object.entries(node.properties ?? {}).flatMap(([name, inner]) => masksOf(inner, [...path, name])),
    ...masksOf(node.items, [...path, '*']),
  ];
}
