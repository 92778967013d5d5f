/** One value of a DER message (X.690): its tag, what is in it, and all of its bytes. */
export interface Der {
  tag: number;
  content: Buffer;
  whole: Buffer;
}

/** The values that stand one after another in some bytes: a reader of its own, to check what another has written. */
export function derIn(bytes: Buffer): Der[] {
  const found: Der[] = [];
  for (let at = 0; at < bytes.length;) {
    const first = bytes[at + 1]!;
    const more = first < 0x80 ? 0 : first - 0x80;
    const length = more === 0 ? first : bytes.readUIntBE(at + 2, more);
    const from = at + 2 + more;
    const whole = bytes.subarray(at, from + length);
    if (whole.length !== from + length - at) throw new Error('the message ends too early');
    found.push({ tag: bytes[at]!, content: bytes.subarray(from, from + length), whole });
    at = from + length;
  }
  return found;
}

/** The value that a path leads to, by the place of each on its level. */
export function derAt(bytes: Buffer, ...path: number[]): Der {
  const [first = 0, ...rest] = path;
  const found = derIn(bytes)[first];
  if (!found) throw new Error(`nothing at ${first}`);
  return rest.length === 0 ? found : derAt(found.content, ...rest);
}
