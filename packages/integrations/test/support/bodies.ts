import * as z from 'zod';

const Body = z.strictObject({
  type: z.string(),
  timestamp: z.string(),
  data: z.strictObject({
    office: z.uuid(),
    case: z.uuid(),
    version: z.int(),
    fact: z.record(z.string(), z.unknown()),
  }),
});

/** A body as a receiver reads it. */
export const bodyOf = (request: { readonly body: string } | undefined) => Body.parse(JSON.parse(request?.body ?? '{}'));
