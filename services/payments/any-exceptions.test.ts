import { expect, test } from 'vitest';
import type { Actor } from '#shared/actor';
import { staffActor } from '../../test/support/actors.ts';
import { ownAccount } from '../../test/support/exceptions.ts';
import { openPayments } from '../../test/support/payments.ts';
import { fc } from '../../test/support/property.ts';
import { balancesAfter, heldBy, trialBalance } from './domain/ledger/balance.ts';
import type { Exception } from './domain/exception/exception.ts';
import type { StatementRow } from './domain/reconciliation/row.ts';
import { kinds, madeDay, netOf } from './statement-day.fake.ts';
import { openStatements, totalsOf } from './statement-house.fake.ts';

const clearing = 'clearing/wechat/treasury';
const day = fc.array(fc.constantFrom(...kinds), { minLength: 3, maxLength: 9 });
const deed = fc.record({
  name: fc.constantFrom('propose', 'propose', 'propose', 'approve', 'approve', 'race', 'reject', 'again', 'spoil'),
  which: fc.nat(20),
  how: fc.nat(20),
  who: fc.nat(2),
});

/** A day that was matched, three people who may both propose and decide, and every act over HTTP. */
async function opened(wanted: Parameters<typeof madeDay>[0]) {
  const house = await openStatements();
  const made = madeDay(wanted);
  await house.book(made.items);
  await house.receive({ rows: made.rows, totals: totalsOf(made.rows) });
  await house.run();
  const world = openPayments({
    change: (deps) => ({
      ...deps,
      ...house.deps,
      publisher: deps.publisher,
      numbersAt: deps.numbersAt,
      now: () => house.clock.now,
    }),
  });
  const people = ['one', 'two', 'three'].map((name): Actor => {
    const other = staffActor('finance-checker', { district: 'fuzhou' }, name);
    return { ...other, posts: [...other.posts, { ...other.posts[0]!, role: 'finance' }] };
  });
  const send = (found: Exception, name: string, [who, body]: [number, object]) => {
    const actor = people[who % people.length] ?? world.finance;
    return world.send('POST', `/payments/exceptions/${found.id}/${name}`, { body, actor, version: found.version });
  };
  return { house, made, world, send };
}
type Opened = Awaited<ReturnType<typeof opened>>;

/** What somebody might wish of it, fitting or not. */
function wishOf(found: Exception, how: number, others: readonly Exception[]): object {
  const other = others[how % others.length] ?? found;
  const wishes = [
    { action: 'suspend' },
    { action: 'refund', account: ownAccount },
    { action: 'write-off', basis: '榕财〔2026〕9号' },
    { action: 'write-off' },
    { action: 'reverse' },
    { action: 'reverse', lines: [{ code: 'road-repair', amountFen: Math.abs(found.differenceFen) || 1 }] },
    { action: 'accept' },
    { action: 'adjust-fee', feeFen: (found.row?.feeFen ?? 0) - 1 },
    { action: 'link', exceptionId: other.id, basis: '榕财〔2026〕9号' },
    { action: 'carry', until: '2026-08-10' },
    { action: 'complete' },
  ];
  return { reason: '核对', ...wishes[how % wishes.length] };
}

/** What holds at every moment, told from the rows alone. */
function check({ house, made }: Opened): void {
  const entries = house.entries();
  const balances = balancesAfter(new Map(), entries);
  expect(trialBalance(balances).differenceFen).toBe(0);
  const rows = house.table.rows();
  // I10: what is on the clearing account is what its items come to, less what the file has moved.
  const items = rows.filter(({ pk }) => String(pk).startsWith('CLEARING#'));
  const moved = items.reduce((sum, one) => sum + Number(one['amountFen']) * (one['direction'] === 'in' ? 1 : -1), 0);
  expect(house.held(clearing)).toBe(moved - netOf(made.rows.filter(counted)));
  // Each fen of suspense stands in an item.
  const live = rows.filter(({ pk, sk, state }) => isRecord(pk, sk, 'SUSPENSE#') && isLive(state));
  expect(house.held('suspense/wechat/treasury')).toBe(live.reduce((sum, one) => sum + Number(one['amountFen']), 0));
  for (const balance of balances) expect(Number.isSafeInteger(heldBy(...balance))).toBe(true);
  checkPeople(rows);
}
const counted = (one: StatementRow): boolean => one.status === 'done' && one.currency === 'CNY';
const isRecord = (pk: unknown, sk: unknown, prefix: string): boolean => String(pk).startsWith(prefix) && sk === 'REC';
const isLive = (state: unknown): boolean => ['held', 'under-review', 'paying-out'].includes(String(state));

