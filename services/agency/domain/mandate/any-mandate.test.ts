import { expect, test } from 'vitest';
import { uuid } from '../../../../test/support/facts.ts';
import { mandateSteps, mayByHand, tell, type Doing, type Told } from '../../../../test/support/model/mandates.ts';
import { fc } from '../../../../test/support/property.ts';
import { register } from '../project/register.ts';
import { askFor, drawUp, endWith, expire, replaceOfficer, seal, sign } from './acts.ts';
import { mayAct } from './authority.ts';
import { changed, type MandateChange } from './change.ts';
import type { Mandate } from './mandate.ts';

const start = new Date('2026-08-03T01:00:00Z');
const minute = (n: number) => new Date(start.getTime() + n * 60_000);
const officers = ['p_first', 'p_second', 'p_third'];
const everyStage = [1, 2, 3, 4];

const { project } = register(
  {
    id: uuid(1),
    name: '示例',
    kind: 'industrial-private',
    place: { region: '350102', address: '示例路8号' },
    facts: {},
    investor: { partyId: 'p_investor', uscc: '', name: '' },
    officer: 'p_first',
  },
  start,
);
const sold = { ...project, investor: { ...project.investor, partyId: 'p_buyer' } };

let ids = 0;
const nextId = () => uuid((ids += 1), 7);

type Deed = (found: Mandate, at: Date, doing: Doing) => MandateChange | undefined;
const by =
  (
    act: 'finish' | 'go-on' | 'end' | 'end-by-window' | 'terminate' | 'refuse',
    who: 'officer' | 'officer-lead' | 'investor',
  ): Deed =>
  (found) =>
    changed(found, { act, who: [who] });

/** What the code makes of each step. */
const deeds: Record<Doing['step'], Deed> = {
  'draw-up': (found, _at, { stages }) => {
    const officer = found.officers.at(-1)?.partyId ?? '';
    return drawUp(found, ['officer'], { officer, authorityId: nextId(), stages: [...stages] });
  },
  sign: (found, at) => sign(found, ['officer'], at),
  seal: (found, at) => seal(found, ['investor'], { at, by: 'p_investor', assurance: 3 }),
  replace: (found, at, { officer }) => replaceOfficer(found, ['officer-lead'], { officer, authorityId: nextId(), at }),
  sell: (found, at) => endWith(found, sold, at),
  'pass-time': (found, at) => expire(found, at),
  finish: by('finish', 'officer'),
  'go-on': by('go-on', 'officer'),
  end: by('end', 'investor'),
  'end-by-window': by('end-by-window', 'officer-lead'),
  terminate: by('terminate', 'investor'),
  refuse: by('refuse', 'investor'),
};

const stages = fc.subarray(everyStage, { minLength: 1 });
const doing = fc.record({
  step: fc.constantFrom(...mandateSteps),
  after: fc.integer({ min: 0, max: 5 }),
  officer: fc.constantFrom(...officers),
  stages,
});
/** Few sequences would be sealed by chance: most begin with what leads there. */
const agreed = (of: number[]) =>
  (['draw-up', 'sign', 'seal'] as const).map((step) => ({ step, after: 1, officer: 'p_first', stages: of }));
const lives = fc.record({
  doings: fc
    .tuple(fc.option(stages.map(agreed)), fc.array(doing, { minLength: 1, maxLength: 14 }))
    .map(([first, rest]) => [...(first ?? []), ...rest]),
  until: fc.option(fc.integer({ min: 1, max: 40 })),
});

type Copies = ReadonlyMap<string, Record<string, unknown>>;
const isIn = (scope: unknown, n: number): boolean =>
  typeof scope === 'object' && scope !== null && 'stages' in scope && Array.isArray(scope.stages)
    ? scope.stages.includes(n)
    : false;
/** Who may act by what was told of authorities alone, as a consumer keeps it. */
const mayByFacts = (copies: Copies, { officer, stage, at }: { officer: string; stage: number; at: Date }) =>
  [...copies.values()].some(({ state, delegate, scope, until }) => {
    const isOver = typeof until === 'string' && new Date(until) <= at;
    return state === 'active' && delegate === officer && isIn(scope, stage) && !isOver;
  });

/** Every officer in every stage at this moment: by the record, by the facts, by hand. */
function compare({ found, copies, told, now }: { found: Mandate; copies: Copies; told: Told; now: number }): void {
  const at = minute(now);
  const wishes = officers.flatMap((officer) => everyStage.map((stage) => ({ officer, stage, at })));
  const expected = wishes.map((wish) => mayByHand(told, { ...wish, now }));
  expect(wishes.map((wish) => mayAct(found, { ...wish, item: 'any' }))).toEqual(expected);
  expect(wishes.map((wish) => mayByFacts(copies, wish))).toEqual(expected);
}

function live(doings: readonly Doing[], until: number): void {
  const terms = { stages: [1], extent: 'full' as const, items: ['*'], until: minute(until) };
  const asking = {
    ...terms,
    id: uuid(2),
    authorityId: nextId(),
    number: 'DB-1',
    askedBy: 'office' as const,
    at: start,
  };
  let found = askFor(project, asking).mandate;
  let told: Told = { paper: 'asked', resting: false, stages: [1], officer: 'p_first', until, spans: [] };
  const copies = new Map<string, Record<string, unknown>>();
  let now = 0;
  for (const one of doings) {
    now += one.after;
    const change = deeds[one.step](found, minute(now), one);
    told = tell(told, one, now);
    found = change?.mandate ?? found;
    for (const { authorityId, told: fact } of change?.facts ?? []) copies.set(authorityId, fact.data);
    compare({ found, copies, told, now });
  }
}

test('property: an officer may act in a stage at a moment only under a mandate that is live then, by its record and by its facts', () => {
  fc.assert(
    fc.property(lives, ({ doings, until }) => live(doings, until ?? 1_000)),
    { numRuns: 200 },
  );
});
