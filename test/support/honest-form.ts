import * as z from 'zod';
import { schemaCheck } from '#shared/json-schema';
import { messages } from '#shared/locale';
import { identifierKinds, identifiersOf } from '../../services/intake/domain/form/identifiers.ts';
import { faultOf, numbersIn } from '../../services/intake/domain/form/numbers.ts';

const node = z.looseObject({
  title: z.string().optional(),
  'x-title-en': z.string().optional(),
  'x-mask': z.string().optional(),
  'x-same-as': z.string().optional(),
  'x-source': z.string().optional(),
  'x-identifier': z.enum(identifierKinds).optional(),
  type: z.enum(['object', 'array', 'string', 'number', 'integer', 'boolean']),
  minLength: z.number().optional(),
  maxLength: z.number().optional(),
  pattern: z.string().optional(),
  format: z.string().optional(),
  const: z.unknown().optional(),
  enum: z.array(z.string()).optional(),
  minimum: z.number().optional(),
  maximum: z.number().optional(),
  minItems: z.number().optional(),
  required: z.array(z.string()).optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  items: z.unknown().optional(),
});
export type FormNode = z.infer<typeof node>;

/** A value in a form with its place there and the rules that it stands under. */
export interface Leaf {
  path: (string | number)[];
  rules: FormNode;
  value: unknown;
}

const samples = [
  '示例甲示例乙',
  '示例路1号示例楼2层',
  '350199199001010015',
  '91350199MA00000015',
  '13800000000',
  'shili@example.com',
  '2026-01-05',
  '19:30',
  '2026-350199-92-01-065353',
  '350199000000001',
  '闽A00000',
];

/** A form that fits its schema with every field filled in, the optional ones too; the same each time. Nobody's data. */
export function honestForm(schema: unknown): Record<string, unknown> {
  const { properties = {} } = node.parse(schema);
  return Object.fromEntries(Object.entries(properties).map(([name, rules]) => [name, honest(rules)]));
}

function honest(schema: unknown): unknown {
  const rules = node.parse(schema);
  if (rules.const !== undefined) return rules.const;
  if (rules.enum) return rules.enum[0];
  if (rules.type === 'object') return honestForm(schema);
  if (rules.type === 'array')
    return Array.from({ length: Math.max(1, rules.minItems ?? 0) }, () => honest(rules.items));
  if (rules.type === 'boolean') return true;
  if (rules.type === 'string') return fittingText(rules);
  return Math.min(Math.max(1, rules.minimum ?? 1), rules.maximum ?? 1);
}

// Reading a schema costs more than all else here, and most fields stand under the rules of another.
const found = new Map<string, string>();

function fittingText({ type, minLength, maxLength, pattern, format, 'x-identifier': number }: FormNode): string {
  const rules = { type, minLength, maxLength, pattern, format, 'x-identifier': number };
  const name = JSON.stringify(rules);
  const text = found.get(name) ?? samples.find((sample) => fits(rules, sample));
  if (text === undefined) throw new Error(`no sample fits ${name}`);
  found.set(name, text);
  return text;
}

function fits(rules: object, text: string): boolean {
  const schema = { type: 'object', properties: { text: rules } };
  const isNumber = numbersIn({ text }, identifiersOf(schema)).every((one) => !faultOf(one, '2026-08-03'));
  return isNumber && schemaCheck(schema)({ text }, messages.en).length === 0;
}

/** Every single value of a form, in order. */
export function leavesOf(schema: unknown, value: unknown, path: (string | number)[] = []): Leaf[] {
  const rules = node.parse(schema);
  if (Array.isArray(value)) return value.flatMap((one, n) => leavesOf(rules.items, one, [...path, n]));
  if (typeof value !== 'object' || value === null) return [{ path, rules, value }];
  return Object.entries(value).flatMap(([name, one]) => leavesOf(rules.properties?.[name], one, [...path, name]));
}

/** Every described field of a schema, with its name; lists and groups before what is in them. */
export function fieldsOf(schema: unknown, name = ''): { name: string; rules: FormNode }[] {
  const rules = node.parse(schema);
  const inner = Object.entries(rules.properties ?? {}).flatMap(([key, one]) => fieldsOf(one, `${name}/${key}`));
  const entries = rules.type === 'array' ? fieldsOf(rules.items, `${name}/*`) : [];
  return [{ name, rules }, ...inner, ...entries];
}

/** The same value with another at one place; `undefined` takes it away. */
export function changedAt(value: unknown, [step, ...rest]: readonly (string | number)[], to: unknown): unknown {
  if (step === undefined) return to;
  if (Array.isArray(value)) return value.map((one, n) => (n === step ? changedAt(one, rest, to) : one));
  const entries = Object.entries(value ?? {}).map(([key, one]) => [key, key === step ? changedAt(one, rest, to) : one]);
  return Object.fromEntries(entries.filter(([, one]) => one !== undefined));
}
