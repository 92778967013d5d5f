/** What makes a whole file none of its format: nothing of it may be believed, and no line is to blame. */
export type Unreadable =
  | 'charset'
  | 'header'
  | 'not-a-zip'
  | 'not-a-gzip'
  | 'no-such-entry'
  | 'line-too-long'
  | 'too-many-bad-lines'
  | 'another-merchant'
  | `another-day: ${string} instead of ${string}`
  | 'cut-off';

/** Thrown by a reader, and by nothing else, where a file cannot be what it should be. Rows that it gave before do not count. */
export class UnreadableFile extends Error {
  readonly why: Unreadable;

  constructor(why: Unreadable, options?: ErrorOptions) {
    super(`unreadable statement: ${why}`, options);
    this.why = why;
  }
}

/** Throws where a whole file is of another day: it names both. */
export function refuseOther(other: string | undefined, day: string): void {
  if (other !== undefined) throw new UnreadableFile(`another-day: ${other} instead of ${day}`);
}
