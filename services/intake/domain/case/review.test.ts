import { describe, expect, test } from 'vitest';
import { acting, at, made } from '../../acting.fake.ts';
import { applicationOf } from '../../cases.fake.ts';
import type { Application } from './application.ts';
import type { Task } from './task.ts';
import type { Change, Refused } from './change.ts';
import { recuse, release, transfer } from './handing-on.ts';
import { claim, giveOpinion, openTasks } from './review.ts';

const kinds: Record<string, Pick<Task, 'mode' | 'state'>> = {
  's-': { mode: 'serial', state: 'waiting' },
  so: { mode: 'serial', state: 'open' },
  sd: { mode: 'serial', state: 'done' },
  'p-': { mode: 'parallel', state: 'waiting' },
  po: { mode: 'parallel', state: 'open' },
  pd: { mode: 'parallel', state: 'done' },
};
const tasksOf = (text: string): Task[] =>
  text.split(' ').map((one, n) => ({ n: n + 1, department: 'amr', mode: 'serial', state: 'waiting', ...kinds[one] }));
const textOf = (tasks: readonly Task[]) =>
  tasks.map(({ mode, state }) => `${mode[0]}${state === 'waiting' ? '-' : state[0]}`).join(' ');

test.each([
  ['s-', 'so'],
  ['s- s-', 'so s-'],
  ['sd s-', 'sd so'],
  ['p- p- p-', 'po po po'],
  ['s- p- p-', 'so p- p-'],
  ['sd p- p-', 'sd po po'],
  ['sd po p- s-', 'sd po po s-'],
  ['sd pd po s-', 'sd pd po s-'],
  ['sd pd pd s- p-', 'sd pd pd so p-'],
  ['p- s- p-', 'po s- p-'],
  ['pd sd p-', 'pd sd po'],
  ['so', 'so'],
])('of %s these are open: %s', (before, after) => {
  expect(textOf(openTasks(tasksOf(before), at('08-03 09:00')))).toBe(after);
});

test('a task keeps the moment in which it was opened', () => {
  const [opened] = openTasks(tasksOf('s-'), at('08-03 09:00'));
  const again = openTasks(opened ? [opened] : [], at('08-04 09:00'));
  expect(again[0]?.openedAt).toEqual(at('08-03 09:00'));
});

const open: Task = { n: 1, department: 'amr', mode: 'parallel', state: 'open' };
const held = { ...open, assignee: 'approver' };
const accepted = (rest: Partial<Application> = {}) => applicationOf({ state: 'accepted', tasks: [open], ...rest });
const of = (task: Task) => accepted({ tasks: [task] });
const by = <Body>(sub: string, body: Body, capacity: 'approver' | 'head' = 'approver') =>
  acting(body, { sub, capacity, task: 1 });
const resultOf = (decided: Change | Refused) =>
  'refused' in decided
    ? decided.refused
    : [decided.application.tasks[0]?.state, decided.application.tasks[0]?.assignee];
const opinion = { verdict: 'agree' as const, opinion: '同意' };
const known = ['colleague', 'approver'].map((sub) => ({ sub, partyId: `p_${sub}` }));
const move = { to: 'colleague', reason: '出差' };

test.each<[string, Change | Refused, unknown]>([
  ['a free task is taken', claim(of(open), by('approver', {})), ['open', 'approver']],
  ['by the same again', claim(of(held), by('approver', {})), ['open', 'approver']],
  ['not from another', claim(of(held), by('other', {})), 'task-taken'],
  ['not even by the head', claim(of(held), by('boss', {}, 'head')), 'task-taken'],
  ['it is put back', release(of(held), by('approver', {})), ['open', undefined]],
  ['not by another', release(of(held), by('other', {})), 'not-your-task'],
  ['by the head', release(of(held), by('boss', {}, 'head')), ['open', undefined]],
  ['it is handed on', transfer(known)(of(held), by('approver', move)), ['open', 'colleague']],
  ['not by another', transfer(known)(of(held), by('other', move)), 'not-your-task'],
  ['by the head', transfer(known)(of(held), by('boss', move, 'head')), ['open', 'colleague']],
  [
    'not to one who stepped back',
    transfer(known)({ ...of(held), recused: ['colleague'] }, by('approver', move)),
    'recused',
  ],
  ['not to somebody unknown', transfer([])(of(held), by('approver', move)), 'not-a-colleague'],
  [
    'not to another account of one who stepped back',
    transfer(known)({ ...of(held), recused: ['x'], recusedParties: ['p_colleague'] }, by('approver', move)),
    'recused',
  ],
  ['its opinion is given', giveOpinion(of(held), by('approver', opinion)), ['done', 'approver']],
  ['of a free one by anyone', giveOpinion(of(open), by('other', opinion)), ['done', 'other']],
  ['not of another’s', giveOpinion(of(held), by('other', opinion)), 'task-taken'],
  ['not twice', giveOpinion(of({ ...held, state: 'done' }), by('approver', opinion)), 'task-closed'],
  ['not before its turn', claim(of({ ...open, state: 'waiting' }), by('approver', {})), 'task-closed'],
  ['not of a task there is not', claim(accepted({ tasks: [] }), by('approver', {})), 'task-closed'],
  ['nor of another department', claim(of({ ...open, department: 'fire' }), by('approver', {})), 'not-your-department'],
])('a task: %s', (_, decided, expected) => {
  expect(resultOf(decided)).toEqual(expected);
});

test('an opinion opens what waited for it', () => {
  const change = made(giveOpinion(accepted({ tasks: tasksOf('so s-') }), by('approver', opinion)));
  expect(textOf(change.application.tasks)).toBe('sd so');
  expect(change.application.tasks[0]?.opinion).toMatchObject({ verdict: 'agree', text: '同意', by: 'approver' });
});

describe('who steps back', () => {
  const two = accepted({ tasks: [held, { ...held, n: 2 }, { ...held, n: 3, state: 'done' }] });

  test('leaves all he had in hand, for good; what he has done stays', () => {
    const { application } = made(recuse(known)(two, by('approver', { reason: '亲属' })));
    expect(application.recused).toEqual(['approver']);
    expect(application.tasks.map(({ assignee }) => assignee)).toEqual([undefined, undefined, 'approver']);
  });

  test('may name who takes the task on; a head may name who steps back', () => {
    const { application } = made(recuse(known)(two, by('approver', { to: 'colleague', reason: '亲属' })));
    expect(application.tasks.map(({ assignee }) => assignee)).toEqual(['colleague', undefined, 'approver']);
    expect(made(recuse(known)(two, by('boss', { who: 'approver', reason: '-' }, 'head'))).application.recused).toEqual([
      'approver',
    ]);
  });

  test.each([
    ['another does not send him away', by('other', { who: 'approver', reason: '-' }), 'not-your-task'],
    ['not in favour of himself', by('approver', { to: 'approver', reason: '-' }), 'recused'],
  ])('%s', (_, asked, expected) => {
    expect(recuse(known)(two, asked)).toEqual({ refused: expected });
  });

  test('is not named twice, and takes nothing on', () => {
    const again = made(recuse(known)({ ...two, recused: ['approver'] }, by('approver', { reason: '-' })));
    expect(again.application.recused).toEqual(['approver']);
    const back = recuse(known)({ ...two, recused: ['colleague'] }, by('approver', { to: 'colleague', reason: '-' }));
    expect(back).toEqual({ refused: 'recused' });
  });
});
