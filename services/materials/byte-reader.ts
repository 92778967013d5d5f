/** Reads a stream of bytes from front to end, in the memory of a few of its pieces. */
export function byteReader(source: AsyncIterable<Uint8Array>) {
  const pieces = source[Symbol.asyncIterator]();
  let held: Buffer = Buffer.alloc(0);
  let passed = 0;

  /** Undefined at the end. */
  async function next(): Promise<Buffer | undefined> {
    if (held.length > 0) return held;
    const { done, value } = await pieces.next();
    return done ? undefined : (held = Buffer.from(value.buffer, value.byteOffset, value.byteLength));
  }

  /** Up to so many bytes, piece by piece; fewer where the stream ends before. */
  async function* take(count: number): AsyncGenerator<Buffer> {
    for (let left = count; left > 0;) {
      const piece = (await next())?.subarray(0, left);
      if (!piece) return;
      held = held.subarray(piece.length);
      left -= piece.length;
      passed += piece.length;
      if (piece.length > 0) yield piece;
    }
  }

  return {
    take,
    /** So many bytes at once; fewer where the stream ends before. */
    async read(count: number): Promise<Buffer> {
      const parts: Buffer[] = [];
      for await (const part of take(count)) parts.push(part);
      return Buffer.concat(parts);
    },
    /** Goes on to a place that has not been passed. */
    async skipTo(place: number): Promise<void> {
      const skipped = take(place - passed);
      while (!(await skipped.next()).done);
    },
    close: async () => void (await pieces.return?.()),
  };
}
