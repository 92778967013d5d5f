import { beforeEach, describe, expect, test } from 'vitest';
import { deliverPapers, makerOver } from '../../test/support/documents.ts';
import * as cases from '../../test/support/intake.ts';
import { people } from '../../test/support/intake.ts';
import { justice, reviewer } from '../../test/support/linked.ts';
import { openResults, outline, type Results } from '../../test/support/results.ts';

const { company, head, approver } = people;
let at: Results;
let id: string;
beforeEach(async () => {
  at = await openResults({ ...cases.publication, departments: [...cases.publication.departments, justice] });
  id = await at.decided();
});

interface Opening {
  actor?: typeof company;
  ground?: string;
}
const open = async (whose: string, name: string, { actor = company, ...said }: Opening = {}): Promise<string> => {
  at.later(1);
  return (await at.act(whose, name, { actor, body: { why: '原决定有误', ...said } })).body.id;
};
async function decide(upon: string, by = approver, said: object = {}): Promise<cases.Answer> {
  await at.world.send(cases.accept(upon, { actor: by }));
  const { version } = (await at.world.send(cases.read(upon, { actor: by }))).body;
  const body = { outcome: 'granted', opinion: '经审查', reasons: '见决定书', ...said };
  const answer = await at.world.send(cases.decide(upon, version, { actor: by, body }));
  await at.settle();
  return answer;
}
const revoked = async (said: object = {}): Promise<string> => {
  const upon = await open(id, 'revoke', { actor: head, ground: 'not-qualified' });
  await decide(upon, approver, said);
  return upon;
};
const annulled = async (whose: string) => decide(await open(whose, 'review'), reviewer, { ruling: 'annulled' });

async function track(of: string, language = 'zh') {
  const { number, trackingCode } = (await at.world.send(cases.read(of))).body;
  const headers = { 'Accept-Language': language };
  const path = `/intake/public/track/${number}`;
  return (await at.world.send({ path, query: { code: trackingCode }, headers })).body;
}

describe('whoever follows a number', () => {
  test('reads that the grant was revoked, and when, and what the revocation is', async () => {
    expect(await track(id)).toMatchObject({ outcome: 'granted', outcomeText: '准予' });
    const revocation = await revoked();
    expect(await track(id)).toMatchObject({
      outcome: 'granted',
      outcomeText: '准予；该决定已于2026-08-04被撤销',
      since: [{ became: 'revoked', text: '该决定已于2026-08-04被撤销' }],
      delivery: { state: 'taken-back', text: '决定已被撤销，不再交付' },
    });
    expect(await track(revocation)).toMatchObject({
      outcomeText: '撤销原许可',
      follows: { as: 'revoke', text: '对已准予许可的撤销' },
    });
    expect((await track(revocation, 'en')).outcomeText).toBe('What was granted is revoked');
  });

  test('reads nothing of a revocation that came to nothing, or was annulled', async () => {
    const refused = await revoked({ outcome: 'refused' });
    expect((await track(refused)).outcomeText).toBe('不予撤销，原许可有效');
    const revocation = await revoked();
    await annulled(revocation);
    const today = await track(id);
    expect([today.outcomeText, today.since]).toEqual(['准予', undefined]);
    expect((await track(revocation)).outcomeText).toBe('撤销原许可；该决定已于2026-08-06经复议撤销');
  });

  test('reads that it was corrected, or changed by a review', async () => {
    await decide(await open(id, 'correct'));
    await decide(await open(id, 'review'), reviewer, { ruling: 'changed', changedTo: '有效期为三年' });
    expect((await track(id)).since).toMatchObject([{ became: 'corrected' }, { became: 'changed' }]);
  });
});

