import type { Circumstance, CommandName, Decidable, InputOf } from '@front-office/kernel';
import type { Office } from './create-office.ts';

/**
 * Begins a case, and answers its id. A request that was accepted before stands for the case it began then, even when
 * the input has changed since: a newer version's sample data, a later moment. What people did to the case stays.
 *
 * @throws when the command is refused, which is a mistake in the data that is set up.
 */
export async function beginOnce<D extends Decidable, K extends keyof D['start'] & CommandName<D>>(
  office: Office,
  definition: D,
  command: K,
  input: InputOf<D, K>,
  asked: Circumstance,
): Promise<string> {
  const answer = await office.dispatch(definition, command, input, asked);
  if (!answer.refused) return answer.case;
  const { refused } = answer;
  if (refused.code === 'request_reused') {
    const load = { office: asked.office, workflow: definition.name, request: asked.request, lookups: [] };
    const { request: before } = await office.store.load(load);
    if (before) return before.case;
  }
  throw new Error(`${definition.name}.${command} cannot be set up: ${refused.code} ${JSON.stringify(refused.figures)}`);
}

/** Changes a record once: a request that was accepted before is not asked again, whatever has become of the record since. */
export async function changeOnce<D extends Decidable, K extends 'change' & CommandName<D>>(
  office: Office,
  definition: D,
  data: InputOf<D, K>,
  asked: Circumstance,
): Promise<void> {
  const { refused } = await office.dispatch(definition, 'change' as K, data, asked);
  if (refused && refused.code !== 'request_reused')
    throw new Error(`${definition.name}.change cannot be set up: ${refused.code} ${JSON.stringify(refused.figures)}`);
}
