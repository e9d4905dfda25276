import * as z from 'zod';

/** What an office may set. An item copies it when it is taken in, so that a change never moves one that is here already. */
export const ExampleDomainPolicy = z.strictObject({
  /** Whether the desk must see a proof, such as an identity card, before it hands an item over. */
  proof: z.enum(['seen', 'none']),
});
export type ExampleDomainPolicy = z.output<typeof ExampleDomainPolicy>;
