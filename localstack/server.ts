import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

const isAddress = (address: AddressInfo | string | null): address is AddressInfo =>
  typeof address === 'object' && address !== null;

/** Listens on the loopback address only and gives the port; 0 asks for any free one. Rejects when it is taken. */
export function listen(server: Server, port: number): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  server.once('error', reject);
  server.listen(port, '127.0.0.1', () => {
    server.off('error', reject);
    const address = server.address();
    if (isAddress(address)) resolve(address.port);
  });
  return promise;
}

/** Stops listening and cuts what is still open. */
export function stopServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

/** Rejects with code EADDRINUSE when nobody could listen on the port now. */
export async function checkPort(port: number): Promise<void> {
  const probe = createServer();
  await listen(probe, port);
  await stopServer(probe);
}
