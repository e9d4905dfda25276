import type { State } from './state.ts';

/** Has the page look as the desk wants it. Until that is known, and once the device is not in use, it stays as it is. */
export function lookAs(state: State, { classList }: Pick<Element, 'classList'>): void {
  if (!('settings' in state)) return;
  classList.toggle('large-print', state.settings.largePrint);
  classList.toggle('high-contrast', state.settings.highContrast);
}
