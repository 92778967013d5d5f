import { beforeEach, describe, expect, test } from 'vitest';
import type { Actor } from '#shared/actor';
import { partyIdOf } from '#shared/party';
import { fakeTable } from '#shared/table.fake';
import { applicantActor } from '../../test/support/actors.ts';
import { entryAt } from '../../test/support/entries.ts';
import * as cases from '../../test/support/intake.ts';
import { act, cityKey, people, type Answer, type IntakeWorld } from '../../test/support/intake.ts';
import { mergeFact, told } from '../../test/support/parties.ts';
import { itemOf } from './cases.fake.ts';

const own = '91350199MA00000015';
const other = '91350102MA0000001L';
// Of an early pilot: its check character fails.
const early = '91350211MA00000010';
const resident = '350199199001010015';
const idOf = (number: string, kind: 'uscc' | 'resident-id' = 'uscc') => partyIdOf(cityKey, { kind, number });
const company = applicantActor('company', { kind: 'organisation', partyId: idOf(own), organisationKind: '2' });
const citizen = applicantActor('citizen', { partyId: idOf(resident, 'resident-id') });

const text = (title: string, en: string, rest: object) => ({ type: 'string', title, 'x-title-en': en, ...rest });
const kinds = ['resident-id', 'passport', 'hk-macau-permit'];
const form = {
  type: 'object',
  properties: {
    operator: { type: 'string' },
    uscc: text('统一社会信用代码', 'Credit code', {
      'x-identifier': 'uscc',
      'x-source': 'party',
      'x-same-as': 'company.uscc',
    }),
    self: text('本人号码', 'Own number', { 'x-identifier': 'identity-number', 'x-source': 'party' }),
    designer: text('设计单位代码', 'Designer', { 'x-identifier': 'uscc' }),
    agent: {
      type: 'object',
      properties: {
        kind: { type: 'string', enum: kinds },
        number: text('证件号码', 'Document number', {
          'x-identifier': 'document-number',
          'x-identifier-kind': 'kind',
          'x-mask': 'document-number',
        }),
      },
    },
    staff: {
      type: 'array',
      items: {
        type: 'object',
        properties: { id: text('身份号码', 'Identity number', { 'x-identifier': 'identity-number' }) },
      },
    },
  },
};

let world: IntakeWorld;
beforeEach(async () => {
  world = cases.intakeOver(fakeTable());
  await cases.publish(world, { ...cases.publication, items: [itemOf({ form })] });
});

async function draft(filled: object, actor: Actor = company, rest: object = { channel: 'online' }): Promise<string> {
  const body = { itemKey: 'food-business-licence', form: filled, ...rest };
  const path = '/intake/applications';
  const made = await world.send({ method: 'POST', path, actor, headers: cases.freshKey(), body });
  expect(made.body.errors).toBeUndefined();
  return made.body.id;
}
const hand = (id: string, actor: Actor = company, language = 'en') =>
  world.send(cases.submit(id, { actor, headers: { 'Accept-Language': language } }));
const handIn = async (filled: object, actor: Actor = company) => hand(await draft(filled, actor), actor);
const outline = ({ status, body }: Answer) =>
  [status, ...(body.errors ?? []).map((one: { pointer: string; code: string }) => `${one.pointer} ${one.code}`)].join();

describe('a form with numbers', () => {
  const wrong = {
    uscc: '91350199MA0000001',
    designer: '91110000600037341N',
    agent: { kind: 'hk-macau-permit', number: 'E12345678' },
    staff: [{ id: resident }, { id: '36042619910102009X' }, { id: '350199202608040012' }],
  };
  const named = [
    ['/form/uscc', 'not-the-party', '统一社会信用代码', 'Credit code'],
    ['/form/designer', 'check-digit', '设计单位代码', 'Designer'],
    ['/form/agent/number', 'shape', '证件号码', 'Document number'],
    ['/form/staff/1/id', 'check-digit', '身份号码', 'Identity number'],
    ['/form/staff/2/id', 'birth-date', '身份号码', 'Identity number'],
  ] as const;

  test.each([
    ['zh', 2, /：\p{Script=Han}/u],
    ['en', 3, /^[^\p{Script=Han}]+$/u],
  ] as const)('names every wrong one by its place and by what it is called, in %s', async (language, title, words) => {
    const { status, body } = await hand(await draft(wrong), company, language);
    expect([status, body.code]).toEqual([400, 'form-invalid']);
    expect(body.errors.map(({ pointer, code }: { pointer: string; code: string }) => [pointer, code])).toEqual(
      named.map(([pointer, code]) => [pointer, code]),
    );
    for (const [n, { message }] of body.errors.entries()) {
      expect(message).toMatch(words);
      expect(message).toContain(named[n]?.[title]);
    }
  });

  test('is kept with each in one written form, however it was typed; a text is left as it was written', async () => {
    const id = await draft({
      operator: '91350199ma0000001 5',
      uscc: '91350199ma0000001 5',
      staff: [{ id: '１１０１０５１９４９１２３１００２ｘ' }],
      agent: { kind: 'passport', number: 'e1234 5678' },
    });
    expect((await hand(id)).status).toBe(200);
    expect((await world.send(cases.read(id, { actor: company }))).body.form).toEqual({
      operator: '91350199ma0000001 5',
      uscc: own,
      staff: [{ id: '11010519491231002X' }],
      agent: { kind: 'passport', number: 'E12345678' },
    });
  });
});

