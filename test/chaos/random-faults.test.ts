// Nothing lost, nothing twice: many cases at once while the local cloud's database, bus and queues misbehave at random.
import { randomInt, randomUUID } from 'node:crypto';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { codeOf, foodItem, idOf, itemsOf, pathOf, sharingKnown } from '../support/cases.ts';
import { foodForm } from '../support/form.ts';
import type { Answer, Caller } from '../support/hall.ts';
import { lookInside, type Inside } from '../support/inside.ts';
import { startLocalJourney, type LocalJourney } from '../support/journey.ts';

let journey: LocalJourney;
let inside: Inside;
beforeAll(async () => {
  journey = await startLocalJourney({ copies: 4 });
  inside = lookInside(journey.cloud);
});
afterAll(async () => {
  inside?.stop();
  await journey?.stop();
});

const pick = <Value>(values: readonly Value[]): Value => values[randomInt(values.length)]!;
const done: string[] = [];

/** One more fault somewhere; rare enough that the SDK, the wrappers and a patient client get through. */
function spoil(): void {
  const { faults } = journey.cloud;
  const kind = pick([
    'lost-reply',
    'transaction-conflict',
    'throttled',
    'server-error',
    'bus',
    'queue',
    'queue',
  ] as const);
  done.push(kind);
  if (kind === 'bus') return faults.events.failNext(1);
  if (kind === 'queue') {
    const queue = pick(['NotificationsInboxQueue', 'IntakeInboxQueue']);
    return faults.queues.add({ kind: pick(['deliver-twice', 'deliver-twice-at-once'] as const), queue, times: 2 });
  }
  const table = inside.table(pick(['gulou-intake', 'jinan-intake', 'fuzhou-intake', 'fuzhou-notifications']));
  faults.dynamodb.add({ kind, table, times: randomInt(1, 3) });
}

/** Asks as a patient client does: the same request with the same key until it is answered. */
async function patiently(ask: (key: string) => Promise<Answer>): Promise<Answer> {
  const key = randomUUID();
  for (let attempt = 1; ; attempt += 1) {
    const answer = await ask(key);
    const again = answer.status >= 500 || codeOf(answer) === '409 conflict';
    if (!again || attempt === 8) return answer;
  }
}

interface Plan {
  set: 'gulou' | 'jinan';
  end: 'granted' | 'refused' | 'withdrawn' | 'draft-withdrawn';
}

/** A whole case with a fault before each act; gives its id. */
async function live({ set, end }: Plan, company: Caller): Promise<string> {
  const { hall } = journey;
  const suffix = set === 'jinan' ? '.jinan' : '';
  const act = async (who: Caller, path: string, body: object): Promise<Answer> => {
    spoil();
    const answer = await patiently((key) => who.post(path, body, { set, key, ifMatch: '"5"' }));
    expect(answer.status, `${path}: ${JSON.stringify(answer.body)}`).toBeLessThan(300);
    return answer;
  };
  const application = { itemKey: foodItem, form: foodForm, channel: 'online' };
  const id = idOf(await act(company, '/intake/applications', application));
  if (end !== 'draft-withdrawn') await act(company, `${pathOf(id)}/submit`, {});
  if (end.endsWith('withdrawn')) await act(company, `${pathOf(id)}/withdraw`, { reason: '不办了' });
  else {
    await act(hall.as(`clerk${suffix}`), `${pathOf(id)}/accept`, {});
    const approver = hall.as(`approver-amr${suffix}`);
    const opinion = { verdict: 'agree', opinion: '意见' };
    await act(approver, `${pathOf(id)}/tasks/1/opinion`, opinion);
    await act(approver, `${pathOf(id)}/tasks/2/opinion`, opinion);
    await sharingKnown(approver, id, { set });
    const decision = { outcome: end, opinion: '意见', reasons: '理由' };
    await act(approver, `${pathOf(id)}/decide`, decision);
  }
  return id;
}

const lines: Record<Plan['end'], string[]> = {
  granted: ['accepted', 'granted', 'result-ready', 'submitted'],
  refused: ['accepted', 'refused', 'result-ready', 'submitted'],
  withdrawn: ['submitted', 'withdrawn'],
  'draft-withdrawn': ['draft-withdrawn'],
};
const acts: Record<Plan['end'], string> = {
  granted: 'create,submit,accept,give-opinion,give-opinion,decide',
  refused: 'create,submit,accept,give-opinion,give-opinion,decide',
  withdrawn: 'create,submit,withdraw',
  'draft-withdrawn': 'create,withdraw',
};

test('whatever fails on the way, each act happens once and each fact is told once', async () => {
  const { hall, cloud } = journey;
  const company = hall.as('company');
  const plans = Array.from({ length: 12 }, (_, n) => ({
    set: n % 3 === 0 ? ('jinan' as const) : ('gulou' as const),
    end: pick(['granted', 'granted', 'refused', 'withdrawn', 'draft-withdrawn'] as const),
  }));
  const cases = await Promise.all(plans.map(async (plan) => ({ ...plan, id: await live(plan, company) })));
  cloud.faults.dynamodb.clear();
  // What the bus still refuses is tried again, less and less often: `settle` alone would call that stuck.
  for (let left = 5; left > 0; left -= 1)
    await cloud.settle().then(
      () => (left = 0),
      () => {},
    );
  await cloud.settle();

  const inbox = itemsOf(await company.get('/notifications/inbox?limit=100', { set: 'fuzhou' }));
  const mine = itemsOf(await company.get('/intake/applications?mine=true&limit=100', { set: 'fuzhou' }));
  const found = await Promise.all(
    cases.map(async ({ id, set }) => ({
      acts: itemsOf(await company.get(`${pathOf(id)}/timeline`, { set }))
        .map(({ act }) => act)
        .join(),
      told: inbox
        .filter(({ caseId }) => caseId === id)
        .map(({ message }) => String(message))
        .toSorted(),
      listed: mine
        .filter((one) => one['id'] === id)
        .map(({ status, outcome, district }) => [status, outcome, district]),
    })),
  );
  const wanted = cases.map(({ end, set }) => {
    const [status, outcome] = end.endsWith('withdrawn') ? ['withdrawn', 'withdrawn'] : ['decided', end];
    return { acts: acts[end], told: lines[end], listed: end === 'draft-withdrawn' ? [] : [[status, outcome, set]] };
  });
  expect(found, done.join()).toEqual(wanted);

  const own = await Promise.all(
    (['gulou', 'jinan'] as const).map((set) => company.get('/intake/applications?mine=true&limit=100', { set })),
  );
  expect(
    own
      .flatMap(itemsOf)
      .map(({ id }) => String(id))
      .toSorted(),
  ).toEqual(cases.map(({ id }) => id).toSorted());
  const dead = Object.entries(cloud.counters().queues).filter(([, { ready }]) => ready > 0);
  expect(dead).toEqual([]);
});
