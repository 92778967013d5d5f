import { expect, test } from 'vitest';
import { fc } from '../../test/support/property.ts';
import * as cases from '../../test/support/intake.ts';
import { act, people, type Answer } from '../../test/support/intake.ts';
import { justice, reviewer, underReview } from '../../test/support/linked.ts';
import { openResults } from '../../test/support/results.ts';
import { itemOf } from './cases.fake.ts';

const departments = [...cases.publication.departments, justice];
const quantity = { limit: 5, per: 'month', rule: '按受理先后' } as const;

/** A grant of an item with five places in a month, beside another that nobody touches; and what can be done with it, in any order. */
async function granted() {
  const results = await openResults({ departments, items: [itemOf({ quantity })] });
  const { world, table } = results;
  await results.decided();
  const id = await results.decided();
  const opened = new Map<string, string>();
  const versions = new Map<string, number>();

  async function open(name: 'revoke' | 'review', upon: string | undefined): Promise<string | undefined> {
    if (!upon) return undefined;
    const asked =
      name === 'revoke'
        ? { actor: people.head, body: { why: '不符合条件', ground: 'not-qualified' } }
        : { actor: people.company, body: { why: '原决定有误' } };
    const answer = await world.send(act(upon, name, asked));
    return answer.status === 201 ? String(answer.body.id) : undefined;
  }
  const begin = async (key: string, made: Promise<string | undefined>, by = people.approver) => {
    const it = await made;
    if (it) opened.set(key, it);
    if (it) versions.set(it, await underReview(world, it, by));
    return it !== undefined;
  };
  const end = async (key: string, by: typeof reviewer, said: object): Promise<boolean> => {
    const it = opened.get(key);
    const body = { outcome: 'granted', opinion: '经审查', reasons: '见决定书', ...said };
    const answer: Answer | undefined = it
      ? await world.send(cases.decide(it, versions.get(it) ?? 0, { actor: by, body }))
      : undefined;
    return answer?.status === 200;
  };
  return {
    acts: {
      'begin to revoke': () => begin('revocation', open('revoke', id)),
      revoke: () => end('revocation', people.approver, {}),
      'begin to review': () => begin('review', open('review', id), reviewer),
      annul: () => end('review', reviewer, { ruling: 'annulled' }),
      'begin to review the revocation': () => begin('second', open('review', opened.get('revocation')), reviewer),
      'annul the revocation': () => end('second', reviewer, { ruling: 'annulled' }),
    },
    used: () => table.rows().find(({ pk, sk }) => String(pk).startsWith('QUOTA#') && sk === 'COUNT')?.['used'],
  };
}
type Name = keyof Awaited<ReturnType<typeof granted>>['acts'];

const names: Name[] = [
  'begin to revoke',
  'revoke',
  'begin to review',
  'annul',
  'begin to review the revocation',
  'annul the revocation',
];

test('property: a grant has its place while nothing that takes it back stands, and gives it back once, in whatever order it is revoked, annulled and restored', async () => {
  const orders = fc.shuffledSubarray([...names, ...names], { minLength: 6 });
  const reached = new Set<string>();
  await fc.assert(
    fc.asyncProperty(orders, async (order) => {
      const { acts, used } = await granted();
      const done = new Set<Name>();
      for (const name of order) {
        if (await acts[name]()) done.add(name);
        const revoked = done.has('revoke') && !done.has('annul the revocation');
        // What a review annuls is decided anew, and has the place meanwhile.
        const stands = !revoked || done.has('annul');
        expect([...done, used()]).toEqual([...done, stands ? 2 : 1]);
      }
      reached.add([...done].filter((one) => !one.startsWith('begin')).join(', '));
    }),
    { numRuns: 60 },
  );
  for (const both of ['revoke, annul', 'annul, revoke']) expect([...reached].join('; ')).toContain(both);
});
