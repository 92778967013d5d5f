import type { StatementRow } from '../reconciliation/row.ts';
import { signedFen } from './entries.ts';
import type { Expected } from './expected.ts';

/** Rows that show something, and what they show. */
export interface Group {
  rows: readonly StatementRow[];
  expected: readonly Expected[];
}

export interface Left {
  rows: readonly StatementRow[];
  open: readonly Expected[];
  /** Of the bank's statement. */
  day: string;
}
type Rule = (left: Left) => Group[];

/** Under whose name a payout comes: the acquirer of the counter's card terminals is UnionPay's. */
const paysFor: Readonly<Record<string, readonly (readonly string[])[]>> = {
  unionpay: [['unionpay'], ['counter-pos'], ['unionpay', 'counter-pos']],
};
const channelsOf = (channel: string) => paysFor[channel] ?? [[channel]];

const shown = (rows: readonly StatementRow[]): number => rows.reduce((sum, row) => sum + signedFen(row), 0);
const awaited = (expected: readonly Expected[]): number => expected.reduce((sum, one) => sum + one.amountFen, 0);
const agree = ({ rows, expected }: Group): boolean => expected.length > 0 && shown(rows) === awaited(expected);

/** The same slip, or a number of ours in the remark: whatever the amounts. */
const byNumber: Rule = ({ rows, open }) => {
  const named = Map.groupBy(
    open.filter(({ number }) => number !== undefined),
    ({ number }) => number,
  );
  const nameOf = ({ about, number }: StatementRow) => [about?.number, number].find((one) => named.has(one));
  return [...Map.groupBy(rows, nameOf)]
    .map(([name, own]) => ({ rows: own, expected: (named.get(name) ?? []).filter(isOnSide(own)) }))
    .filter(({ expected }) => expected.length > 0);
};

/** A slip of money that came is not shown by money that went. */
const isOnSide =
  (rows: readonly StatementRow[]) =>
  ({ amountFen }: Expected): boolean =>
    amountFen < 0 === shown(rows) < 0;

/** All rows of a channel and day, and then each, against all that is expected of the day. */
const byDay: Rule = (left) =>
  dayGroups(left.rows).flatMap((own) =>
    [own, ...own.map((row) => [row])].flatMap((rows) => ofDay(rows, left).filter(agree).slice(0, 1)),
  );

/** One credit for several days that follow one another: those until the day that it names, else the oldest that come to it. */
const byRun: Rule = ({ rows, open, day }) =>
  rows.flatMap((row) => {
    const until = row.about?.day ?? day;
    const runs = channelsOf(row.about?.channel ?? '').flatMap((channels) =>
      runsOf(open.filter((one) => channels.includes(one.channel) && one.day <= until)),
    );
    const met = runs.map((expected) => ({ rows: [row], expected })).filter(agree);
    const named = met.find(({ expected }) => expected.at(-1)?.day === until);
    return [named ?? met.at(0) ?? []].flat();
  });

/** The bank names channel and day, and pays another amount. */
const byDayUneven: Rule = (left) =>
  dayGroups(left.rows).flatMap((rows) =>
    ofDay(rows, left)
      .filter(({ expected }) => expected.length > 0)
      .slice(0, 1),
  );

/** In this order: what is found by a surer sign is not looked for by another. */
export const rules: readonly Rule[] = [byNumber, byDay, byRun, byDayUneven];

function dayGroups(rows: readonly StatementRow[]): StatementRow[][] {
  const named = rows.filter(({ about }) => about?.channel !== undefined && about.day !== undefined);
  return [...Map.groupBy(named, ({ about }) => `${about?.channel} ${about?.day}`).values()];
}

function ofDay(rows: readonly StatementRow[], { open }: Left): Group[] {
  const { channel = '', day } = rows[0]?.about ?? {};
  return channelsOf(channel).map((channels) => ({
    rows,
    expected: open.filter((one) => one.day === day && channels.includes(one.channel)),
  }));
}

/** Whole days that follow one another in what is open, from the oldest on. */
function runsOf(open: readonly Expected[]): Expected[][] {
  const days = [...Map.groupBy(open, ({ day }) => day)].toSorted(([one], [other]) => (one < other ? -1 : 1));
  return days.flatMap((_, from) =>
    days.slice(from).map((__, n) => days.slice(from, from + n + 1).flatMap(([, own]) => own)),
  );
}
