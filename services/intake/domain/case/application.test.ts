import { describe, expect, test } from 'vitest';
import { roles } from '#shared/actor';
import { routes } from '../../api.ts';
import { applicationOf } from '../../cases.fake.ts';
import { channel } from '../catalogue/item.ts';
import { actionsFor, applicationState, graph, sees, transitionOf, type Act, type Capacity } from './application.ts';

const states = applicationState.options;
const acts: readonly Act[] = ['create', 'edit', 'submit', 'accept', 'decide', 'withdraw'];
const capacities: readonly Capacity[] = ['applicant', ...roles];
const entering = ['applicant', 'window', 'community', 'kiosk', 'hotline'];

// Kept by hand, not derived from the graph: what may happen in each state, to which state it leads, who may do it.
const life: Record<string, Partial<Record<Act, [to: string, who: string[]]>>> = {
  draft: { edit: ['draft', entering], submit: ['submitted', entering], withdraw: ['withdrawn', ['applicant']] },
  submitted: { accept: ['accepted', ['window', 'approver', 'head']], withdraw: ['withdrawn', ['applicant']] },
  accepted: { decide: ['decided', ['approver', 'head']], withdraw: ['withdrawn', ['applicant']] },
  decided: {},
  withdrawn: {},
};

test.each(states)('from %s only the acts of the table lead on', (state) => {
  const found = acts.map((act) => [act, transitionOf(state, act)?.to]).filter(([, to]) => to);
  expect(Object.fromEntries(found)).toEqual(
    Object.fromEntries(Object.entries(life[state] ?? {}).map(([act, [to]]) => [act, to])),
  );
});

test.each(states)('in state %s each capacity is offered its own acts', (state) => {
  for (const capacity of capacities) {
    const expected = Object.entries(life[state] ?? {}).filter(([, [, who]]) => who.includes(capacity));
    expect([capacity, actionsFor(state, [capacity])]).toEqual([capacity, expected.map(([act]) => act)]);
  }
  expect(actionsFor(state, [])).toEqual([]);
});

test('two transitions never compete for one act from one state', () => {
  for (const act of acts) {
    const from = graph.filter((one) => one.act === act).flatMap((one) => one.from);
    expect(new Set(from).size).toBe(from.length);
  }
});

test.each([
  ['PUT', '', 'edit'],
  ['POST', '/submit', 'submit'],
  ['POST', '/accept', 'accept'],
  ['POST', '/decide', 'decide'],
  ['POST', '/withdraw', 'withdraw'],
] as const)('the route %s …/{id}%s is open to exactly those whom the graph lets %s', (method, end, act) => {
  const found = routes.find((one) => one.method === method && one.path === `/intake/applications/{id}${end}`);
  const open = (found?.may ?? []).flatMap((one): readonly string[] => (one.who === 'staff' ? one.roles : [one.who]));
  expect(new Set(open)).toEqual(new Set(graph.filter((one) => one.act === act).flatMap(({ who }) => who)));
});

const viewer = (capacity: Capacity, departments: readonly string[] | 'any', ...parties: string[]) => ({
  capacities: [capacity],
  parties,
  departments,
});

describe('who sees a case', () => {
  test('an applicant: his own and those of his organisations, in every state; of others none', () => {
    for (const state of states) {
      const found = applicationOf({ state });
      expect(sees(viewer('applicant', [], 'p_company'), found)).toBe(true);
      expect(sees(viewer('applicant', [], 'p_li', 'p_company'), found)).toBe(true);
      expect(sees(viewer('applicant', [], 'p_li'), found)).toBe(false);
    }
  });

  test('an officer of a department: its cases, once handed in', () => {
    for (const state of states) {
      const found = applicationOf({ state });
      expect(sees(viewer('approver', ['amr']), found)).toBe(state !== 'draft');
      expect(sees(viewer('approver', ['health', 'amr']), found)).toBe(state !== 'draft');
      expect(sees(viewer('approver', ['health']), found)).toBe(false);
      expect(sees(viewer('approver', []), found)).toBe(false);
      expect(sees(viewer('supervisor', 'any'), found)).toBe(state !== 'draft');
    }
  });

  test('a draft: beside the applicant only the desk that entered it, by its role', () => {
    for (const capacity of capacities.filter((one) => one !== 'applicant')) {
      for (const entered of channel.options) {
        const own = ['window', 'community', 'kiosk', 'hotline'].includes(entered) && entered === capacity;
        expect(sees(viewer(capacity, 'any'), applicationOf({ channel: entered }))).toBe(own);
      }
    }
  });

  test('a desk without casework: of cases that were handed in, too, only those of its own kind', () => {
    for (const entered of channel.options) {
      const found = applicationOf({ channel: entered, state: 'submitted' });
      for (const desk of ['community', 'kiosk', 'hotline'] as const) {
        expect(sees(viewer(desk, 'any'), found)).toBe(entered === desk);
      }
      expect(sees(viewer('window', 'any'), found)).toBe(true);
    }
  });

  test('nobody without a capacity', () => {
    expect(sees({ capacities: [], parties: ['p_company'], departments: [] }, applicationOf())).toBe(false);
  });
});
