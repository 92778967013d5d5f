import * as z from 'zod';

const node = z.looseObject({
  type: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.string()).optional(),
  format: z.string().optional(),
  description: z.string().optional(),
  required: z.array(z.string()).optional(),
  get properties() {
    return z.record(z.string(), node).optional();
  },
  get items() {
    return node.optional();
  },
});
/** The parts of a JSON Schema that contracts use. */
export type SchemaNode = z.infer<typeof node>;

/** A contract as JSON Schema 2020-12 of what a consumer takes: unknown fields are allowed. */
export function jsonSchemaOf(schema: z.ZodType): SchemaNode {
  const made = z.toJSONSchema(schema, { io: 'input', override: ({ jsonSchema }) => leaner(jsonSchema) });
  delete made.$schema;
  return readSchema(made);
}

export const readSchema = (value: unknown): SchemaNode => node.parse(value);

/** Where a format says all, zod's pattern for it (several hundred characters) and the limits of safe numbers say it worse. */
export function leaner(schema: { format?: unknown; pattern?: unknown; maximum?: unknown; minimum?: unknown }): void {
  if (schema.format !== undefined) delete schema.pattern;
  if (schema.maximum === Number.MAX_SAFE_INTEGER) delete schema.maximum;
  if (schema.minimum === Number.MIN_SAFE_INTEGER) delete schema.minimum;
}

export interface Field {
  path: string;
  kind: string;
  required: boolean;
  description: string;
}

/** Every field of a schema, `materials[].version` for those of a list's entries. */
export function fieldsOf({ properties = {}, required = [] }: SchemaNode, prefix = ''): Field[] {
  return Object.entries(properties).flatMap(([name, inner]) => {
    const path = `${prefix}${name}`;
    const field = {
      path,
      kind: kindOf(inner),
      required: required.includes(name),
      description: inner.description ?? '',
    };
    const below = inner.items ? fieldsOf(inner.items, `${path}[].`) : fieldsOf(inner, `${path}.`);
    return [field, ...below];
  });
}

function kindOf({ type = 'any', format, enum: values, items }: SchemaNode): string {
  if (values) return values.map((value) => `\`${value}\``).join(' ');
  if (items) return `list of ${items.type ?? 'any'}`;
  return format ?? type;
}