describe('who applies states his own number', () => {
  test('and not another’s', async () => {
    expect(outline(await handIn({ uscc: other }))).toBe('400,/form/uscc not-the-party');
    expect(outline(await handIn({ self: '11010519491231002X' }, citizen))).toBe('400,/form/self not-the-party');
    expect([(await handIn({ uscc: own })).status, (await handIn({ self: resident }, citizen)).status]).toEqual([
      200, 200,
    ]);
  });

  test('also where another acts for him', async () => {
    const agent = applicantActor('agent', { orgs: [idOf(own), idOf(other)] });
    const rest = { channel: 'online', applicant: { kind: 'organisation', uscc: own } };
    expect(outline(await hand(await draft({ uscc: other }, agent, rest), agent))).toBe('400,/form/uscc not-the-party');
    expect((await hand(await draft({}, agent, rest), agent)).status).toBe(200);
  });

  test('or another that is his by a merge', async () => {
    expect(await told(world.deps, mergeFact(1, [idOf(own), idOf(other)], 'merged'))).toBe(0);
    expect((await handIn({ uscc: other })).status).toBe(200);
  });

  test('and a person who applies for his shop states the code of that', async () => {
    expect((await handIn({ uscc: other }, citizen)).status).toBe(200);
  });

  test('whose check may fail where the identity platform vouches for it', async () => {
    const pilot = applicantActor('pilot', { kind: 'organisation', partyId: idOf(early) });
    expect((await handIn({ uscc: early }, pilot)).status).toBe(200);
  });

  test('and mends it in answer to a notice by his own again', async () => {
    const id = await draft({ uscc: own });
    await hand(id);
    const defects = [{ pointer: '/uscc', what: '不符', mend: '核对' }];
    await world.send(act(id, 'request-correction', { actor: people.clerk, body: { defects } }));
    const answer = (value: string) =>
      world.send(act(id, 'resubmit', { actor: company, body: { changes: [{ pointer: '/uscc', value }] } }));
    expect(outline(await answer(other))).toBe('400,/form/uscc not-the-party');
  });
});

describe('a code of another that fails its check', () => {
  const window = { channel: 'window', entry: entryAt.window, applicant: { kind: 'organisation', uscc: own } };

  test('is taken at a window where the clerk has seen it', async () => {
    const plain = await draft({ designer: early }, people.clerk, window);
    expect(outline(await hand(plain, people.clerk))).toBe('400,/form/designer check-digit');
    const seen = { ...window, entry: { ...entryAt.window, codeSeen: true } };
    expect((await hand(await draft({ designer: early }, people.clerk, seen), people.clerk)).status).toBe(200);
  });

  test('and so with an answer to a notice, of which the timeline says it', async () => {
    const id = await draft({ designer: own }, people.clerk, window);
    await hand(id, people.clerk);
    const defects = [{ pointer: '/designer', what: '不符', mend: '核对' }];
    await world.send(act(id, 'request-correction', { actor: people.approver, body: { defects } }));
    const answer = (entry: object) =>
      world.send(
        act(id, 'resubmit', {
          actor: people.clerk,
          body: {
            changes: [{ pointer: '/designer', value: early.toLowerCase() }],
            entry: { ...entryAt.window, ...entry },
          },
        }),
      );
    expect(outline(await answer({}))).toBe('400,/form/designer check-digit');
    expect((await answer({ codeSeen: true })).status).toBe(200);
    const { body } = await world.send({ path: `/intake/applications/${id}/timeline`, actor: company });
    expect(body.items.at(-1)).toMatchObject({ act: 'resubmit', confirmed: 'code-seen' });
    expect((await world.send(cases.read(id, { actor: company }))).body.form.designer).toBe(early);
  });
});

test('an edition whose form has a number of an unknown kind, or of no kind, is refused', async () => {
  const broken = { type: 'object', properties: { a: { type: 'string', 'x-identifier': 'ssn' } } };
  const answer = await cases.publish(world, { ...cases.publication, items: [itemOf({ form: broken })] });
  expect([answer.status, answer.body.errors[0].pointer]).toEqual([400, '/items/0/form']);
  expect(answer.body.errors[0].message).toContain('x-identifier');
});
