import { expect, test } from 'vitest';
import * as z from 'zod';
import { schemaCheck } from '#shared/json-schema';
import { schemaFaults } from '#shared/json-schema-faults';
import { messages } from '#shared/locale';
import { readSeed } from '../../localstack/seed-files.ts';
import { changedAt, fieldsOf, honestForm, leavesOf, type FormNode } from '../../test/support/honest-form.ts';
import { catalogueInput, type Item } from './domain/catalogue/item.ts';
import { formFaults } from './domain/catalogue/form-faults.ts';
import { masksOf } from './domain/form/form.ts';
import { identifierFault } from './domain/form/identifiers.ts';
import { masked } from './domain/form/masking.ts';
import { sharedFields, type SharedField } from './domain/form/shared-fields.ts';

const { departments, items: content } = readSeed();
const { items } = catalogueInput().parse({ departments, items: content });
const shared = new Map<string, SharedField>(Object.entries(sharedFields));
const produced = new Set(items.flatMap(({ produces = [] }) => produces));
const resources = new Set(['population', 'legal-entity', 'real-estate', 'tax', 'education', 'health']);
const names = z.array(z.string());
const formSteps = z.array(z.object({ title: z.string(), titleEn: z.string(), fields: names }));
const choices = z.object({ enum: names.optional() }).optional();
const keysOf = (value: unknown) => Object.keys(value ?? {});
const personal = /姓名|电话|手机|邮箱|证件号码|身份号码|户籍地址|居住地址|住址|银行账号|拼音/;

/** What is wrong with the fields of each form, by item and place. */
function wrong(faultIn: (rules: FormNode, item: Item) => string | undefined) {
  return items.flatMap((item) =>
    fieldsOf(item.form).flatMap(({ name, rules }) => {
      const fault = faultIn(rules, item);
      return fault === undefined ? [] : [`${item.key}${name}: ${fault}`];
    }),
  );
}

test('every item can be applied for, by a form whose rules are all enforced and whose masks are all found', () => {
  expect(items.filter(({ form }) => !form).map(({ key }) => key)).toEqual([]);
  expect(items.flatMap(({ form = {} }) => formFaults(form, schemaFaults))).toEqual([]);
});

test.each(items.map(({ key, form = {} }) => [key, form] as const))(
  'the form of %s takes an honest applicant, and names each fault of another where it is',
  (_, form) => {
    const check = schemaCheck(form);
    const places = (value: unknown) => check(value, messages.zh).map(({ path }) => path.join('/'));
    const filled = honestForm(form);
    expect(places(filled)).toEqual([]);

    for (const { path, value } of leavesOf(form, filled)) {
      const other = typeof value === 'string' ? 7 : 'no such value';
      expect(places(changedAt(filled, path, other))).toEqual([path.join('/')]);
    }
    for (const name of names.parse(form['required'])) {
      expect(places(changedAt(filled, [name], undefined))).toEqual([name]);
    }
    expect(places({ ...filled, declaration: false })).toEqual(['declaration']);
    expect(places({ ...filled, somethingElse: 1 })).toEqual(['']);
  },
);

const numbered = /统一社会信用代码|身份号码|^(身份)?证件号码$|母亲证件|父亲证件|女方证件|男方证件|项目代码/;

test('a field that is a number of a person, an organisation or a project by its title is held to the rules of that', () => {
  expect(items.flatMap(({ form = {} }) => identifierFault(form) ?? [])).toEqual([]);
  expect(
    wrong(({ title = '', type, ...rules }) => {
      const single = type === 'string' && !rules.enum && numbered.test(title) && !/许可证号/.test(title);
      return single && !rules['x-identifier'] ? `${title} is any text` : undefined;
    }),
  ).toEqual([]);
});

