import { expect, test } from 'vitest';
import type { NoticeRules, Template } from '../template/template.ts';
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
  [
    'a message of the law by a template that is not',
    { templates: [{ ...template('accepted'), statutory: false }, template('fee-due')] },
    ['/rules/0/template', 'not-statutory', 'accepted'],
  ],
  [
    'a message of the law that nobody need read',
    { rules: [{ ...rule('accepted'), unreadDays: undefined }, rule('fee-due')] },
    ['/rules/0/unreadDays', 'no-unread-days'],
  ],
  [
    'a template in place of a built-in one without its rule',
    { rules: [rule('fee-due')] },
    ['/templates/0/key', 'no-rule'],
  ],
  ['a signature with brackets of its own', { signature: '】【假' }, ['/signature', 'bad-signature']],
  ['a signature of blanks', { signature: '   ' }, ['/signature', 'bad-signature']],
  [
    'a code that is not said',
    { templates: [{ ...template('contact-code'), sms: { zh: '请验证', en: 'Verify' } }] },
    ['/templates/0/sms', 'no-code'],
  ],
  [
    'a code without a text for a channel',
    { templates: [{ ...template('contact-code'), email: undefined }] },
    ['/templates/0/email', 'no-text', 'email'],
  ],
  [
    'a code that waits for the morning',
    { templates: [{ ...template('contact-code'), urgent: false }] },
    ['/templates/0/urgent', 'not-urgent'],
  ],
  [
    'a code with a name that nobody gives',
    {
      templates: [
        { ...template('contact-code'), task: { zh: '((who))请', en: '((who))' }, sample: { code: '1', who: '2' } },
      ],
    },
    ['/templates/0', 'name-not-given', 'who'],
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

const flagged = (texts: Partial<Template>, late: string): Partial<NoticeRules> => ({
  templates: [{ ...template('accepted'), key: 'water-off', statutory: false, ...texts, sample: { late } }],
  rules: [],
});

test('a template is measured with its flags on, and with its flags off, whatever its sample says', () => {
  const long = '字'.repeat(130);
  const sms = { zh: `停水((late??${long}))`, en: 'No water((late??, late))' };
  const inbox = { zh: '停水', en: 'No water' };
  const only = { inbox, sms: undefined, wechat: undefined, email: undefined, task: undefined };
  for (const late of ['yes', 'no']) {
    expect(faults(flagged({ ...only, sms }, late))).toEqual([['/templates/0/sms/zh', 'too-many-parts']]);
    const wechat = { thing1: { zh: '((late??晚点))', en: '((late??late))' } };
    expect(faults(flagged({ ...only, wechat }, late))).toContainEqual(['/templates/0/wechat/thing1/zh', 'unfit-field']);
  }
});
