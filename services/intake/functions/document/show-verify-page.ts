import type { Call, HttpResponse } from '#shared/route';
import { verifyHeaders, verifyPage } from '../../paper/verify-page.ts';

export const showVerifyPage =
  () =>
  async ({ language }: Call): Promise<HttpResponse> => ({
    status: 200,
    headers: verifyHeaders(),
    text: verifyPage(language),
  });