describe('whoever verifies a paper', () => {
  test('learns that its seal is intact and the decision on it revoked; of a receipt nothing else', async () => {
    const maker = makerOver(at.world);
    expect(await deliverPapers(at.world, maker)).toEqual([]);
    const revocation = await revoked();
    expect(await deliverPapers(at.world, maker)).toEqual([]);
    const verify = async (kind: string, whose = id) => {
      const file = [...maker.bucket.files].find(([key]) => key.includes(whose) && key.includes(kind))![1];
      const body = { content: Buffer.from(file.bytes).toString('base64') };
      const path = '/intake/public/documents/verify';
      return (await at.world.send({ method: 'POST', path, headers: cases.freshKey(), body })).body;
    };
    expect(await verify('-decision')).toMatchObject({
      verdict: 'intact',
      text: expect.stringContaining('该决定已于2026-08-04被撤销'),
      stands: false,
      since: [{ became: 'revoked' }],
    });
    for (const other of [await verify('-receipt'), await verify('-decision', revocation)]) {
      expect(other.verdict).toBe('intact');
      expect(other).not.toHaveProperty('stands');
    }
  });
});

async function listed(language = 'zh') {
  const headers = { 'Accept-Language': language };
  const path = '/intake/applications';
  const { items } = (await at.world.send({ path, query: { mine: 'true' }, headers, actor: company })).body;
  return new Map(items.map((one: { id: string }) => [one.id, one]));
}

test('in his list the line of what was granted says what became of it, in the words of the tracking', async () => {
  const sinceIn = async (language?: string) => (await listed(language)).get(id);
  expect(await sinceIn()).not.toHaveProperty('since');
  await decide(await open(id, 'correct'));
  const revocation = await revoked();
  expect(await sinceIn()).toMatchObject({ outcome: 'granted', since: (await track(id)).since });
  expect(await sinceIn('en')).toMatchObject({
    since: [{ became: 'corrected' }, { became: 'revoked', text: 'The decision was revoked on 2026-08-05' }],
  });
  await annulled(revocation);
  expect(await sinceIn()).toMatchObject({ since: [{ became: 'corrected' }] });
});

test('in his list a case upon another says which, and what a review has ruled', async () => {
  const revocation = await revoked();
  await annulled(revocation);
  const lines = await listed();
  expect(lines.get(revocation)).toMatchObject({ outcome: 'granted', follows: { caseId: id, as: 'revoke' } });
  expect([...lines.values()]).toContainEqual(
    expect.objectContaining({ follows: { caseId: revocation, as: 'review' }, ruling: 'annulled' }),
  );
  expect(lines.get(id)).not.toHaveProperty('follows');
});

describe('a decision that was taken back', () => {
  test('is neither corrected nor reviewed', async () => {
    await revoked();
    for (const [name, said] of [
      ['correct', {}],
      ['review', {}],
    ] as const) {
      const answer = await at.act(id, name, { actor: company, body: { why: '原决定有误', ...said } });
      expect(outline(answer)).toEqual([409, 'decision-gone']);
    }
  });

  test('is not changed by what was opened before: a correction is refused, a review upholds or annuls', async () => {
    const [correction, review] = [await open(id, 'correct'), await open(id, 'review')];
    await revoked();
    expect(outline(await decide(correction))).toEqual([409, 'decision-gone']);
    const changed = { ruling: 'changed', changedTo: '有效期为三年' };
    expect(outline(await decide(review, reviewer, changed))).toEqual([409, 'decision-gone']);
    expect(outline(await decide(correction, approver, { outcome: 'refused' }))).toEqual([200, 'decided']);
    expect(outline(await decide(review, reviewer, { outcome: 'refused', ruling: 'upheld' }))).toEqual([200, 'decided']);
  });

  test('and stands again, is corrected as any other', async () => {
    await annulled(await revoked());
    expect((await at.act(id, 'correct', { actor: company, body: { why: '名称有误' } })).status).toBe(201);
  });
});

test('supervision counts a case upon a decision as none of its item', async () => {
  await revoked();
  const measured = at.facts('intake.case-measured.v1').map(({ data }) => [data['caseId'], data['measure']]);
  expect(measured).toEqual([
    [id, 'accepted'],
    [id, 'decided'],
  ]);
});
