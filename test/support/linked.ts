import { expect } from 'vitest';
import type { Table } from '#shared/table';
import { staffActor } from './actors.ts';
import * as cases from './intake.ts';
import { act, draft, people, type Answer } from './intake.ts';

export const justice = { key: 'justice', name: '司法局', nameEn: 'Justice', reviews: true };
export const reviewer = staffActor('approver', { department: 'justice' }, 'reviewer');
export const otherHead = staffActor('head', { department: 'amr' }, 'other-head');
export const slip = '决定书上的名称少一字';

export const outline = ({ status, body }: Answer): string => `${status} ${body.code ?? body.status}`;

/** Accepts a case that waits for that, as one of the office's own accord does not; its version then. */
export async function underReview(world: cases.IntakeWorld, id: string, actor = people.approver): Promise<number> {
  const { version, status } = (await world.send(cases.read(id, { actor }))).body;
  if (status !== 'submitted') return version;
  const accepted = await world.send(cases.accept(id, { actor }));
  expect(outline(accepted)).toBe('200 accepted');
  return accepted.body.version;
}

/** An intake with a body that reviews, and the ways to open a case upon one that has ended. */
export async function linkedOver(table: Table) {
  const world = cases.intakeOver(table);
  const departments = [...cases.publication.departments, justice];
  await cases.publish(world, { ...cases.publication, departments });
  return {
    ...world,
    async decided(outcome: 'granted' | 'refused' = 'granted'): Promise<string> {
      const id = await draft(world);
      await world.send(cases.submit(id));
      await world.send(cases.accept(id));
      const body = { outcome, opinion: '经审查', reasons: '见决定书' };
      expect((await world.send(cases.decide(id, 3, { body }))).status).toBe(200);
      return id;
    },
    correct: (id: string, rest: object = {}, actor = people.company) =>
      world.send(act(id, 'correct', { actor, body: { why: slip, ...rest } })),
    revoke: (id: string, actor = people.head) =>
      world.send(act(id, 'revoke', { actor, body: { ground: 'deception', why: '材料系伪造' } })),
    review: (id: string, actor = people.company) =>
      world.send(act(id, 'review', { actor, body: { why: '理由不成立' } })),
    /** Accepts and decides a case that was opened upon another. */
    async ended(id: string, actor = people.approver, said: object = {}): Promise<Answer> {
      const body = { outcome: 'granted', opinion: '经审查', reasons: '见决定书', ...said };
      return world.send(cases.decide(id, await underReview(world, id, actor), { actor, body }));
    },
  };
}
export type LinkedWorld = Awaited<ReturnType<typeof linkedOver>>;
