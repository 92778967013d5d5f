import { expect, test } from 'vitest';
import { openBatches } from '../../test/support/batches.ts';
import { mortal } from '../../test/support/mortal.ts';
import { fc } from '../../test/support/property.ts';

/** A fault that is put into a row, and the code by which it is to be named; what stands there else is sound. */
const faults = {
  'no-party': (cells: string[]) => cells.with(0, ''),
  'bad-party': (cells: string[]) => cells.with(0, 'p_ü'),
  twice: (cells: string[]) => cells.with(0, 'p_first'),
  missing: (cells: string[]) => cells.with(1, ' '),
  'too-long': (cells: string[]) => cells.with(1, '五'.repeat(10_000)),
  'more-lines': (cells: string[]) => cells.with(1, '"五一\n路"'),
  'not-yes-or-no': (cells: string[]) => cells.with(3, 'maybe'),
  'too-many-parts': (cells: string[]) => cells.with(1, '五'.repeat(150)),
  'id-number': (cells: string[]) => cells.with(1, '35010219900101123X'),
  'foreign-link': (cells: string[]) => cells.with(1, 'evil.com'),
  emoji: (cells: string[]) => cells.with(1, '🚱'),
  'wrong-cells': (cells: string[]) => cells.slice(1),
  'stray-quote': (cells: string[]) => cells.with(1, '五"一'),
} as const;
type Code = keyof typeof faults;
const codes = Object.keys(faults).filter((one): one is Code => one in faults);

const sound = (n: number) => [
  n === 0 ? 'p_first' : `p_${n}`,
  `"五一路${n}号, ""东"""`,
  '2026-08-05',
  n % 2 ? 'yes' : 'no',
];
const row = fc.option(fc.constantFrom(...codes), { freq: 2, nil: undefined });

test('property: of any file with faults put in exactly those rows are named, by line and code, and nothing of it is sent', async () => {
  const how = fc.record({ end: fc.constantFrom('\n', '\r\n'), bom: fc.boolean() });
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 12 }), how, async (given, { end, bom }) => {
      const world = openBatches();
      await world.publish();
      // The first names the party that a later one may name again.
      const rows = [undefined, ...given];
      let text = `${bom ? '\uFEFF' : ''}party,place,until,car${end}`;
      const expected: object[] = [];
      for (const [n, fault] of rows.entries()) {
        if (fault) expected.push({ line: text.split('\n').length, code: fault });
        text += (fault ? faults[fault](sound(n)) : sound(n)).join(',') + end;
      }
      const id = await world.send(Buffer.from(text));
      await world.settle();
      const { status, faults: found, rows: counted } = await world.show(id);
      expect([status, counted]).toEqual([expected.length > 0 ? 'invalid' : 'to-approve', rows.length]);
      expect((found?.first ?? []).map(({ line, code }: { line: number; code: string }) => ({ line, code }))).toEqual(
        expected,
      );
      expect(world.files.has(`faults/${id}.csv`)).toBe(expected.length > 0);
      expect([...world.files.keys()].filter((one) => one.startsWith('uploads/'))).toEqual([]);
      expect(world.provider.sent).toEqual([]);
    }),
    { numRuns: 40 },
  );
});

test('property: killed anywhere, while it is read or sent, and brought again, each row is one notice and one line', async () => {
  const people = Array.from({ length: 20 }, (_, n) => `p_${n}`);
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.boolean()), { maxLength: 6 }),
      async (deaths) => {
        const world = openBatches();
        await world.publish();
        await world.reach(people.slice(0, 15));
        const lines = people.map((one, n) => `${one},五一路${n}号,2026-08-05,no`);
        const id = await world.send(Buffer.from(['party,place,until,car', ...lines].join('\n')));
        const struck = deaths.values();
        const run = async (): Promise<void> => {
          const [writes, done] = struck.next().value ?? [];
          if (writes !== undefined && done !== undefined) await world.runOnce(mortal(world.table, writes, done));
        };
        await run();
        await run();
        await world.settle();
        await world.act(id, 'approve');
        for (let n = 0; n < 4; n++) await run();
        await world.settle();
        for (const minutes of [2, 6, 31]) {
          await world.pass(minutes);
          await world.settle();
        }
        expect(world.provider.sent.map(({ to }) => to).toSorted()).toEqual(
          Array.from({ length: 15 }, (_, n) => `+86138${String(n).padStart(8, '0')}`),
        );
        const inboxes = world.table.rows().filter(({ pk }) => String(pk).startsWith('INBOX#'));
        expect(inboxes.map(({ partyId }) => String(partyId)).toSorted()).toEqual(people.toSorted());
        const { status, progress } = await world.show(id);
        expect([status, progress.taken, progress.unreachable]).toEqual(['done', 20, 5]);
        expect(progress.sent + progress.delivered).toBe(15);
      },
    ),
    { numRuns: 25 },
  );
});
