import * as z from 'zod';
import { constantHeaders } from './gateway-response.ts';

/** What a mock integration always answers: the CORS preflight of a resource. */
export interface MockReply {
  status: number;
  headers: Record<string, string>;
}

export const mockIntegration = z.object({
  Type: z.literal('MOCK'),
  RequestTemplates: z.record(z.string(), z.string()),
  IntegrationResponses: z.array(
    z.object({
      StatusCode: z.coerce.number(),
      SelectionPattern: z.string().optional(),
      ResponseParameters: z.record(z.string(), z.string()).default({}),
      ResponseTemplates: z.record(z.string(), z.string()).optional(),
    }),
  ),
});

/** Reads a mock integration whose request template is a constant `{ statusCode: n }`. Throws on any other. */
export function mockReply({ RequestTemplates, IntegrationResponses }: z.infer<typeof mockIntegration>): MockReply {
  const template = Object.values(RequestTemplates)[0] ?? '';
  const [, status] = /^\s*\{\s*"?statusCode"?\s*:\s*(\d{3})\s*\}\s*$/.exec(template) ?? [];
  if (!status) throw new Error(`the request template of a mock integration must be constant, found ${template}`);
  const response =
    IntegrationResponses.find(
      ({ SelectionPattern: pattern }) => pattern && new RegExp(`^(?:${pattern})$`).test(status),
    ) ?? IntegrationResponses.find(({ SelectionPattern: pattern }) => !pattern);
  if (!response) throw new Error(`the mock integration has no response for ${status}`);
  if (Object.values(response.ResponseTemplates ?? {}).some((each) => each.trim() !== '')) {
    throw new Error('a mock integration with a response body is not supported');
  }
  return {
    status: response.StatusCode,
    headers: constantHeaders(response.ResponseParameters, 'method.response.header.'),
  };
}
