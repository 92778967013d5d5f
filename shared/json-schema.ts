import * as z from 'zod';

/** JSON Schema 2020-12, as it is stored. */
export type JsonSchema = Record<string, unknown>;

/** Every fault of a value, none when it fits; messages in the language of the error map. */
export type SchemaCheck = (value: unknown, messages: z.core.$ZodErrorMap) => readonly z.core.$ZodIssue[];

/** Why a schema cannot be used as the schema of an object; undefined when it can. */
export function schemaFault(schema: JsonSchema): string | undefined {
  if (schema['type'] !== 'object') return 'it must describe an object';
  try {
    z.fromJSONSchema(schema);
    return unreadIn(schema);
  } catch (error) {
    return error instanceof Error ? error.message : 'it cannot be read';
  }
}

// Keywords that zod passes over in silence where the type they speak of is not named beside them.
const needsType: Record<string, readonly string[]> = {
  object: ['properties', 'required', 'additionalProperties', 'patternProperties', 'minProperties', 'maxProperties'],
  array: ['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems', 'contains'],
  string: ['pattern', 'minLength', 'maxLength'],
};
const record = z.record(z.string(), z.unknown());

/** A rule that would be read but never enforced; undefined when there is none. */
function unreadIn(schema: unknown): string | undefined {
  const node = record.safeParse(schema).data;
  if (!node) return undefined;
  for (const [type, keywords] of Object.entries(needsType)) {
    const unread = keywords.find((keyword) => keyword in node && node['type'] !== type);
    if (unread) return `${unread} needs "type": "${type}" beside it`;
  }
  const known = record.safeParse(node['properties']).data ?? {};
  const required = z.array(z.string()).safeParse(node['required']).data ?? [];
  const unknown = required.find((name) => !Object.hasOwn(known, name));
  if (unknown !== undefined) return `required names ${unknown}, which properties does not describe`;
  return partsOf(node)
    .map(unreadIn)
    .find((fault) => fault !== undefined);
}

/** The schemas within a schema. */
function partsOf(node: JsonSchema): unknown[] {
  const named = ['properties', 'patternProperties', '$defs'].flatMap((key) => Object.values(node[key] ?? {}));
  const listed = ['allOf', 'anyOf', 'oneOf', 'prefixItems'].flatMap((key) => node[key] ?? []);
  return [...named, ...listed, node['items'], node['additionalProperties'], node['contains']];
}

/** Reads a schema once and gives its check. Import this file on demand: reading JSON Schema brings all of zod along. */
export function schemaCheck(schema: JsonSchema): SchemaCheck {
  const rules = z.fromJSONSchema(schema);
  return (value, messages) => rules.safeParse(value, { error: messages }).error?.issues ?? [];
}
