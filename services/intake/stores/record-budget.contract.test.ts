import { expect, test } from 'vitest';
import { engineForTests } from '../../../test/support/engine-table.ts';
import * as cases from '../../../test/support/intake.ts';
import { act, draft, people, type Answer } from '../../../test/support/intake.ts';

const engine = engineForTests();

const outline = ({ status, body }: Answer): string => `${status} ${body.code ?? body.status}`;
const times = <One>(n: number, one: One): One[] => Array.from({ length: n }, () => one);
const pointer = '/operator';

// The double takes rows of any size; the engine refuses 400 KB, which would be a 500.
test('notices and answers as long as they may be fill a record without ever breaking it, and the case ends all the same', async () => {
  const world = cases.intakeOver(await engine.create());
  await cases.publish(world);
  const id = await draft(world);
  await world.send(cases.submit(id));
  const defects = times(60, { pointer, what: '不'.repeat(100), mend: '改'.repeat(100) });
  const answers = times(60, { pointer, text: '好'.repeat(200) });
  const ask = () => world.send(act(id, 'request-correction', { actor: people.head, body: { defects } }));
  const answer = () => world.send(act(id, 'resubmit', { actor: people.company, body: { changes: [], answers } }));
  const heard: string[] = [];
  for (let n = 0; n < 12 && heard.at(-1) !== '409 record-full'; n += 1) {
    heard.push(outline(await (n % 2 === 0 ? ask() : answer())));
  }
  const rounds = heard.slice(0, -1);
  expect(rounds.length).toBeGreaterThanOrEqual(6);
  expect(new Set(rounds)).toEqual(new Set(['200 correcting', '200 submitted']));
  expect(heard.at(-1)).toBe('409 record-full');
  const body = { ground: 'clerical', why: '误'.repeat(500) };
  expect(outline(await world.send(act(id, 'void', { actor: people.head, body })))).toBe('200 decided');
});