test('nothing personal is shown masked', () => {
  for (const { form } of items) {
    const filled = honestForm(form);
    const before = new Map(leavesOf(form, filled).map(({ path, value }) => [path.join('/'), value]));
    const after = leavesOf(form, masked(filled, masksOf(form)));
    for (const { path, rules, value } of after) {
      if (rules['x-mask']) expect(value).not.toEqual(before.get(path.join('/')));
    }
  }
});

test('a field that is personal by its title or by what it shares is masked', () => {
  expect(
    wrong(({ title = '', type, ...rules }) => {
      const kind = shared.get(rules['x-same-as'] ?? '')?.mask;
      if (kind && rules['x-mask'] !== kind) return `is to be masked as ${kind}`;
      const single = type === 'string' && personal.test(title) && !rules.enum;
      return single && !rules['x-mask'] ? `${title} is not masked` : undefined;
    }),
  ).toEqual([]);
});

test('a field names only what can be shared, and only sources that there are', () => {
  expect(
    wrong(({ 'x-same-as': same, 'x-source': source }) => {
      if (same !== undefined && !shared.has(same)) return `no shared field ${same}`;
      if (source === undefined || source === 'party') return undefined;
      const [, kind, name] = /^(licence|shared):([a-z-]+)\/[a-z-]+$/.exec(source) ?? [];
      const known = kind === 'licence' ? produced.has(name ?? '') : resources.has(name ?? '');
      return known ? undefined : `no source ${source}`;
    }),
  ).toEqual([]);
});

test('a form asks once for what is shared, and every shared field is asked somewhere', () => {
  const asked = items.map(({ key, form }) => ({
    key,
    fields: fieldsOf(form).flatMap(({ rules }) => rules['x-same-as'] ?? []),
  }));
  expect(asked.filter(({ fields }) => new Set(fields).size < fields.length).map(({ key }) => key)).toEqual([]);
  expect(new Set(asked.flatMap(({ fields }) => fields))).toEqual(new Set(shared.keys()));
});

const rulesOf = ({ title, 'x-title-en': titleEn, 'x-source': source, ...rules }: FormNode) => rules;

test('what is shared stands under the same rules wherever it is asked: one answer fits all', () => {
  const asked = items.flatMap(({ form }) => fieldsOf(form)).filter(({ rules }) => rules['x-same-as'] !== undefined);
  for (const key of shared.keys()) {
    const [first, ...others] = asked.filter(({ rules }) => rules['x-same-as'] === key);
    for (const { name, rules } of others) expect(rulesOf(rules), `${key} at ${name}`).toEqual(rulesOf(first!.rules));
  }
});

test('its steps hold every field once, the declaration last', () => {
  for (const { form = {} } of items) {
    const steps = formSteps.parse(form['x-steps']);
    const fields = steps.flatMap((step) => step.fields);
    expect(fields).toEqual(keysOf(form['properties']));
    expect(fields.at(-1)).toBe('declaration');
    expect(form['required']).toContain('declaration');
    for (const { title, titleEn } of steps) expect([title, titleEn]).toEqual([chinese, english]);
  }
});

const chinese = expect.stringMatching(/\p{Script=Han}/u);
const english = expect.stringMatching(/^[^\p{Script=Han}]+$/u);

const han = /\p{Script=Han}/u;
const isBilingual = ({ title = '', 'x-title-en': titleEn = '' }: FormNode) =>
  han.test(title) && titleEn !== '' && !han.test(titleEn);

test('titles and labels stand in both languages, and no object takes what it does not describe', () => {
  for (const { key, form } of items) {
    for (const { name, rules } of fieldsOf(form)) {
      if (!name.endsWith('/*')) expect(isBilingual(rules), `${key}${name}`).toBe(true);
      if (rules.type === 'object') expect(rules['additionalProperties'], `${key}${name}`).toBe(false);
      const values = choices.parse(rules.items)?.enum ?? rules.enum;
      if (name.endsWith('/*') || !values) continue;
      expect([keysOf(rules['x-labels']), keysOf(rules['x-labels-en'])], `${key}${name}`).toEqual([values, values]);
    }
  }
});