/** No end is one person's, and each proposal has one end at most. */
function checkPeople(rows: ReturnType<Opened['house']['table']['rows']>): void {
  const told = rows.filter(({ pk, sk }) => String(pk).startsWith('EXCEPTION#') && String(sk).startsWith('T#'));
  for (const acts of Map.groupBy(told, ({ pk }) => pk).values()) {
    let maker: unknown;
    for (const { act, actor } of acts.toSorted((a, b) => (String(a['sk']) < String(b['sk']) ? -1 : 1))) {
      if (act === 'propose') maker = actor;
      else if (['settle', 'write-off', 'approve', 'carry', 'reject'].includes(String(act))) {
        expect([maker === undefined, actor === maker]).toEqual([false, false]);
        maker = undefined;
      }
    }
  }
}

/** Everything that is left is ended, by what fits first. */
async function endAll({ house, send }: Opened): Promise<void> {
  for (let turn = 0; turn < 3; turn++) {
    for (const { id } of await house.exceptions()) {
      for (let how = 0; how < 9; how++) {
        const found = await house.deps.exceptions.load(id);
        if (!found || ['resolved', 'written-off'].includes(found.state)) break;
        if (found.state === 'under-review')
          await send(found, 'reject', [found.proposal?.by === 'one' ? 1 : 0, { reason: '重提' }]);
        const open = await house.deps.exceptions.load(id);
        const reply = open && (await send(open, 'propose', [0, wishOf(open, how, [])]));
        const proposed = reply?.status === 200 && (await house.deps.exceptions.load(id));
        if (proposed) await send(proposed, 'approve', [1, {}]);
      }
    }
  }
  expect((await house.exceptions()).filter(({ state }) => !['resolved', 'written-off'].includes(state))).toEqual([]);
}

test('whoever proposes and decides whatever, twice, at once or while it breaks: nothing is lost, and the same file matches in the end', async () => {
  await fc.assert(
    fc.asyncProperty(day, fc.array(deed, { maxLength: 14 }), async (wanted, deeds) => {
      const one = await opened(wanted);
      const { house, made, send } = one;
      check(one);
      let spoilt = false;
      for (const { name, which, how, who } of deeds) {
        const all = await house.exceptions();
        const found = all[which % Math.max(1, all.length)];
        const act = async (): Promise<unknown> => {
          if (name === 'again') {
            await house.receive({ rows: made.rows, totals: totalsOf(made.rows) });
            return house.run();
          }
          if (name === 'spoil')
            return house.table.spoil((['outage', 'lost-reply', 'transaction-conflict'] as const)[how % 3] ?? 'outage');
          if (!found) return undefined;
          if (name === 'propose') return send(found, 'propose', [who, wishOf(found, how, all)]);
          if (name === 'race')
            return Promise.all([send(found, 'approve', [who, {}]), send(found, 'approve', [who + 1, {}])]);
          return send(found, name, [who, name === 'reject' ? { reason: '不符' } : {}]);
        };
        spoilt ||= name === 'spoil';
        await act().catch((error: unknown) => {
          if (!spoilt) throw error;
        });
        check(one);
      }
      house.table.heal();
      await endAll(one);
      check(one);
      // The same file, read anew, finds nothing, and what is owed is what is released.
      await house.receive({ rows: made.rows, totals: totalsOf(made.rows) });
      await house.run();
      check(one);
      const states = (await house.exceptions()).map(({ state, class: found }) => [
        found,
        ['resolved', 'written-off'].includes(state),
      ]);
      expect(states.filter(([, isOver]) => !isOver)).toEqual([]);
      expect(house.held(clearing)).toBe(0);
      expect(await house.releasedFen()).toBe(house.held('payee/urban/treasury'));
    }),
    { numRuns: Number(process.env['EXCEPTION_RUNS'] ?? 15) },
  );
}, 3_600_000);
