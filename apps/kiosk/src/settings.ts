import type { Settings, StartState, State, Welcome } from './state.ts';

type InUseState = Extract<State, { readonly settings: Settings }>;

/** How a kiosk behaves that could not ask the desk: as it would without any settings. */
export const plainSettings = ({ language }: Welcome): Settings => ({
  language,
  largePrint: false,
  highContrast: false,
  idleSeconds: 60,
  purposesShown: true,
});

/** Takes what the desk wants: at once where nobody is at it, else with the next start page. */
export function take(state: InUseState, nextSettings: Settings): State {
  return state.page === 'start' ? showStart({ ...state, nextSettings }) : { ...state, nextSettings };
}

/** The start page, as the desk wants it now. Nothing else of the state before is kept. */
export function showStart({ language, over, welcome, settings, nextSettings }: InUseState): StartState {
  // Whoever has chosen a language here keeps it, unless the desk has chosen another since.
  const spoken = nextSettings.language === settings.language ? language : nextSettings.language;
  return { page: 'start', language: spoken, over, welcome, settings: nextSettings, nextSettings };
}
