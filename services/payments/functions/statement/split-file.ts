import type { Exception } from '../../domain/exception/exception.ts';
import { fallAway, raise, type Finding } from '../../domain/exception/raise.ts';
import { giveUp, split, totalsFault, type FileRead } from '../../domain/reconciliation/act.ts';
import type { Reconciliation } from '../../domain/reconciliation/reconciliation.ts';
import type { BadLine } from '../../domain/reconciliation/row.ts';
import { count, nothing } from '../../domain/reconciliation/tally.ts';
import { counts } from '../../domain/reconciliation/verdict.ts';
import { dayWatcher } from '../../domain/reconciliation/other-day.ts';
import { refuseOther, UnreadableFile } from '../../statements/unreadable-file.ts';
import { pieceWriter } from './pieces.ts';
import { exceptionAt, placeOf, type Run, type RunDeps } from './run-deps.ts';
import { saveRaised } from './save-raised.ts';
import { supersedeRows } from './supersede-rows.ts';

/** Reads the file once, from end to end: its rows go to their partitions, its bad lines become exceptions, its sums are held to its own. */
export async function splitFile(before: Reconciliation, run: Run, deps: RunDeps): Promise<void> {
  const [read, bad] = await readFile(before, run, deps);
  const fault = read === undefined ? undefined : totalsFault(read);
  const findings = [
    ...bad.map(({ line, why }) => lineFinding(run, line, why)),
    ...(read === undefined ? [fileFinding('UNREADABLE_FILE', bad[0]?.why ?? '')] : []),
    ...(fault ? [fileFinding('FILE_TOTAL_MISMATCH', fault, differenceOf(read, fault))] : []),
  ];
  // Of an unreadable file no line counts.
  if (read) await supersedeRows(run, deps);
  await tell(
    read === undefined ? findings.filter(({ subject }) => subject.kind === 'file') : findings,
    { ...run, isRead: read !== undefined },
    deps,
  );
  const change = read === undefined ? giveUp(before) : split(before, read);
  const { mark, ...unmarked } = run.cause;
  await deps.reconciliations.save(change, unmarked);
}

/** Nobody types so many lines: the file is to be asked for again. */
const mostBadLines = 10_000;

function noteBad(line: BadLine, bad: BadLine[]): void {
  if (bad.length >= mostBadLines) throw new UnreadableFile('too-many-bad-lines');
  bad.push(line);
}

/** All rows are of one merchant, and it is not ours. A single row may be a slip of the channel's: it is a difference like others. */
function isAnothers([first, ...others]: ReadonlySet<string>, { rules: { merchantNumbers } }: Run): boolean {
  const isOne = first !== undefined && others.length === 0;
  return isOne && merchantNumbers.length > 0 && !merchantNumbers.includes(first);
}

async function readFile(
  { file, channel }: Reconciliation,
  run: Run,
  { bucket, readerOf }: RunDeps,
): Promise<[FileRead | undefined, BadLine[]]> {
  const reader = readerOf(channel);
  if (!reader || !file) return [undefined, [{ line: 0, why: file ? 'no-reader' : 'no-file' }]];
  const writer = pieceWriter(run, bucket);
  const bad: BadLine[] = [];
  const merchants = new Set<string>();
  const watcher = dayWatcher({ from: run.place.day, day: run.place.day });
  const [rows, moved] = [{ ...nothing }, { ...nothing }];
  let said: FileRead['said'];
  try {
    for await (const one of reader(bucket.read(file.key))) {
      watcher.see(one);
      if ('row' in one) {
        count(rows, [one.row]);
        if (counts(one.row)) count(moved, [one.row]);
        merchants.add(one.row.merchantNumber);
        await writer.add(one.row);
      } else if ('bad' in one) noteBad(one.bad, bad);
      else if ('totals' in one) said = one.totals;
    }
    if (rows.rows > 1 && isAnothers(merchants, run)) throw new UnreadableFile('another-merchant');
    refuseOther(watcher.otherDay(), run.place.day);
  } catch (error) {
    if (!(error instanceof UnreadableFile)) throw error;
    return [undefined, [{ line: 0, why: error.why }]];
  }
  const { inFen, outFen, feeFen } = moved;
  return [{ rows, said, badLines: bad.length, chunks: await writer.end(), moved: { inFen, outFen, feeFen } }, bad];
}

const lineFinding = ({ revision }: Run, line: number, detail: string): Finding => ({
  class: 'UNPARSEABLE_ROW',
  subject: { kind: 'line', revision, line },
  differenceFen: 0,
  detail,
});

const fileFinding = (found: 'UNREADABLE_FILE' | 'FILE_TOTAL_MISMATCH', detail: string, differenceFen = 0): Finding => ({
  class: found,
  subject: { kind: 'file' },
  differenceFen,
  detail,
});

/** What the rows come to, less what the file says: in fen, or in rows. */
function differenceOf(read: FileRead | undefined, fault: string): number {
  const name = (['rows', 'inFen', 'outFen', 'feeFen'] as const).find((one) => one === fault);
  return read?.said && name ? read.rows[name] - (read.said[name] ?? 0) : 0;
}

/** What an earlier file was wrong in and this is not falls away. */
async function tell(findings: readonly Finding[], run: Run & { isRead: boolean }, deps: RunDeps): Promise<void> {
  const { isRead } = run;
  const { exceptions } = deps;
  const ids = findings.map(({ subject }) => exceptionAt(run, subject));
  const known = await exceptions.loadAll(ids);
  const raised = findings.map((one, n) => raise(known[n], one, placeOf(run, one.subject)));
  // Lines of an earlier file are still to be read where this one is none.
  const kinds = new Set(isRead ? ['line', 'file'] : ['file']);
  const isOver = ({ id, subject }: Exception): boolean => kinds.has(subject.kind) && !ids.includes(id);
  const over = run.known.filter(isOver);
  const fallen = over.map((one) => fallAway(one, { at: run.cause.at, why: 'another-file' }));
  await saveRaised(
    [...raised, ...fallen].flatMap((one) => (one ? [{ change: one }] : [])),
    run.cause,
    deps,
  );
}
