import * as z from 'zod';

/** Each row of a statement, and each item of the ledger, ends in exactly one (I9). */
export const rowClass = z.enum([
  'MATCHED',
  'AMOUNT_OVER',
  'AMOUNT_UNDER',
  'FEE_MISMATCH',
  'CURRENCY_MISMATCH',
  'STATUS_MISMATCH',
  'DIRECTION_MISMATCH',
  'DATA_MISMATCH',
  'SPLIT_MISMATCH',
  /** 长款: the channel has it, the ledger has not. */
  'MISSING_IN_LEDGER',
  /** 短款: the ledger has it, the channel has not, and the limit of its carry-over is past. */
  'MISSING_IN_STATEMENT',
  'TIMING_CARRY_OVER',
  'DUPLICATE_IN_STATEMENT',
  'DUPLICATE_IN_LEDGER',
  'UNPARSEABLE_ROW',
]);
export type RowClass = z.infer<typeof rowClass>;

/** What may be wrong: a row, a whole file, or that there is none. */
export const exceptionClass = z.enum([
  ...rowClass.exclude(['MATCHED']).options,
  'FILE_TOTAL_MISMATCH',
  'UNREADABLE_FILE',
  'STATEMENT_MISSING',
]);
export type ExceptionClass = z.infer<typeof exceptionClass>;
