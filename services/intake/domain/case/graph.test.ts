import { expect, test } from 'vitest';
import { roles } from '#shared/actor';
import { applicationOf } from '../../cases.fake.ts';
import { applicationState, type Application } from './application.ts';
import { actionsFor, acts, refusalOf, transitionOf, transitionsOf, type Act, type Capacity } from './graph.ts';

const states = applicationState.options;
const capacities: readonly Capacity[] = ['applicant', ...roles];
const side = ['applicant', 'officer'];
const forApplicant = [...side, 'window', 'community', 'kiosk'];
const entering = [...forApplicant, 'hotline'];

const taking = ['window', 'approver', 'head'];
const deciding = ['approver', 'head'];
const reviewing = ['approver', 'head', 'lead'];

type Life = Partial<Record<Act, [to: string, who: string[]]>>;
const untilDecided: Life = { withdraw: ['withdrawn', forApplicant], void: ['decided', ['head']] };
// The case is one that somebody has proposed to make void.
const proposed = (state: string): Life => ({ 'propose-void': [state, taking] });
const back = (state: string): Life => ({ recuse: [state, ['window', ...reviewing]] });
const renewal: Life = { 'renew-silently': ['decided', ['clock']] };

// Kept by hand, not derived from the graph: what may happen in each state, to which state it leads, who may do it. The
// case is a renewal with one open task and something that may follow; nothing was extended or asked yet. Its item is offered.
const life: Record<string, Life> = {
  draft: { edit: ['draft', entering], submit: ['submitted', entering], withdraw: ['withdrawn', forApplicant] },
  submitted: {
    ...back('submitted'),
    accept: ['accepted', taking],
    'accept-silently': ['accepted', ['clock']],
    'request-correction': ['correcting', taking],
    'propose-refusal': ['refusal-proposed', ['window', 'approver']],
    signpost: ['refusal-proposed', ['window', 'approver']],
    'signpost-agreed': ['decided', ['window']],
    ...untilDecided,
  },
  correcting: {
    ...back('correcting'),
    'extend-correction': ['correcting', taking],
    resubmit: ['submitted', forApplicant],
    'close-uncorrected': ['decided', ['clock']],
    ...untilDecided,
  },
  'refusal-proposed': {
    ...back('refusal-proposed'),
    'accept-silently': ['accepted', ['clock']],
    'approve-refusal': ['decided', ['head']],
    'overturn-refusal': ['submitted', ['head']],
    ...untilDecided,
  },
  accepted: {
    ...back('accepted'),
    claim: ['accepted', reviewing],
    release: ['accepted', reviewing],
    transfer: ['accepted', reviewing],
    'give-opinion': ['accepted', reviewing],
    'settle-tolerance': ['accepted', taking],
    suspend: ['suspended', deciding],
    'request-supplement': ['supplementing', deciding],
    extend: ['accepted', ['head']],
    warn: ['accepted', ['clock']],
    forward: ['decided', deciding],
    ...proposed('accepted'),
    ...renewal,
    ...untilDecided,
  },
  suspended: {
    ...back('suspended'),
    resume: ['accepted', deciding],
    warn: ['suspended', ['clock']],
    ...proposed('suspended'),
    ...renewal,
    ...untilDecided,
  },
  supplementing: {
    ...back('supplementing'),
    resubmit: ['accepted', forApplicant],
    'lapse-supplement': ['accepted', ['clock']],
    warn: ['supplementing', ['clock']],
    ...proposed('supplementing'),
    ...renewal,
    ...untilDecided,
  },
  decided: {},
  withdrawn: {},
};

const task = { n: 1, department: 'amr', mode: 'serial', state: 'open' } as const;
const fromReceipt = { n: 30, unit: 'minute', from: 'received', of: 'office' } as const;
const caseIn = (state: Application['state'], rest: Partial<Application> = {}): Application =>
  applicationOf({
    state,
    situation: '延续',
    renewBefore: 0,
    expiresOn: '2026-12-31',
    licence: { until: '2026-12-31' },
    tolerance: { requirements: ['plan'], days: 3 },
    tasks: [task],
    voiding: { by: 'clerk', at: new Date(0), ground: 'clerical', why: '误录' },
    ...rest,
  });
const as = (...capacities: Capacity[]) => ({
  capacities,
  departments: 'any' as const,
  actor: { sub: 'someone', partyId: 'p_someone', orgs: [] },
});

test.each(states)('from %s only the acts of the table lead on', (state) => {
  const found = acts.map((act) => [act, transitionOf(caseIn(state), act)?.to]).filter(([, to]) => to);
  const expected = Object.entries(life[state] ?? {}).map(([act, [to]]) => [act, to]);
  expect(Object.fromEntries(found)).toEqual(Object.fromEntries(expected));
});

