import { expect, test } from 'vitest';
import { fc } from '../../test/support/property.ts';
import { complete, lacking, stageDesk } from '../../test/support/stage-desk.ts';

const items = ['survey', 'hygiene'] as const;
type Item = (typeof items)[number];

/** What an independent clerk would note of a stage that was handed in on Monday, August 3. */
interface Notes {
  answers: Map<Item, 'complete' | 'lacking'>;
  notices: number;
  toMend: Set<Item>;
  accepted: boolean;
  askedSince: Record<Item, number>;
  /** Working days since; from Monday on the first four are Tuesday to Friday. */
  days: number;
}

type Desk = Awaited<ReturnType<typeof stageDesk>>;
type Step = (desk: Desk, notes: Notes) => Promise<void>;

const silent = ({ days }: Notes) => days > 3;
const allAnswered = (notes: Notes) => silent(notes) || notes.answers.size === items.length;
const isLacking = ({ answers }: Notes) => [...answers.values()].includes('lacking');

const answering =
  (item: Item, said: 'complete' | 'lacking'): Step =>
  async (desk, notes) => {
    const reply = await desk.answer(item, said === 'lacking' ? lacking : complete);
    const inTime = !silent(notes) && notes.notices === 0 && !notes.accepted;
    expect([item, reply === 200]).toEqual([item, inTime]);
    if (inTime) notes.answers.set(item, said);
  };

const noticing: Step = async (desk, notes) => {
  const may = allAnswered(notes) && isLacking(notes) && notes.notices === 0 && !notes.accepted;
  expect((await desk.notice()) === 200).toBe(may);
  if (!may) return;
  notes.notices += 1;
  for (const [item, said] of notes.answers) if (said === 'lacking') notes.toMend.add(item);
};

const accepting: Step = async (desk, notes) => {
  const isTold = !isLacking(notes) || (notes.notices === 1 && notes.toMend.size === 0);
  const may = allAnswered(notes) && isTold && !notes.accepted;
  expect((await desk.accept()) === 200).toBe(may);
  if (may) notes.accepted = true;
};

const mending =
  (item: Item): Step =>
  async (desk, notes) => {
    const may = notes.toMend.has(item) || notes.askedSince[item] === 1;
    expect((await desk.resubmit(item)) === 200).toBe(may);
    notes.toMend.delete(item);
    if (notes.askedSince[item] === 1) notes.askedSince[item] = 2;
  };

const asking =
  (item: Item): Step =>
  async (desk, notes) => {
    const may = notes.accepted && notes.askedSince[item] === 0;
    expect((await desk.supplement(item, { shownBy: 'source' })) === 200).toBe(may);
    if (may) notes.askedSince[item] = 1;
  };

/** To Friday noon at the most: by then nobody is late but who had to answer. */
const waiting: Step = async (desk, notes) => {
  if (notes.days >= 4) return;
  notes.days += 1;
  desk.at(`0${3 + notes.days}T12:00`);
  await desk.hour();
};

const answers = items.flatMap((item) => [answering(item, 'complete'), answering(item, 'lacking')]);
const leads = [noticing, accepting];
const later = [...leads, ...items.flatMap((item) => [mending(item), asking(item)])];
/** Anything at any time, and, so that a life comes further than to its answers, more of what comes later towards its end. */
const lives = fc
  .tuple(
    fc.array(fc.constantFrom(waiting, ...answers, ...later), { maxLength: 3 }),
    fc.array(fc.constantFrom(waiting, waiting, ...answers), { minLength: 2, maxLength: 4 }),
    fc.array(fc.constantFrom(...leads, ...later), { minLength: 3, maxLength: 8 }),
  )
  .map((parts): Step[] => parts.flat());

const statusOf = (item: Item, { accepted, toMend, askedSince }: Notes) => {
  if (!accepted) return toMend.has(item) ? 'correcting' : 'submitted';
  return askedSince[item] === 1 ? 'supplementing' : 'accepted';
};

test('whatever is done in whichever order: nothing is accepted before all have answered or kept silent, one notice tells all, and after it a case is asked once', async () => {
  await fc.assert(
    fc.asyncProperty(lives, async (life) => {
      const desk = await stageDesk();
      const notes: Notes = {
        answers: new Map(),
        notices: 0,
        toMend: new Set(),
        accepted: false,
        askedSince: { survey: 0, hygiene: 0 },
        days: 0,
      };
      for (const step of life) {
        await step(desk, notes);
        await desk.inbox.empty({ times: 2 });
      }
      for (const item of items) {
        const { status, corrections } = await desk.caseAt(item);
        const told = notes.notices === 1 && notes.answers.get(item) === 'lacking' ? 1 : 0;
        const asked = told + Math.min(notes.askedSince[item], 1);
        expect([item, status, corrections.length]).toEqual([item, statusOf(item, notes), asked]);
      }
    }),
    { numRuns: 12 },
  );
});
