import type { IncomingMessage, ServerResponse } from 'node:http';

import { errors } from 'oidc-provider';
import type { Provider } from 'oidc-provider';

import { findAccount } from './accounts.ts';
import type { IssuerOptions } from './issuer.ts';
import { loginPage } from './login-page.ts';
import { failedPage } from './other-pages.ts';
import { languageOf, pageHeaders } from './page.ts';
import { createProvider } from './provider.ts';

interface Exchange {
  request: IncomingMessage;
  response: ServerResponse;
  url: URL;
}

/** The provider with the sign-in pages in front of it, below the issuer's path. */
export function serve(options: Required<IssuerOptions>) {
  const provider = createProvider(options);
  provider.on('server_error', (_, error) => options.onError(error));
  const answer = provider.callback();
  const base = new URL(options.issuerUrl).pathname.replace(/\/$/, '');

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const exchange = { request, response, url: new URL(request.url ?? '/', options.issuerUrl) };
    if (exchange.url.pathname.startsWith(`${base}/interaction/`)) return await interact(provider, exchange);

    // The provider routes by `url` and finds its mount path by comparing the two.
    Object.assign(request, { originalUrl: request.url, url: request.url?.slice(base.length) });
    await answer(request, response);
  };
}

async function interact(provider: Provider, exchange: Exchange): Promise<void> {
  const { request, response, url } = exchange;
  const language = languageOf(url.searchParams.get('lang'), request.headers['accept-language']);
  try {
    if (request.method === 'POST') return await signIn(provider, exchange);

    const { params } = await provider.interactionDetails(request, response);
    const chosen = languageOf(url.searchParams.get('lang'), params.ui_locales, request.headers['accept-language']);
    send(response, 200, loginPage({ language: chosen, path: url.pathname, unknownAccount: false }));
  } catch (error) {
    if (!(error instanceof errors.SessionNotFound)) throw error;
    send(response, 400, failedPage(language, 'session_not_found'));
  }
}

async function signIn(provider: Provider, { request, response, url }: Exchange): Promise<void> {
  const account = findAccount((await readForm(request)).get('account') ?? '');
  if (!account) {
    const language = languageOf(url.searchParams.get('lang'));
    const path = url.pathname.replace(/\/login$/, '');
    return send(response, 400, loginPage({ language, path, unknownAccount: true }));
  }

  await provider.interactionFinished(request, response, { login: { accountId: account.account } });
}

async function readForm(request: IncomingMessage): Promise<URLSearchParams> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) {
    text += String(chunk);
    if (text.length > 4096) return new URLSearchParams();
  }
  return new URLSearchParams(text);
}

function send(response: ServerResponse, status: number, html: string): void {
  response.writeHead(status, pageHeaders).end(html);
}
