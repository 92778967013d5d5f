import type { Expected } from '../bank/expected.ts';
import type { Exception } from '../exception/exception.ts';
import type { Reconciliation } from '../reconciliation/reconciliation.ts';
import type { PeriodSum, Turnover } from '../close/sum.ts';

/** Reconciled money of one channel, which may be remitted or settled. */
export interface ReleasedLine {
  channel: string;
  payee: string;
  destination: Turnover['destination'];
  releasedFen: number;
}

type PayeeLine = ReleasedLine & Pick<Turnover, 'takenFen' | 'backFen' | 'passedOnFen'>;
const none = { takenFen: 0, backFen: 0, passedOnFen: 0, releasedFen: 0 };

/** What of a day a channel's statement has released, what the ends of its exceptions have, and what the bank's word alone has. */
export function releasedLines(
  statements: readonly Pick<Reconciliation, 'channel' | 'released'>[],
  ends: readonly Pick<Exception, 'channel' | 'released'>[],
  shown: readonly Pick<Expected, 'channel' | 'released' | 'lines'>[],
): ReleasedLine[] {
  const byChannel = [
    ...[...statements, ...ends].map(({ channel, released }) => ({ channel, lines: released?.lines ?? [] })),
    ...shown.map(({ channel, released, lines }) => ({ channel, lines: released ? lines : [] })),
  ];
  return byChannel.flatMap(({ channel, lines }) =>
    lines.map(({ payee, destination: to, inFen, outFen }) => {
      return { channel, payee, destination: to, releasedFen: inFen - outFen };
    }),
  );
}

/** By channel and payee: what came and went back and was passed on by the entries of the day, and what is released of the accounting day. */
export function payeeLines(
  { turnover }: Pick<PeriodSum, 'turnover'>,
  released: readonly ReleasedLine[] = [],
): PayeeLine[] {
  const lines = new Map<string, PayeeLine>();
  const all = [...turnover.values(), ...released];
  for (const one of all.map((line) => ({ ...none, ...line }))) {
    const { channel, payee, destination: to } = one;
    const key = `${channel} ${payee} ${to}`;
    const sum = lines.get(key) ?? { channel, payee, destination: to, ...none };
    const plus = (name: keyof typeof none) => sum[name] + one[name];
    lines.set(key, {
      ...sum,
      takenFen: plus('takenFen'),
      backFen: plus('backFen'),
      releasedFen: plus('releasedFen'),
      passedOnFen: plus('passedOnFen'),
    });
  }
  return [...lines].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, line]) => line);
}

const ended = new Set<Exception['state']>(['resolved', 'written-off']);

/** How each statement of the accounting day stands: what of it agrees, what the channel has kept, what is open. */
export function statementLine(
  { channel, merchant, state, rows, classes }: Reconciliation,
  found: readonly Exception[],
) {
  const open = found.filter((one) => !ended.has(one.state));
  const matched = classes?.MATCHED;
  return {
    channel,
    merchant,
    status: state,
    rows: rows?.rows ?? 0,
    matchedRows: matched?.rows ?? 0,
    matchedInFen: matched?.inFen ?? 0,
    matchedOutFen: matched?.outFen ?? 0,
    feeFen: rows?.feeFen ?? 0,
    openItems: open.length,
    openFen: open.reduce((fen, one) => fen + Math.abs(one.differenceFen), 0),
  };
}
