import { expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { entryAt } from '../../test/support/entries.ts';
import * as cases from '../../test/support/intake.ts';
import { draft, people, read } from '../../test/support/intake.ts';
import { fc } from '../../test/support/property.ts';
import { itemOf } from './cases.fake.ts';

type Person = keyof typeof people;
const actors: readonly Person[] = [
  'company',
  'agent',
  'stranger',
  'clerk',
  'approver',
  'head',
  'otherApprover',
  'farApprover',
];

// The rules of the case, by hand: who sees it, who may do what in which state.
const applicants: Person[] = ['company', 'agent'];
const office = new Set<Person>(['clerk', 'approver', 'head']);
const sees = (person: Person, state: string) =>
  applicants.includes(person) || (state !== 'draft' && office.has(person));
interface Rule {
  from: Record<string, string>;
  /** Whose role the route takes at all. Gulou's desks may hand in, a person may act for himself. */
  open: readonly Person[];
  may: readonly Person[];
  body?: object | ((person: Person) => object);
}
const taking = { open: ['clerk', 'approver', 'head', 'otherApprover'], may: ['clerk', 'approver', 'head'] } as const;
const deciding = { open: ['approver', 'head', 'otherApprover'], may: ['approver', 'head'] } as const;
const head = { open: ['head'], may: ['head'] } as const;
const entering = { open: [...applicants, 'stranger', 'clerk'], may: [...applicants, 'clerk'] } as const;
const open = ['submitted', 'correcting', 'refusal-proposed', 'accepted', 'suspended', 'supplementing'];
const all = (to: string) => Object.fromEntries(open.map((state) => [state, to]));
const defects = [{ pointer: '/operator', what: '名称不符', mend: '与营业执照一致' }];
const rules: Record<string, Rule> = {
  submit: { ...entering, from: { draft: 'submitted' } },
  accept: { ...taking, from: { submitted: 'accepted' } },
  'request-correction': { ...taking, from: { submitted: 'correcting' }, body: { defects } },
  resubmit: {
    ...entering,
    from: { correcting: 'submitted', supplementing: 'accepted' },
    body: (person) => ({
      changes: [],
      answers: [{ pointer: '/operator', text: '名称无误' }],
      ...(person === 'clerk' && { entry: entryAt.window }),
    }),
  },
  'propose-refusal': {
    open: ['clerk', 'approver', 'otherApprover'],
    may: ['clerk', 'approver'],
    from: { submitted: 'refusal-proposed' },
    body: { reasons: '不符', guidance: '可先办理营业执照' },
  },
  'approve-refusal': { ...head, from: { 'refusal-proposed': 'decided' }, body: { opinion: '同意' } },
  'overturn-refusal': { ...head, from: { 'refusal-proposed': 'submitted' }, body: { opinion: '应予受理' } },
  signpost: {
    open: ['clerk', 'approver', 'otherApprover'],
    may: ['clerk', 'approver'],
    from: { submitted: 'refusal-proposed' },
    body: { office: { set: 'gulou', department: 'health' }, guidance: '请到三楼' },
  },
  'signpost-agreed': {
    open: ['clerk'],
    may: ['clerk'],
    from: { submitted: 'decided' },
    body: { office: { set: 'jinan', department: 'health' }, guidance: '请到晋安', entry: entryAt.window },
  },
  suspend: { ...deciding, from: { accepted: 'suspended' }, body: { kind: 'hearing', why: '听证' } },
  resume: { ...deciding, from: { suspended: 'accepted' }, body: { result: '听证结束' } },
  'request-supplement': { ...deciding, from: { accepted: 'supplementing' }, body: { defects, why: '现场发现' } },
  extend: { ...head, from: { accepted: 'accepted' }, body: { days: 5, why: '情况复杂' } },
  decide: { ...deciding, from: { accepted: 'decided' }, body: { outcome: 'granted', opinion: '同意' } },
  forward: { ...deciding, from: { accepted: 'decided' }, body: { itemKey: 'health-item', why: '属卫健权限' } },
  'propose-void': {
    ...taking,
    from: { accepted: 'accepted', suspended: 'suspended', supplementing: 'supplementing' },
    body: { ground: 'clerical', why: '误录' },
  },
  void: { ...head, from: all('decided'), body: { ground: 'clerical', why: '误录' } },
  withdraw: {
    ...entering,
    from: { draft: 'withdrawn', ...all('withdrawn') },
    body: (person) => ({ reason: '不办了', ...(person === 'clerk' && { entry: entryAt.window }) }),
  },
};
/** What is offered, and tried in other tests. */
const elsewhere = new Set(['edit', 'extend-correction', 'recuse', 'correct', 'revoke', 'sanction', 'review']);
/** What can be done once in a case's life. */
const once = new Set(['extend', 'request-supplement']);

interface Now {
  state: string;
  done: ReadonlySet<string>;
  /** Who asked for what is to be answered. */
  asker?: Person | undefined;
  /** How many notices were given, and who proposed that it is void. */
  notices: number;
  proposer?: Person | undefined;
}

function expected(person: Person, name: string, { state, done, asker, notices, proposer }: Now): number {
  const rule = rules[name];
  if (!rule?.open.includes(person)) return 403;
  if (!sees(person, state)) return 404;
  if (rule.from[state] && name === 'resubmit' && person === asker) return 403;
  if (rule.from[state] && name === 'request-correction' && notices >= 2 && person !== 'head') return 403;
  const isRunning = ['accepted', 'suspended', 'supplementing'].includes(state);
  if (name === 'void' && isRunning && proposer === person) return 403;
  if (name === 'void' && isRunning && !proposer) return 409;
  return rule.from[state] && !(once.has(name) && done.has(name)) ? 200 : 409;
}

const step = fc.record({
  person: fc.constantFrom(...actors),
  name: fc.constantFrom(...Object.keys(rules)),
  /** Most steps are such as can be done, or cases would seldom come far. */
  pick: fc.option(fc.nat(), { freq: 4 }),
});

/** Everything that somebody can do now, less what would end the case at once. */
function possible(now: Now): { person: Person; name: string }[] {
  return Object.keys(rules).flatMap((name) =>
    actors
      .filter((person) => name !== 'void' && name !== 'withdraw' && expected(person, name, now) === 200)
      .map((person) => ({ person, name })),
  );
}

test('property: whoever tries whatever, the case obeys its rules over HTTP, and its facts tell every step', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 30 }), async (steps) => {
      const world = cases.intakeOver(fakeTable());
      await cases.publish(world, {
        ...cases.publication,
        items: [itemOf({ special: ['hearing'] }), itemOf({ key: 'health-item', department: 'health' })],
      });
      const id = await draft(world);
      let [state, version] = ['draft', 1];
      const done = new Set<string>();
      let asker: Person | undefined;
      let proposer: Person | undefined;
      let notices = 0;
      const told = [];
      for (const { pick, ...tried } of steps) {
        const ways: ReturnType<typeof possible> =
          pick === null ? [] : possible({ state, done, asker, notices, proposer });
        const { person, name } = (pick !== null && ways[pick % ways.length]) || tried;
        const actor = people[person];
        const { body: said = {}, from } = rules[name] ?? {};
        const body = typeof said === 'function' ? said(person) : said;
        const headers = { 'If-Match': `"${version}"` };
        const answer = await world.send(cases.act(id, name, { actor, body, headers }));
        const status = expected(person, name, { state, done, asker, notices, proposer });
        expect([person, name, state, answer.status]).toEqual([person, name, state, status]);
        if (answer.status === 200) {
          version += 1;
          state = from?.[state] ?? '';
          done.add(name);
          if (name.startsWith('request-')) [asker, notices] = [person, notices + 1];
          if (name === 'propose-void') proposer = person;
          // A proposal moves nothing that others know of.
          if (name !== 'propose-void') told.push(version);
          expect(answer.body).toMatchObject({ id, status: state, version });
        }
        const seen = await world.send(read(id, { actor }));
        const offered: string[] = seen.body.actions ?? [];
        for (const offer of offered.filter((one) => !elsewhere.has(one) && !(one === 'void' && proposer === person))) {
          expect([offer, expected(person, offer, { state, done, asker, notices, proposer })]).toEqual([offer, 200]);
        }
      }
      const { body } = await world.send({ ...read(id), path: `/intake/applications/${id}/timeline` });
      expect(body.items).toHaveLength(version);
      const chain = { path: `/intake/supervision/applications/${id}/chain`, actor: people.supervisor };
      expect((await world.send(chain)).body.intact).toBe(state === 'draft' ? undefined : true);
      const facts = (await world.facts()).filter(({ subject }) => subject === id);
      expect(facts.map(({ sequence }) => sequence)).toEqual(told);
    }),
    { numRuns: 60 },
  );
});
