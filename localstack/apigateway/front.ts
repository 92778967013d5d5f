import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { listen, stopServer } from '../server.ts';
import type { Stage } from './stage.ts';

/** Answers everything below one prefix, such as the issuer below `/issuer`. */
export type Mounted = (request: IncomingMessage, response: ServerResponse) => void;

export interface Front {
  port: number;
  /** Serves a stage at `/<mount>/<stage>`. */
  serve: (path: string, stage: Stage) => void;
  mount: (prefix: string, handler: Mounted) => void;
  stop: () => Promise<void>;
}

function plain(response: ServerResponse, status: number, message: string): void {
  if (response.headersSent) return void response.destroy();
  response.writeHead(status, { 'content-type': 'application/json' });
  response.end(JSON.stringify({ message }));
}

const splitPath = (url: string): [mount: string, rest: string] => {
  const [, mount = '', rest = ''] = /^(\/[^/?]*\/[^/?]*)(.*)$/s.exec(url) ?? [];
  return [mount, rest];
};

/**
 * The local cloud's one public port, which is open before anything behind it exists: the templates' parameters name it.
 * Rejects with code EADDRINUSE when the port is taken.
 */
export async function startFront(port: number): Promise<Front> {
  const stages = new Map<string, Stage>();
  const mounts = new Map<string, Mounted>();

  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = request.url ?? '';
    const [, first = ''] = /^\/([^/?]*)/.exec(url) ?? [];
    const mounted = mounts.get(first);
    if (mounted) return mounted(request, response);
    const [mount, rest] = splitPath(url);
    const stage = stages.get(mount);
    if (!stage) return plain(response, 404, `nothing is served here; try ${[...stages.keys()].join(', ')}`);
    return stage(request, response, rest);
  };

  const server: Server = createServer({ keepAliveTimeout: 60_000 }, (request, response) => {
    answer(request, response).catch(() => plain(response, 500, 'Internal server error'));
  });
  server.on('clientError', (_, socket) => {
    if (socket.writable) socket.end('HTTP/1.1 400 Bad Request\r\nconnection: close\r\ncontent-length: 0\r\n\r\n');
    else socket.destroy();
  });

  return {
    port: await listen(server, port),
    serve: (path, stage) => void stages.set(path, stage),
    mount: (prefix, handler) => void mounts.set(prefix, handler),
    stop: () => stopServer(server),
  };
}