test.each(states)('in state %s each capacity is offered its own acts', (state) => {
  for (const capacity of [...capacities, 'clock' as const]) {
    const expected = Object.entries(life[state] ?? {}).filter(([, [, who]]) => who.includes(capacity));
    const offered = actionsFor(caseIn(state), as(capacity));
    expect([capacity, ...offered.toSorted()]).toEqual([capacity, ...expected.map(([act]) => act).toSorted()]);
  }
  expect(actionsFor(caseIn(state), as())).toEqual([]);
});

test.each<[string, Partial<Application>, [Application['state'], Act, string | undefined]]>([
  ['a filing is done when it is complete', { handling: 'filing' }, ['submitted', 'accept', 'decided']],
  ['so it is by silence', { handling: 'filing' }, ['submitted', 'accept-silently', 'decided']],
  ['whatever was proposed', { handling: 'filing' }, ['refusal-proposed', 'accept-silently', 'decided']],
  [
    'a filing on a commitment is filed, not decided',
    { handling: 'filing', committed: true },
    ['submitted', 'decide', undefined],
  ],
  ['time that runs from receipt is told of', { promised: fromReceipt }, ['submitted', 'warn', 'submitted']],
  ['also then', { promised: fromReceipt }, ['refusal-proposed', 'warn', 'refusal-proposed']],
  ['and where it had passed before', { promised: fromReceipt }, ['correcting', 'warn', 'correcting']],
  ['what is decided on the spot needs no acceptance', { handling: 'on-the-spot' }, ['submitted', 'decide', 'decided']],
  ['who commits himself is decided at once', { committed: true }, ['submitted', 'decide', 'decided']],
  ['nothing is decided before every opinion is given', {}, ['accepted', 'decide', undefined]],
  ['who has committed himself is, accepted or not', { committed: true }, ['accepted', 'decide', 'decided']],
  ['nothing accepted is void before another has proposed it', { voiding: undefined }, ['accepted', 'void', undefined]],
  ['before that a head makes it void alone', { voiding: undefined }, ['submitted', 'void', 'decided']],
  ['with every opinion given it is', { tasks: [{ ...task, state: 'done' }] }, ['accepted', 'decide', 'decided']],
  ['no task, nothing to claim', { tasks: [] }, ['accepted', 'claim', undefined]],
  ['extended once', { extension: { days: 1, at: new Date(0), why: '-' } }, ['accepted', 'extend', undefined]],
  ['nothing to follow', { tolerance: undefined }, ['accepted', 'settle-tolerance', undefined]],
  ['no renewal', { situation: '新办' }, ['accepted', 'renew-silently', undefined]],
  [
    'a review is no other office’s',
    { follows: { caseId: 'c', as: 'review', by: 'applicant', why: '-' } },
    ['accepted', 'forward', undefined],
  ],
  [
    'what was forwarded may be so again',
    { follows: { caseId: 'c', as: 'forward', by: 'applicant', why: '-' } },
    ['accepted', 'forward', 'decided'],
  ],
  ['no licence that the office knows', { licence: undefined }, ['accepted', 'renew-silently', undefined]],
  [
    'asked once after acceptance',
    { pauses: [{ kind: 'supplement', from: new Date(0), until: new Date(1), why: '-' }] },
    ['accepted', 'request-supplement', undefined],
  ],
  [
    'a notice extended once',
    { corrections: [{ at: new Date(0), by: 'c', days: 20, extraDays: 5, defects: [], fault: false }] },
    ['correcting', 'extend-correction', undefined],
  ],
])('%s', (_, rest, [state, act, to]) => {
  expect(transitionOf(caseIn(state, rest), act)?.to).toBe(to);
});

test('nobody handles his own case, one he stepped back from, or another department’s', () => {
  const approver = { ...as('approver'), departments: ['amr'] };
  const own = { ...approver, actor: { sub: 'x', partyId: 'p_company', orgs: [] } };
  const agent = { ...approver, actor: { sub: 'x', partyId: 'p_x', orgs: ['p_company'] } };
  const far = { ...approver, departments: ['health'] };
  const found = caseIn('accepted');
  expect(refusalOf(found, 'suspend', approver)).toBeUndefined();
  expect([own, agent].map((by) => refusalOf(found, 'suspend', by))).toEqual(['own-case', 'own-case']);
  expect(refusalOf({ ...found, recused: ['someone'] }, 'suspend', approver)).toBe('recused');
  const { partyId } = approver.actor;
  expect(refusalOf({ ...found, recused: ['another'], recusedParties: [partyId] }, 'suspend', approver)).toBe('recused');
  expect(refusalOf(found, 'suspend', far)).toBe('not-your-department');
  expect(refusalOf({ ...found, tasks: [{ ...task, department: 'health' }] }, 'claim', far)).toBeUndefined();
});

test('two transitions never compete for one act from one state', () => {
  for (const act of acts) {
    for (const state of states) {
      for (const handling of ['on-the-spot', 'filing', 'promised'] as const) {
        expect(transitionsOf(caseIn(state, { handling }), act).length).toBeLessThan(2);
      }
    }
  }
});
