import * as z from 'zod';
import { once } from '#shared/once';
import type { FormSchema } from './form.ts';

const scalar = once(() =>
  z.object({
    type: z.enum(['string', 'number', 'integer', 'boolean']),
    enum: z.array(z.unknown()).optional(),
    'x-labels': z.record(z.string(), z.string()).optional(),
  }),
);

/** A value as a field may have it, by its type and its choices; undefined where it may not. All its other rules are asked when the form is handed in. */
export function taken(rules: FormSchema, value: unknown): unknown {
  const found = scalar().safeParse(rules).data;
  if (!found || !(found.enum?.includes(value) ?? true)) return undefined;
  if (found.type === 'string' || found.type === 'boolean') return typeof value === found.type ? value : undefined;
  return typeof value === 'number' && (found.type === 'number' || Number.isInteger(value)) ? value : undefined;
}

const yes: Readonly<Record<string, boolean>> = { 是: true, 否: false };

/** The words of a register as a field has them: a choice by what it is called, a number and a yes by what they say. */
export function fitted(rules: FormSchema, value: string): unknown {
  const found = scalar().safeParse(rules).data;
  if (found?.type === 'boolean') return taken(rules, yes[value]);
  if (found?.type === 'number' || found?.type === 'integer') return taken(rules, Number(value.trim() || 'nothing'));
  const called = Object.entries(found?.['x-labels'] ?? {}).find(([, label]) => label === value)?.[0];
  return taken(rules, called ?? value);
}
