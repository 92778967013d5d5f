import { once } from 'node:events';
import { connect } from 'node:net';
import type { Scan } from './scan.ts';

const silenceMs = 20_000;

/** A scanner that is a clamd, by its command INSTREAM (clamd(8)): chunks with their length in front, one of none at the end. */
export function clamdScanner(address: string): Scan {
  const [host = '', port = ''] = address.split(/:(?=\d+$)/);
  return async (pieces) => {
    const socket = connect({ host, port: Number(port) });
    socket.setTimeout(silenceMs, () => socket.destroy(new Error('the scanner says nothing')));
    // A fault shows where it is waited for; here it must only not end the process.
    socket.on('error', () => undefined);
    let reply = '';
    const answered = once(
      socket.setEncoding('latin1').on('data', (text) => (reply += text)),
      'end',
    );
    answered.catch(() => undefined);
    try {
      await once(socket, 'connect');
      socket.write('zINSTREAM\0');
      for await (const piece of pieces) await sendPiece(socket, piece);
      socket.write(lengthOf(0));
      await answered;
    } finally {
      socket.destroy();
    }
    if (/^stream: OK\0?$/.test(reply)) return 'clean';
    if (/^stream: .+ FOUND\0?$/.test(reply)) return 'infected';
    throw new Error('the scanner could not look through the file');
  };
}

async function sendPiece(socket: ReturnType<typeof connect>, piece: Uint8Array): Promise<void> {
  socket.write(lengthOf(piece.length));
  if (!socket.write(piece)) await once(socket, 'drain');
}

function lengthOf(bytes: number): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes);
  return length;
}
