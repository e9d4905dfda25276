import { byKey, defineDoor, refuse } from '@front-office/kernel';
import { offices } from '@front-office/organisation';
import * as z from 'zod';
import { servicesOf } from './services.ts';

/** The names of the offices that somebody may choose from. Sign-in knows their ids alone. */
export const myOffices = defineDoor({
  method: 'GET',
  path: '/session/offices',
  summary: 'The offices one works in, by name',
  opensTo: 'session',
  input: z.strictObject({}),
  output: z.object({ offices: z.array(z.object({ office: z.uuid(), name: z.string() })) }),
  refusals: ['not_signed_in'],
  async run(door) {
    const { signIn, office: kernel } = servicesOf(door);
    const who = await signIn.whoAmI({ session: door.secrets.session });
    if ('refused' in who) return { refused: refuse('not_signed_in') };
    const named = who.offices.map(async (office) => {
      const [own] = await kernel.read(office, byKey(offices, 'self'));
      return { office, name: own?.data.name ?? '—' };
    });
    return { offices: await Promise.all(named) };
  },
});
