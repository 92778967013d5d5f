import * as z from 'zod';
import { once } from '#shared/once';
import type { FormSchema } from './form.ts';

/** What `x-identifier` may say that a text is: a number with rules of its own, which JSON Schema cannot tell. */
export const identifierKinds = [
  'identity-number',
  'uscc',
  'document-number',
  'document-number-or-uscc',
  'project-code',
] as const;
export type IdentifierKind = (typeof identifierKinds)[number];

/** Kinds of documents that a field beside a `document-number` may name (`x-identifier-kind`). */
export const formDocumentKinds = [
  'resident-id',
  'hk-macau-permit',
  'taiwan-permit',
  'passport',
  'foreign-permanent-resident',
] as const;

/** A field that holds such a number: where (`*`: every entry of a list), and what it is called. */
export interface Identifier {
  path: readonly string[];
  kind: IdentifierKind;
  /** The field beside it that says of which kind of document it is. */
  kindAt?: string | undefined;
  source?: string | undefined;
  sameAs?: string | undefined;
  title: { zh: string; en: string };
}

const described = once(() =>
  z.looseObject({
    type: z.unknown().optional(),
    title: z.string().optional(),
    'x-title-en': z.string().optional(),
    'x-identifier': z.enum(identifierKinds).optional(),
    'x-identifier-kind': z.string().optional(),
    'x-source': z.string().optional(),
    'x-same-as': z.string().optional(),
    enum: z.array(z.string()).optional(),
    properties: z.record(z.string(), z.unknown()).optional(),
    items: z.unknown().optional(),
  }),
);

/** Where the numbers stand in a form. */
export function identifiersOf(schema: unknown, path: readonly string[] = []): Identifier[] {
  const node = described().safeParse(schema).data;
  if (!node) return [];
  const { title = '', 'x-title-en': en = title, 'x-identifier': kind, properties = {}, items } = node;
  const [source, sameAs, kindAt] = [node['x-source'], node['x-same-as'], node['x-identifier-kind']];
  return [
    ...(kind && node.type === 'string' ? [{ path, kind, kindAt, source, sameAs, title: { zh: title, en } }] : []),
    ...Object.entries(properties).flatMap(([name, inner]) => identifiersOf(inner, [...path, name])),
    ...(items === undefined ? [] : identifiersOf(items, [...path, '*'])),
  ];
}

/**
 * Why the numbers of a form would not all be checked; undefined when they will: an unknown kind, one on anything but a text,
 * one in a part that `identifiersOf` does not look into, or one whose kind of document nothing beside it tells.
 */
export function identifierFault(schema: FormSchema): string | undefined {
  if (count(schema) !== identifiersOf(schema).length) {
    return `x-identifier: one of ${identifierKinds.join(', ')}, on a text directly below properties or items`;
  }
  const blind = identifiersOf(schema).find((one) => one.kindAt !== undefined && !isTold(schema, one));
  return blind && `x-identifier-kind: ${blind.path.join('/')} needs a choice of kinds of documents beside it`;
}

const isKind = (one: string) => formDocumentKinds.some((kind) => kind === one);

function isTold(schema: FormSchema, { path, kind, kindAt = '' }: Identifier): boolean {
  const parent = path.slice(0, -1).reduce<unknown>((at, step) => {
    const node = described().safeParse(at).data;
    return step === '*' ? node?.items : node?.properties?.[step];
  }, schema);
  const choice = described().safeParse(described().safeParse(parent).data?.properties?.[kindAt]).data?.enum;
  return kind === 'document-number' && choice !== undefined && choice.every(isKind);
}

function count(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const inner = Object.values(value).reduce<number>((sum, one) => sum + count(one), 0);
  return inner + (Object.hasOwn(value, 'x-identifier') ? 1 : 0);
}
