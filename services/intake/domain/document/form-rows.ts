import * as z from 'zod';
import { once } from '#shared/once';
import type { Form, FormSchema } from '../form/form.ts';
import { stepsOf } from '../form/pointer.ts';
import type { Block, Label, Row } from '#shared/paper/sheet';

const labels = once(() => z.record(z.string(), z.string()).optional());
const described = once(() =>
  z.object({
    title: z.string().optional(),
    'x-title-en': z.string().optional(),
    'x-labels': labels(),
    'x-labels-en': labels(),
    'x-same-as': z.string().optional(),
    'x-source': z.string().optional(),
    properties: z.record(z.string(), z.unknown()).optional(),
    items: z.unknown().optional(),
    'x-steps': z
      .array(z.object({ title: z.string(), titleEn: z.string().optional(), fields: z.array(z.string()) }))
      .optional(),
  }),
);
type Node = z.infer<ReturnType<typeof described>>;

const nodeOf = (schema: unknown): Node => described().safeParse(schema).data ?? {};

/** 申请表: what was filled in, under the form's own labels and in the order of its steps. What was left out is not shown. */
export function formTables(schema: FormSchema, form: Form): Block[] {
  const node = nodeOf(schema);
  const names = Object.keys(node.properties ?? {});
  const steps = node['x-steps'] ?? [];
  const inSteps = new Set(steps.flatMap(({ fields }) => fields));
  const rest = names.filter((name) => !inSteps.has(name));
  const parts = [
    ...steps.map(({ title, titleEn, fields }) => ({ heading: { zh: title, en: titleEn ?? '' }, fields })),
    ...(rest.length > 0 ? [{ heading: { zh: '申请内容', en: 'Application' }, fields: rest }] : []),
  ];
  return parts
    .map(({ heading, fields }) => ({
      kind: 'table' as const,
      heading,
      rows: fields.flatMap((name) =>
        rowsOf(node.properties?.[name], form[name], labelOf(node.properties?.[name], name)),
      ),
    }))
    .filter(({ rows }) => rows.length > 0);
}

/** What was filled in for these fields of a form, in this order. */
export function fieldRows(schema: FormSchema, form: Form, names: readonly string[]): Row[] {
  const { properties = {} } = nodeOf(schema);
  return names.flatMap((name) => rowsOf(properties[name], form[name], labelOf(properties[name], name)));
}

function labelOf(schema: unknown, name: string): Label {
  const { title, 'x-title-en': en } = nodeOf(schema);
  return { zh: title ?? name, en: en ?? '' };
}

const under = (outer: Label, inner: Label): Label => ({
  zh: `${outer.zh}·${inner.zh}`,
  en: [outer.en, inner.en].filter(Boolean).join(', '),
});

/** A field as rows: an object gives one for each of its fields, a list of objects one set for each entry. */
function rowsOf(schema: unknown, value: unknown, label: Label): Row[] {
  if (value === undefined || value === null) return [];
  const node = nodeOf(schema);
  if (Array.isArray(value)) return listRows(node, value, label);
  if (typeof value !== 'object') return [{ label, value: wordsOf(node, value) }];
  const fields = Object.entries(value);
  const known = Object.keys(node.properties ?? {});
  const ordered = fields.toSorted(([a], [b]) => known.indexOf(a) - known.indexOf(b));
  return ordered.flatMap(([name, inner]) => {
    const part = node.properties?.[name];
    return rowsOf(part, inner, under(label, labelOf(part, name)));
  });
}

function listRows(node: Node, list: readonly unknown[], label: Label): Row[] {
  if (list.some((one) => typeof one === 'object' && one !== null)) {
    return list.flatMap((one, n) => rowsOf(node.items, one, { ...label, zh: `${label.zh}（${n + 1}）` }));
  }
  // Words of the entries stand at the list or at its items.
  const items = nodeOf(node.items);
  const worded = node['x-labels'] ? node : items;
  return [{ label, value: list.map((one) => wordsOf(worded, one)).join('；') }];
}

function wordsOf(node: Node, value: unknown): string {
  if (typeof value === 'boolean') return value ? '是 Yes' : '否 No';
  const text = String(value);
  const [zh, en] = [node['x-labels']?.[text], node['x-labels-en']?.[text]];
  return zh === undefined ? text : [zh, en].filter(Boolean).join(' ');
}

/** What a form calls the field of a pointer: 法定代表人（负责人）·姓名. */
export function labelAt(schema: FormSchema, pointer: string, form: Form): string {
  const steps = stepsOf(pointer);
  let [node, value]: [unknown, unknown] = [schema, form];
  const words: string[] = [];
  for (const step of steps) {
    const { properties, items } = nodeOf(node);
    const isEntry = Array.isArray(value) || (items !== undefined && /^\d+$|^-$/.test(step));
    node = isEntry ? items : properties?.[step];
    words.push(isEntry ? `第${Number(step) + 1}项` : labelOf(node, step).zh);
    value = typeof value === 'object' && value !== null ? new Map(Object.entries(value)).get(step) : undefined;
  }
  return words.join('·');
}

/** Whose words name an applicant, the most telling first. */
const namesOfParty = ['company.name', 'person.name', 'child.name'];

/** 主送: what the applicant is called in his form; in general words where it does not say. */
export const addresseeIn = (schema: FormSchema, form: Form): string => partyIn(schema, form) ?? '申请人';

/** What the applicant is called in his form; undefined where it does not say. */
export function partyIn(schema: FormSchema, form: Form): string | undefined {
  const texts = textsIn(schema, form);
  const named = namesOfParty.map((name) => texts.find(({ sameAs }) => sameAs === name));
  const found = [...named, texts.find(({ source }) => source === 'party')].find((one) => one !== undefined);
  return found?.text;
}

interface Text {
  text: string;
  sameAs: string | undefined;
  source: string | undefined;
}

function textsIn(schema: unknown, value: unknown): Text[] {
  const node = nodeOf(schema);
  if (typeof value === 'string') return [{ text: value, sameAs: node['x-same-as'], source: node['x-source'] }];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  return Object.entries(value).flatMap(([name, inner]) => textsIn(node.properties?.[name], inner));
}
