import * as bundles from './bundles.ts';
import { card } from './fee-desk.ts';
import * as cases from './intake.ts';
import { people } from './intake.ts';
import { openResults, type Results } from './results.ts';
import { demoForm, itemOf } from '../../services/intake/cases.fake.ts';
import { passTimeHourly } from '../../services/intake/functions/tick/pass-time.ts';

const about = {
  type: 'plan',
  name: '平面图',
  must: 'deferrable',
  restsOn: 'item',
  source: 'applicant',
  about: 'premises',
} as const;
const plan = { ...about, sharedResource: null, originals: 0, copies: 1 };
const promise = { text: '承诺场所符合食品安全标准。', basis: '国办发〔2020〕42号', covers: ['plan'], checkWithin: 20 };
const steps = [{ department: 'amr', mode: 'serial' as const }];
const named = {
  ...demoForm,
  properties: { ...demoForm.properties, operator: { type: 'string', 'x-same-as': 'company.name' } },
};
const parts = [
  { item: 'company', needs: [] },
  { item: 'kitchen', needs: ['company'], party: 'company' },
];
const catalogue = {
  ...cases.publication,
  items: [
    itemOf({ form: named, materials: [plan], fee: [card], supervisingBody: 'health' }),
    itemOf({ key: 'on-word', commitment: promise, materials: [plan], steps }),
    itemOf({ key: 'company', creates: 'party' }),
    itemOf({ key: 'kitchen' }),
  ],
  bundles: [{ key: 'both', name: '一件事', nameEn: 'Both', parts }],
};
const { company, head, clerk, otherApprover } = people;

/** What must have worked for the story to go on. */
async function done(answer: Promise<cases.Answer>) {
  const { status, body } = await answer;
  if (status >= 300) throw new Error(JSON.stringify(body));
  return body;
}

/** A case with a corrected form, a charge, what follows from a grant, and a finding that was answered. */
async function ofEveryKind(at: Results): Promise<string> {
  const { world } = at;
  const id = await cases.draft(world);
  await done(world.send(cases.save(id, 1)));
  await done(world.send(cases.submit(id)));
  const defects = [{ pointer: '/operator', what: '名称不符', mend: '按营业执照填写全称' }];
  await done(at.act(id, 'request-correction', { actor: clerk, body: { defects } }));
  const changes = [{ pointer: '/operator', value: '示例餐饮有限公司' }];
  await done(at.act(id, 'resubmit', { actor: company, body: { changes } }));
  await done(at.act(id, 'materials/plan/see', { actor: clerk, body: { originals: 0, copies: 1 } }));
  await done(world.send(cases.accept(id)));
  await done(world.send(cases.decide(id, 6)));
  await at.settle();
  const report = { rule: 'demand-off-list', about: '户口本', text: '清单外' };
  const path = `/intake/supervision`;
  const send = (to: string, actor = clerk, body: object = {}) =>
    done(world.send({ method: 'POST', path: to, actor, headers: cases.freshKey(), body }));
  const reported = await send(`${path}/applications/${id}/reports`, clerk, report);
  await send(`${path}/findings/${reported.id}/answer`, head, { text: '已纠正' });
  await send(`/intake/pushes/${id}/receipt`, otherApprover);
  return id;
}

/** A case on a commitment that is kept, a paper that was seen, and a result that was taken: it is closed. */
async function onItsWord({ world, settle }: Results): Promise<string> {
  const body = { itemKey: 'on-word', form: cases.goodForm, channel: 'online', commitment: true };
  const path = '/intake/applications';
  const { id } = await done(world.send({ method: 'POST', path, actor: company, headers: cases.freshKey(), body }));
  await done(world.send(cases.submit(id)));
  await done(world.send(cases.decide(id, 2)));
  await settle();
  return id;
}

/** A bundle whose case creates a party with its grant. */
async function asOne({ world, settle }: Results): Promise<void> {
  const form = { shared: {}, items: { company: cases.goodForm, kitchen: cases.goodForm } };
  const begun = await done(world.send(bundles.begin({ bundleKey: 'both', form })));
  await done(world.send(bundles.act(begun.id, 'submit')));
  await settle();
  const [{ caseId: id }] = (await done(world.send(bundles.show(begun.id)))).parts;
  await done(world.send(cases.accept(id)));
  const issued = { party: { kind: 'organisation', uscc: '91350199MA00000015' } };
  const granted = { outcome: 'granted', opinion: '同意', issued };
  await done(world.send(cases.decide(id, 3, { body: granted })));
  await settle();
}

/** The rows that acts leave of every kind of record that a set has; of two cases, one is closed and one goes on. */
export async function everyKind(): Promise<{ at: Results; granted: string; onItsWord: string }> {
  const at = await openResults(catalogue);
  const granted = await ofEveryKind(at);
  const closed = await onItsWord(at);
  await done(at.act(closed, 'delivery/download', { actor: company }));
  await done(at.act(closed, 'commitment/keep', { actor: head, body: { result: '现场核查' } }));
  await at.settle();
  const open = await onItsWord(at);
  await asOne(at);
  at.later(1 / 24);
  await passTimeHourly(at.world.deps)();
  return { at, granted, onItsWord: open };
}
