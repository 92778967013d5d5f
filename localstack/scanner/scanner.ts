import { createServer, type Socket } from 'node:net';
import type { AddressInfo } from 'node:net';

/** The harmless text that every scanner finds by agreement (EICAR); in two parts, so that none finds it here. */
const signature = Buffer.from(['X5O!P%@AP[4\\PZX54(P^)7CC)7}$', 'EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*'].join(''));

/** A scanner that speaks clamd's protocol: `zPING`, and `zINSTREAM` with chunks with their length in front. */
export interface Scanner {
  /** host:port */
  address: string;
  /** The next files are answered with an error, as by a scanner whose signatures are being loaded. */
  failNext: (times: number) => void;
  stop: () => Promise<void>;
}

export async function startScanner(): Promise<Scanner> {
  let failing = 0;
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.on('error', () => undefined).on('close', () => open.delete(socket));
    converse(socket, () => failing > 0 && failing-- > 0);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `127.0.0.1:${addressOf(server.address()).port}`,
    failNext: (times) => void (failing = times),
    stop: () =>
      new Promise((resolve) => {
        for (const socket of open) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

function addressOf(address: AddressInfo | string | null): AddressInfo {
  if (address === null || typeof address === 'string') throw new Error('the scanner listens on no port');
  return address;
}

/** One connection: a command up to its NUL, then the chunks of a file. Holds what it has not looked through yet. */
function converse(socket: Socket, fails: () => boolean): void {
  let held: Buffer = Buffer.alloc(0);
  let command: string | undefined;
  let [found, tail] = [false, Buffer.alloc(0)];
  const look = (piece: Buffer): void => {
    const seen = Buffer.concat([tail, piece]);
    found ||= seen.includes(signature);
    tail = Buffer.from(seen.subarray(-signature.length));
  };
  const readCommand = (): void => {
    const end = held.indexOf(0);
    if (end < 0) return;
    command = held.toString('latin1', 0, end);
    held = held.subarray(end + 1);
    if (command !== 'zINSTREAM') socket.end(command === 'zPING' ? 'PONG\0' : 'UNKNOWN COMMAND\0');
  };
  const readChunks = (): void => {
    while (held.length >= 4 && held.length >= 4 + held.readUInt32BE(0)) {
      const length = held.readUInt32BE(0);
      look(held.subarray(4, 4 + length));
      held = held.subarray(4 + length);
      if (length === 0) socket.end(replyOf(fails(), found));
    }
  };
  socket.on('data', (data: Buffer) => {
    held = Buffer.concat([held, data]);
    if (command === undefined) readCommand();
    if (command === 'zINSTREAM') readChunks();
  });
}

function replyOf(failing: boolean, found: boolean): string {
  if (failing) return 'stream: Not yet ready. ERROR\0';
  return found ? 'stream: Eicar-Test-Signature FOUND\0' : 'stream: OK\0';
}
