import type { Action, Language, Say } from '@front-office/kernel';

/** Adds the sentence to every refused action of a view, in the reader's language. What has no actions stays as it is. */
export function withSentences(data: unknown, language: Language, say: Say): unknown {
  if (!hasActions(data)) return data;
  const actions = data.actions.map((action) =>
    action.refusal === null
      ? action
      : { ...action, refusal: { ...action.refusal, sentence: say(action.refusal, language) } },
  );
  return { ...data, actions };
}

/** Only views of the kernel have `actions`, and so this shape. */
const hasActions = (data: unknown): data is { readonly actions: readonly Action[] } =>
  typeof data === 'object' && data !== null && 'actions' in data && Array.isArray(data.actions);
