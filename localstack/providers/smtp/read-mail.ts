/** What stands in a mail, as its reader sees it. */
export interface Mail {
  headers: Readonly<Record<string, string>>;
  subject: string;
  text: string;
}

/** Reads a mail of one part in Base64, as ours are. */
export function readMail(source: string): Mail {
  const end = source.indexOf('\r\n\r\n');
  // RFC 5322, 2.2.3: a line that begins with a space belongs to the one before.
  const unfolded = source.slice(0, end).replaceAll(/\r\n(?=[ \t])/g, '');
  const headers = Object.fromEntries(unfolded.split('\r\n').map(headerIn));
  const text = Buffer.from(source.slice(end), 'base64').toString('utf8');
  return { headers, subject: decoded(headers['subject'] ?? ''), text };
}

function headerIn(line: string): [name: string, value: string] {
  const colon = line.indexOf(':');
  return [line.slice(0, colon).toLowerCase(), line.slice(colon + 1).trim()];
}

/** Encoded words (RFC 2047) in a header; space between two of them is none. */
function decoded(value: string): string {
  return value
    .replaceAll(/\?=\s+=\?/g, '?==?')
    .replaceAll(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind: string, word: string) =>
      kind.toLowerCase() === 'b' ? Buffer.from(word, 'base64').toString('utf8') : unquoted(word),
    );
}

const unquoted = (word: string): string =>
  decodeURIComponent(
    word
      .replaceAll('_', ' ')
      .replaceAll('%', '%25')
      .replaceAll(/=(?=[0-9A-F]{2})/g, '%'),
  );
