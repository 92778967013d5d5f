import { expect, test } from 'vitest';
import type { NoticeRules } from '../template/template.ts';
import { builtIn } from './built-in.ts';
import { editionFaults } from './edition-lint.ts';

const template = (key: string) => {
  const found = builtIn().templates.find((one) => one.key === key);
  if (!found) throw new Error('there is no such template');
  return found;
};
const rule = (message: string) => {
  const found = builtIn().rules.find((one) => one.on.message === message);
  if (!found) throw new Error('there is no such rule');
  return found;
};
const edition = (change: Partial<NoticeRules> = {}): NoticeRules => ({
  signature: '鼓楼区',
  templates: [template('accepted'), template('fee-due')],
  rules: [rule('accepted'), rule('fee-due')],
  ...change,
});
const faults = (change: Partial<NoticeRules>) =>
  editionFaults(edition(change)).map(({ pointer, fault, of }) => [pointer, fault, ...(of ? [of] : [])]);

test('an edition may say one thing alone', () => {
  expect(editionFaults(edition())).toEqual([]);
});

test.each<[string, Partial<NoticeRules>, string[]]>([
  ['a template twice', { templates: [...edition().templates, template('accepted')] }, ['/templates/2/key', 'twice']],
  ['a rule twice', { rules: [...edition().rules, rule('accepted')] }, ['/rules/2/on/message', 'twice']],
  [
    'a rule without its template',
    { templates: [template('accepted')] },
    ['/rules/1/template', 'no-template', 'fee-due'],
  ],
  [
    'a message that the fact does not tell',
    { rules: [{ ...rule('accepted'), on: { type: 'intake.fee-assessed.v1', message: 'accepted' } }] },
    ['/rules/0/on', 'no-message'],
  ],
  [
    'a channel on which the template says nothing',
    { rules: [{ ...rule('fee-due'), channels: ['task'] }] },
    ['/rules/0/channels/0', 'no-text', 'task'],
  ],
  [
    'a statutory one without a task at its end',
    { rules: [{ ...rule('accepted'), channels: ['sms'] }] },
    ['/rules/0/channels', 'no-last-task'],
  ],
  [
    'a name that its message does not bring',
    { rules: [{ ...rule('submitted'), template: 'fee-due' }] },
    ['/rules/0/template', 'name-not-given', 'due'],
  ],
])('%s is a fault at its place', (_, change, fault) => {
  expect(faults(change)).toContainEqual(fault);
});

test('a template’s own faults are named by their place in the edition, measured with the edition’s signature', () => {
  const broken = { ...template('accepted'), inbox: { zh: '已受理((', en: 'Accepted' } };
  expect(faults({ templates: [template('fee-due'), broken] })).toEqual([['/templates/1/inbox/zh', 'unclosed']]);
  const long = { ...template('accepted'), sms: { zh: `${'字'.repeat(121)}((number))`, en: 'Accepted ((number))' } };
  expect(faults({ templates: [long, template('fee-due')] })).toEqual([]);
  expect(faults({ templates: [long, template('fee-due')], signature: '鼓楼区办' })).toEqual([
    ['/templates/0/sms/zh', 'too-many-parts'],
  ]);
});
