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
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : 'it cannot be read';
  }
}

/** Reads a schema once and gives its check. Import this file on demand: reading JSON Schema brings all of zod along. */
export function schemaCheck(schema: JsonSchema): SchemaCheck {
  const rules = z.fromJSONSchema(schema);
  return (value, messages) => rules.safeParse(value, { error: messages }).error?.issues ?? [];
}
