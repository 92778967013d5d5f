import type { ZodOpenApiComponentsObject } from 'zod-openapi';

/** Headers that requests carry. */
export const parameters = {
  IdempotencyKey: {
    in: 'header',
    name: 'Idempotency-Key',
    required: true,
    description:
      'Chosen by the caller for each act. The same key with the same body gets the same reply again; with another body it is refused.',
    schema: { type: 'string', pattern: String.raw`^[\x21-\x7e]{1,255}$` },
    example: '0f8c1e4e-6c3a-4a53-9b0e-6f5b7d1f9a10',
  },
  IfMatch: {
    in: 'header',
    name: 'If-Match',
    required: true,
    description: 'The version that the caller acts on, as its `ETag` gave it.',
    schema: { type: 'string', pattern: String.raw`^"\d{1,9}"$` },
    example: '"3"',
  },
  AcceptLanguage: {
    in: 'header',
    name: 'Accept-Language',
    description: 'Language of messages: `zh-CN` (default) or `en`. Codes never change.',
    schema: { type: 'string' },
    example: 'zh-CN',
  },
  CorrelationId: {
    in: 'header',
    name: 'X-Correlation-Id',
    description: 'Joins what several requests and their facts belong to; made where it is absent or no UUID.',
    schema: { type: 'string', format: 'uuid' },
    example: '7b1c6a52-0c5e-4a8f-9a83-2f1d5f0f7c11',
  },
} satisfies ZodOpenApiComponentsObject['parameters'];

/** Headers that replies carry. */
export const headers = {
  ETag: { description: 'Version of what is shown, for `If-Match`.', schema: { type: 'string' }, example: '"4"' },
  Location: {
    description: 'Where what was made is, relative to the URL of the request (RFC 9110).',
    schema: { type: 'string' },
    example: 'applications/3e0a3a6f-93c3-4b6b-9b61-62c2b6c0b2ea',
  },
  IdempotentReplayed: {
    description: '`true` on the reply to a repeated request: nothing was done again.',
    schema: { type: 'string', const: 'true' },
  },
  RetryAfter: { description: 'Seconds to wait before the next try.', schema: { type: 'string' }, example: '1' },
  ContentLanguage: { description: 'Language of the messages.', schema: { type: 'string', enum: ['zh-CN', 'en'] } },
  CorrelationId: { description: 'The chain that this request belongs to.', schema: { type: 'string' } },
} satisfies ZodOpenApiComponentsObject['headers'];
