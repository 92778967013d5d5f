/** For how long keys are trusted that were read: whoever replaces one leaves both in force for longer. */
const keysForMs = 60_000;

/** Reads secrets by their ARN on demand, and again after a minute; undefined where nobody has put one in. */
export function secretsOf(now: () => Date): (arn: string) => Promise<string | undefined> {
  const readers = new Map<string, () => Promise<string | undefined>>();
  return async (arn) => {
    const { renewedSecret } = await import('#shared/secret');
    const read = readers.get(arn) ?? renewedSecret(arn, { now, forMs: keysForMs });
    readers.set(arn, read);
    return read();
  };
}

/** Keys are made of the text of their secret once, and again when that has changed; undefined where there is none. */
export function keyring<Keys>(
  read: () => Promise<string | undefined>,
  keysIn: (text: string) => Keys,
): () => Promise<Keys | undefined> {
  let held: { text: string; keys: Keys } | undefined;
  return async () => {
    const text = await read();
    if (text === undefined) return undefined;
    if (held?.text !== text) held = { text, keys: keysIn(text) };
    return held.keys;
  };
}
