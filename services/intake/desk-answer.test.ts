import { beforeEach, describe, expect, test } from 'vitest';
import { fakeTable } from '#shared/table.fake';
import { staffActor } from '../../test/support/actors.ts';
import { entryAt } from '../../test/support/entries.ts';
import * as cases from '../../test/support/intake.ts';
import { act, draft, people, read, type Answer, type IntakeWorld } from '../../test/support/intake.ts';
import { outline } from '../../test/support/linked.ts';
import { itemOf } from './cases.fake.ts';

const name = { pointer: '/operator', what: '名称不符', mend: '按营业执照填写全称' };
const better = { pointer: '/operator', value: '示例餐饮有限公司' };

let world: IntakeWorld;
let id: string;
beforeEach(async () => {
  world = cases.intakeOver(fakeTable());
  await cases.publish(world, { ...cases.publication, items: [itemOf()] });
  id = await draft(world);
  await world.send(cases.submit(id));
});
const notice = (defects: object[]): Promise<Answer> =>
  world.send(act(id, 'request-correction', { actor: people.clerk, body: { defects } }));
const answer = (body: object, actor = people.company): Promise<Answer> =>
  world.send(act(id, 'resubmit', { actor, body: { changes: [], ...body } }));
const shown = async () => (await world.send(read(id))).body;

describe('an answer at a desk', () => {
  const other = staffActor('window', {}, 'other-clerk');
  const changes = [better];
  const entry = entryAt.window;

  test('needs an entry as taking in does, and shows who came, who wrote it and for whom', async () => {
    await notice([name]);
    expect(outline(await answer({ changes }, other))).toBe('400 invalid-input');
    const unseen = { hall: 'gulou-hall', window: '12', documentsSeen: [], originalChecked: false };
    const refused = await answer({ changes, entry: unseen }, other);
    expect(refused.body.errors.map(({ pointer }: { pointer: string }) => pointer)).toEqual([
      '/entry/documentsSeen',
      '/entry/signatureKept',
    ]);
    expect(outline(await answer({ changes, entry }, other))).toBe('200 submitted');
    expect((await shown()).corrections[0].entry).toMatchObject({
      clerk: 'other-clerk',
      office: 'gulou/window',
      ...entry,
    });
    const { items } = (await world.send({ ...read(id), path: `/intake/applications/${id}/timeline` })).body;
    expect(items.at(-1)).toMatchObject({ act: 'resubmit', actor: 'other-clerk', onBehalfOf: 'p_company' });
  });

  test('is never written by whoever asked for it, nor by the applicant as a clerk; he himself has no entry to make', async () => {
    await notice([name]);
    expect(outline(await answer({ changes, entry }, people.clerk))).toBe('403 own-notice');
    const otherAccount = { ...other, partyId: people.clerk.partyId };
    expect(outline(await answer({ changes, entry }, otherAccount))).toBe('403 own-notice');
    expect(outline(await answer({ changes, entry }, { ...other, partyId: 'p_company' }))).toBe('403 own-case');
    expect(outline(await answer({ changes, entry }))).toBe('400 invalid-input');
    expect(outline(await answer({ changes }))).toBe('200 submitted');
  });
});
