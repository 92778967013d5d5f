import * as z from 'zod';
import { etagOf, pathOf } from '../../support/cases.ts';
import { eventually, type Answer, type Caller, type Hall } from '../../support/hall.ts';
import type { Carried } from './carried.ts';
import { partsOf, type HandedIn } from './handed-in.ts';

export type OpenPart = ReturnType<typeof partsOf>[number];

const reviewed = z.object({
  status: z.string(),
  tasks: z.array(z.object({ n: z.int(), department: z.string(), state: z.string() })).default([]),
});

/** What a grant gives that a later item takes into its form. */
const issued: Record<string, object> = { 'completion-filing': { fields: { number: '350102-备-0001' } } };

/** Every step of the review has its opinion, and the department grants. */
async function granted(hall: Hall, { item, caseId: id = '' }: OpenPart, department: string): Promise<Answer> {
  const owner = hall.as(`approver-${department}`);
  const begun = await eventually(
    () => owner.get(pathOf(id)),
    ({ body }) => body['status'] === 'accepted' || body['status'] === 'decided',
  );
  // What is only filed (备案) is done with its acceptance.
  if (begun.body['status'] === 'decided') return begun;
  for (;;) {
    const { body } = await owner.get(pathOf(id));
    const open = reviewed.parse(body).tasks.find(({ state }) => state === 'open');
    if (!open)
      return eventually(
        () => decided(owner, { item, id }),
        ({ body: said }) => !notYet.has(said['code']),
      );
    const who = hall.as(`approver-${open.department}`);
    const given = await who.post(`${pathOf(id)}/tasks/${open.n}/opinion`, { verdict: 'agree', opinion: '符合条件' });
    if (given.status !== 200) return given;
  }
}

/** What the library and the registers have not answered yet. */
const notYet: ReadonlySet<unknown> = new Set(['sharing-unknown', 'materials-waiting']);

/** Decides as it stands. */
async function decided(owner: Caller, { item, id }: { item: string; id: string }): Promise<Answer> {
  const decision = { outcome: 'granted', opinion: '符合条件', ...(issued[item] && { issued: issued[item] }) };
  return owner.post(`${pathOf(id)}/decide`, decision, { ifMatch: etagOf(await owner.get(pathOf(id))) });
}

/** Wave after wave: what waits for nothing is decided, and what waited for that becomes a case. */
export async function decidedAll(
  { hall, story: { step } }: Carried,
  { path, guide }: HandedIn,
  beforeWave?: (wave: number, open: readonly OpenPart[]) => Promise<void>,
): Promise<void> {
  const departments = new Map(guide.parts.map(({ item, department }) => [item, department]));
  const company = hall.as('company');
  const ended = new Set<string>();
  const nextOf = (answer: Answer) =>
    partsOf(answer).filter(({ item, status }) => status === 'open' && !ended.has(item));
  for (let wave = 1; ; wave += 1) {
    const answer = await eventually(
      () => company.get(path),
      (one) => one.body['status'] === 'done' || nextOf(one).length > 0,
    );
    const open = nextOf(answer);
    if (open.length === 0) break;
    await beforeWave?.(wave, open);
    await step(
      `审批 · wave ${wave}: ${open.map(({ item }) => item).join(', ')}`,
      () => Promise.all(open.map((one) => granted(hall, one, departments.get(one.item) ?? ''))),
      (answers) => answers.every(({ status }) => status === 200),
    );
    for (const { item } of open) ended.add(item);
  }
}
